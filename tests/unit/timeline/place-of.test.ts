import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanLength } from '../../../src/lib/time/span.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { placeOf } from '../../../src/lib/timeline/place-of.ts';
import { between } from '../at.ts';
import { randomSpan } from '../docking/random-events.ts';

const start = between('2024-01-01', '2025-01-01');

/** Where a transform puts a share of the element, as a share of it. */
function placed(share: number, transform: string | undefined): number {
	const [, percent = '0'] = /translateX\((.+?)%\)/.exec(transform ?? '') ?? [];
	const [, scale = '1'] = /scaleX\((.+?)\)/.exec(transform ?? '') ?? [];
	return Number(percent) / 100 + share * Number(scale);
}

describe('placeOf', () => {
	it('puts every instant of a drawing where the view sees it', () => {
		const part = fc.double({ min: -2, max: 2, noNaN: true });
		fc.assert(
			fc.property(randomSpan, randomSpan, part, (anchor, view, share) => {
				const at = timeScale(anchor).at(share);
				const tolerance = (1e-6 * spanLength(anchor)) / spanLength(view) + 1e-6;
				const seen = timeScale(view).share(at);
				const drawn = placed(timeScale(anchor).share(at), placeOf(anchor, view));
				expect(Math.abs(drawn - seen)).toBeLessThan(tolerance + Math.abs(seen) * 1e-5);
			})
		);
	});

	it('is undefined where the drawing stands already', () => {
		expect(placeOf(start, start)).toBeUndefined();
	});
});
