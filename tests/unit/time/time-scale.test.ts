import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/lib/time/instant.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { at, between } from '../at.ts';

describe('timeScale', () => {
	const scale = timeScale(between('2024-01-01', '2024-01-05'));

	it('gives shares of the span, beyond both ends too', () => {
		expect(scale.share(at('2024-01-01'))).toBe(0);
		expect(scale.share(at('2024-01-02'))).toBe(0.25);
		expect(scale.share(at('2024-01-05'))).toBe(1);
		expect(scale.share(at('2023-12-31'))).toBe(-0.25);
		expect(scale.share(at('2024-01-07'))).toBe(1.5);
	});

	it('clamps where asked to', () => {
		expect(scale.clampedShare(at('2023-12-31'))).toBe(0);
		expect(scale.clampedShare(at('2024-01-07'))).toBe(1);
	});

	it('finds the way back to the millisecond, for spans up to centuries', () => {
		const epochMs = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2150, 0) });
		fc.assert(
			fc.property(epochMs, epochMs, epochMs, (a, b, c) => {
				fc.pre(a !== b);
				const any = timeScale({ from: instant(Math.min(a, b)), to: instant(Math.max(a, b)) });
				expect(any.at(any.share(instant(c)))).toBe(c);
			})
		);
	});

	it('throws for a span without length, and echoes it', () => {
		const nothing = between('2024-01-01', '2024-01-01');
		expect(() => timeScale(nothing)).toThrow(`no span: ${nothing.from} to ${nothing.to}`);
	});
});
