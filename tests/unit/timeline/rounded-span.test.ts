import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs, spanLength } from '../../../src/lib/time/span.ts';
import { roundedSpan } from '../../../src/lib/timeline/rounded-span.ts';
import { moved } from '../../../src/lib/timeline/span-limits.ts';
import { between } from '../at.ts';
import { randomSpan } from '../docking/random-events.ts';

const start = between('2024-01-01', '2025-01-01');

describe('roundedSpan', () => {
	it('moves neither end by more than a quarter of a pixel', () => {
		fc.assert(
			fc.property(randomSpan, fc.integer({ min: 200, max: 4000 }), (span, widthPx) => {
				const rounded = roundedSpan(span, widthPx);
				const pixelMs = spanLength(span) / widthPx;
				expect(Math.abs(rounded.from - span.from)).toBeLessThanOrEqual(Math.max(1, pixelMs / 4));
				expect(Math.abs(rounded.to - span.to)).toBeLessThanOrEqual(Math.max(1, pixelMs / 4));
			})
		);
	});

	it('gives whole hours to months and whole seconds to hours', () => {
		const odd = moved(between('2024-01-01', '2025-09-01'), 12_345_678);
		expect(roundedSpan(odd, 1200).from % hourMs).toBe(0);
		const hours = moved(
			{ from: start.from, to: (start.from + 2 * hourMs) as typeof start.to },
			777
		);
		expect(roundedSpan(hours, 1200).from % 1000).toBe(0);
	});
});
