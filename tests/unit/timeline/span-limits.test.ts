import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, type Span } from '../../../src/lib/time/span.ts';
import { moveSpan, resizeSpan, spanBetween } from '../../../src/lib/timeline/span-limits.ts';
import { at, between } from '../at.ts';

const range = between('1966-01-01', '2027-01-01');
const limits = { range, minLengthMs: hourMs };
const iso = (span: Span) => [span.from, span.to].map((end) => new Date(end).toISOString());

describe('a span within limits', () => {
	const span = between('2024-02-01', '2024-03-01');

	it.each([
		['moves over a leap day', moveSpan(span, 29 * dayMs, limits), '2024-03-01', '2024-03-30'],
		['stops at the end', moveSpan(span, 9999 * dayMs, limits), '2026-12-03', '2027-01-01'],
		['stops at the begin', moveSpan(span, -1e14, limits), '1966-01-01', '1966-01-30'],
		[
			'resizes to the end',
			resizeSpan(span, 'to', at('2030-01-01'), limits),
			'2024-02-01',
			'2027-01-01'
		],
		[
			'resizes to a day',
			resizeSpan(span, 'from', at('2024-02-29'), limits),
			'2024-02-29',
			'2024-03-01'
		],
		[
			'stops an hour short of the other end',
			resizeSpan(span, 'from', at('2025-01-01'), limits),
			'2024-02-29T23:00:00Z',
			'2024-03-01'
		],
		[
			'makes a new span backwards',
			spanBetween(at('2024-03-01'), at('2024-02-29'), limits),
			'2024-02-29',
			'2024-03-01'
		],
		[
			'makes an hour of less, after its anchor',
			spanBetween(at('2024-02-29'), at('2024-02-29'), limits),
			'2024-02-29',
			'2024-02-29T01:00:00Z'
		],
		[
			'makes an hour of less, before its anchor',
			spanBetween(at('2024-02-29'), instant(at('2024-02-29') - 1), limits),
			'2024-02-28T23:00:00Z',
			'2024-02-29'
		],
		[
			'makes an hour at the very begin',
			spanBetween(instant(range.from + 9), range.from, limits),
			'1966-01-01',
			'1966-01-01T01:00:00Z'
		],
		[
			'makes an hour at the very end',
			spanBetween(at('2030-01-01'), at('2030-01-01'), limits),
			'2026-12-31T23:00:00Z',
			'2027-01-01'
		]
	])('%s', (_, span, from, to) => {
		expect(iso(span)).toEqual(iso(between(from, to)));
	});
});
