import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, spanLength, type Span } from '../../../src/lib/time/span.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { nextFrame, placeOf, roundedSpan } from '../../../src/lib/timeline/frames.ts';
import { moved, zoomed } from '../../../src/lib/timeline/span-limits.ts';
import { between } from '../at.ts';
import { randomSpan } from '../docking/random-events.ts';

const start = between('2024-01-01', '2025-01-01');
const holds = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to;

/** Where a transform puts a share of the element, as a share of it. */
function placed(share: number, transform: string | undefined): number {
	const [, percent = '0'] = /translateX\((.+?)%\)/.exec(transform ?? '') ?? [];
	const [, scale = '1'] = /scaleX\((.+?)\)/.exec(transform ?? '') ?? [];
	return Number(percent) / 100 + share * Number(scale);
}

describe('the frame of a moved view', () => {
	it('always covers the view, and is anchored near it, however it is moved and zoomed', () => {
		const move = fc.oneof(
			fc.record({ by: fc.double({ min: -3, max: 3, noNaN: true }) }),
			fc.record({ factor: fc.double({ min: 0.3, max: 3, noNaN: true }) })
		);
		fc.assert(
			fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
				let view = start;
				let frame = nextFrame(undefined, view);
				const limits = { range: between('1900-01-01', '2100-01-01'), minLengthMs: hourMs };
				for (const one of moves) {
					view =
						'by' in one
							? moved(view, one.by * spanLength(view))
							: zoomed(view, one.factor, 0.5, limits);
					frame = nextFrame(frame, view);
					expect(frame.view).toBe(view);
					expect(holds(frame.cut, view)).toBe(true);
					expect(Math.abs(spanLength(frame.anchor) / spanLength(view) - 1)).toBeLessThan(1e-5);
					expect(Math.abs(timeScale(frame.anchor).share(view.from))).toBeLessThan(21);
				}
			})
		);
	});

	it('keeps anchor and cut while a move stays within what is drawn', () => {
		const first = nextFrame(nextFrame(undefined, start), moved(start, 200 * dayMs));
		const second = nextFrame(first, moved(start, 230 * dayMs));
		expect([second.anchor, second.cut]).toEqual([first.anchor, first.cut]);
		expect(second.cut).toBe(first.cut);
		const far = nextFrame(second, moved(start, 900 * dayMs));
		expect(far.anchor).toBe(first.anchor);
		expect(far.cut).not.toEqual(first.cut);
	});

	it('is drawn further beyond a view that grows than beyond one that shrinks', () => {
		const first = nextFrame(undefined, start);
		const beyond = ({ cut, view }: typeof first) => (view.from - cut.from) / spanLength(view);
		const wider = nextFrame(first, between('2023-10-01', '2025-04-01'));
		const nearer = nextFrame(first, between('2024-03-01', '2024-09-01'));
		expect(beyond(wider)).toBeGreaterThan(2 * beyond(nearer));
		expect(beyond(nearer)).toBeGreaterThan(0.1);
	});

	it('is anchored anew when the view is zoomed', () => {
		const first = nextFrame(undefined, start);
		const view = between('2024-03-01', '2024-09-01');
		expect(nextFrame(first, view).anchor).toBe(view);
	});
});

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
