import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, spanLength, type Span } from '../../../src/lib/time/span.ts';
import {
	brushSlider,
	dragSpan,
	spanAt,
	spanOfShares,
	spanShares,
	stepSpan,
	type BrushPart
} from '../../../src/lib/timeline/brush.ts';
import { fitSpan, type SpanLimits } from '../../../src/lib/timeline/span-limits.ts';
import { at, between } from '../at.ts';

const range = between('1966-01-01', '2027-01-01');
const limits: SpanLimits = { range, minLengthMs: hourMs };
const iso = (span: Span) => [span.from, span.to].map((end) => new Date(end).toISOString());

const ends = fc.tuple(
	fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
	fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) })
);
const spans = fc.oneof(
	ends.map(([a, b]) => ({ from: Math.min(a, b) as Instant, to: Math.max(a, b) as Instant })),
	// Hours, as far in as a reader may go.
	ends.map(([a, b]) => ({ from: a as Instant, to: (a + (b % (3 * hourMs))) as Instant }))
);
const anyLimits = fc
	.tuple(spans, fc.integer({ min: 0, max: 400 * dayMs }))
	.filter(([span]) => spanLength(span) > 0)
	.map(([span, halfMs]): SpanLimits => ({ range: span, minLengthMs: halfMs / 2 }));
const keys = [
	'ArrowLeft',
	'ArrowRight',
	'ArrowUp',
	'ArrowDown',
	'PageUp',
	'PageDown',
	'Home',
	'End'
];
const parts: readonly BrushPart[] = ['window', 'from', 'to'];
const shareOutside = fc.double({ min: -2, max: 3, noNaN: true });

function expectWithin(span: Span, { range, minLengthMs }: SpanLimits) {
	expect(span.from).toBeGreaterThanOrEqual(range.from);
	expect(span.to).toBeLessThanOrEqual(range.to);
	expect(spanLength(span)).toBeGreaterThanOrEqual(Math.min(minLengthMs, spanLength(range)));
	expect(spanLength(span)).toBeGreaterThan(0);
	expect([span.from, span.to].every(Number.isInteger)).toBe(true);
}

describe('the brush', () => {
	it('never leaves the range and is never shorter than allowed, whatever is done with it', () => {
		fc.assert(
			fc.property(
				spans,
				anyLimits,
				fc.constantFrom('ground' as const, ...parts),
				shareOutside,
				shareOutside,
				fc.constantFrom(...keys),
				fc.boolean(),
				(span, limits, part, startShare, share, key, shiftKey) => {
					expectWithin(fitSpan(span, limits), limits);
					expectWithin(dragSpan({ part, span, startShare }, share, limits), limits);
					if (part === 'ground') return;
					expectWithin(stepSpan(span, part, { key, shiftKey }, limits)!, limits);
				}
			)
		);
	});

	it('keeps its length while it moves, by drag and by key', () => {
		fc.assert(
			fc.property(
				spans,
				anyLimits,
				shareOutside,
				fc.constantFrom(...keys),
				fc.boolean(),
				(span, limits, share, key, shiftKey) => {
					const fitted = fitSpan(span, limits);
					const dragged = dragSpan(
						{ part: 'window', span: fitted, startShare: 0.5 },
						share,
						limits
					);
					expect(spanLength(dragged)).toBe(spanLength(fitted));
					const stepped = stepSpan(fitted, 'window', { key, shiftKey }, limits)!;
					expect(spanLength(stepped)).toBe(spanLength(fitted));
				}
			)
		);
	});

	it('stands where a click brings it, as long as it was, within the range', () => {
		fc.assert(
			fc.property(spans, anyLimits, shareOutside, (span, limits, share) => {
				const fitted = fitSpan(span, limits);
				const there = spanAt(fitted, share, limits);
				expectWithin(there, limits);
				expect(spanLength(there)).toBe(spanLength(fitted));
			})
		);
		const there = spanAt(between('2020-01-01', '2021-01-01'), 0.5, limits);
		expect((there.from + there.to) / 2).toBe((range.from + range.to) / 2);
	});

	it('leaves the other end alone when one is moved', () => {
		fc.assert(
			fc.property(spans, anyLimits, shareOutside, (span, limits, share) => {
				const fitted = fitSpan(span, limits);
				const drag = { span: fitted, startShare: 0.5 };
				expect(dragSpan({ ...drag, part: 'from' }, share, limits).to).toBe(fitted.to);
				expect(dragSpan({ ...drag, part: 'to' }, share, limits).from).toBe(fitted.from);
			})
		);
	});

	it('comes back to where it was when the pointer does', () => {
		fc.assert(
			fc.property(spans, anyLimits, shareOutside, (span, limits, share) => {
				const fitted = fitSpan(span, limits);
				for (const part of parts)
					expect(dragSpan({ part, span: fitted, startShare: share }, share, limits)).toEqual(
						fitted
					);
			})
		);
	});

	it('says values as a slider that lie in order', () => {
		fc.assert(
			fc.property(spans, anyLimits, fc.constantFrom(...parts), (span, limits, part) => {
				const slider = brushSlider(span, part, limits, 'UTC');
				expect(slider.min).toBeLessThanOrEqual(slider.now);
				expect(slider.now).toBeLessThanOrEqual(slider.max);
			})
		);
	});
});

describe('spanShares and spanOfShares', () => {
	it('are each other’s inverse within the range', () => {
		fc.assert(
			fc.property(spans, (span) => {
				const fitted = fitSpan(span, limits);
				const { from, to } = spanShares(fitted, range);
				expect(spanOfShares(from, to, range)).toEqual(fitted);
				expect(spanOfShares(to, from, range)).toEqual(fitted);
			})
		);
	});

	it('cut a span that pokes out of the range', () => {
		expect(spanShares(between('1950-01-01', '2050-01-01'), range)).toEqual({ from: 0, to: 1 });
		expect(spanShares(between('1950-01-01', '1960-01-01'), range)).toEqual({ from: 0, to: 0 });
	});
});

describe('stepSpan', () => {
	const span = between('2024-02-20', '2024-03-01');

	it.each([
		['window', 'ArrowRight', false, '2024-02-21', '2024-03-02'],
		['window', 'ArrowLeft', false, '2024-02-19', '2024-02-29'],
		['window', 'ArrowLeft', true, '2024-02-10', '2024-02-20'],
		['window', 'PageUp', false, '2024-03-01', '2024-03-11'],
		['window', 'PageUp', true, '2024-03-01', '2024-03-11'],
		['window', 'PageDown', false, '2024-02-10', '2024-02-20'],
		['window', 'Home', false, '1966-01-01', '1966-01-11'],
		['window', 'End', false, '2026-12-22', '2027-01-01'],
		['from', 'ArrowUp', false, '2024-02-21', '2024-03-01'],
		['from', 'PageUp', false, '2024-02-29T23:00:00Z', '2024-03-01'],
		['from', 'Home', false, '1966-01-01', '2024-03-01'],
		['from', 'End', false, '2024-02-29T23:00:00Z', '2024-03-01'],
		['to', 'ArrowDown', false, '2024-02-20', '2024-02-29'],
		['to', 'PageUp', false, '2024-02-20', '2024-03-11'],
		['to', 'Home', false, '2024-02-20', '2024-02-20T01:00:00Z'],
		['to', 'End', false, '2024-02-20', '2027-01-01']
	] as const)('moves the %s by %s, shift %s, to %s and %s', (part, key, shiftKey, from, to) => {
		const next = stepSpan(span, part, { key, shiftKey }, limits)!;
		expect(iso(next)).toEqual(iso(between(from, to)));
	});

	it('shortens to the least where the range begins close by', () => {
		const early = between('1966-01-02', '1966-01-12');
		const next = stepSpan(early, 'to', { key: 'Home' }, limits)!;
		expect(iso(next)).toEqual(iso(between('1966-01-02', '1966-01-02T01:00:00Z')));
	});

	it('leaves other keys to others', () => {
		for (const key of ['Tab', 'Enter', ' ', '+', 'a', 'Escape', 'constructor'])
			expect(stepSpan(span, 'window', { key }, limits)).toBeUndefined();
	});

	it('leaves a millisecond where no shortest span is asked for', () => {
		const next = stepSpan(span, 'from', { key: 'End' }, { range, minLengthMs: 0 })!;
		expect(spanLength(next)).toBe(1);
	});

	it('moves even a span of a few milliseconds', () => {
		const tiny = { from: at('2024-02-29'), to: instant(at('2024-02-29') + 3) };
		const next = stepSpan(tiny, 'window', { key: 'ArrowRight' }, { range, minLengthMs: 1 })!;
		expect(next.from - tiny.from).toBe(1);
	});
});

describe('brushSlider', () => {
	const span = between('2024-02-01', '2024-03-01');
	const hours = between('2024-02-29T10:00:00Z', '2024-02-29T14:30:00Z');

	it.each([
		['window', span, 'UTC', 'Visible span', '1 Feb 2024 to 29 Feb 2024, 29 d'],
		['from', span, 'UTC', 'Begin of the visible span', '1 Feb 2024'],
		['to', span, 'UTC', 'End of the visible span', '29 Feb 2024'],
		[
			'window',
			hours,
			'UTC',
			'Visible span',
			'29 Feb 2024, 10:00 UTC to 29 Feb 2024, 14:30 UTC, 4 h 30 min'
		],
		['to', hours, 'Asia/Kolkata', 'End of the visible span', '29 Feb 2024, 20:00 GMT+5:30']
	] as const)('tells the %s of %o in %s', (part, span, zone, label, text) => {
		const slider = brushSlider(span, part, limits, zone);
		expect([slider.label, slider.text]).toEqual([label, text]);
	});

	it('ends where the part can go no further', () => {
		const slider = (part: BrushPart) => brushSlider(span, part, limits, 'UTC');
		expect(slider('window').max).toBe(range.to - spanLength(span));
		expect(slider('from').max).toBe(span.to - hourMs);
		expect(slider('to').min).toBe(span.from + hourMs);
	});
});
