import { describe, expect, it } from 'vitest';
import { shownDates } from '../../../src/lib/view/shown-dates.ts';
import { at } from '../at.ts';

describe('date fields show', () => {
	it.each([
		['2025-01-01', '2026-01-01', '2025-01-01', '2025-12-31'],
		['2025-01-01', '2025-12-31T18:00Z', '2025-01-01', '2025-12-31'],
		['2024-02-28T23:59Z', '2024-03-01', '2024-02-28', '2024-02-29']
	])('%s to before %s as %s and %s', (from, to, first, last) => {
		expect(shownDates({ from: at(from), to: at(to) })).toEqual({ from: first, to: last });
	});

	it('nothing where a span has no end', () => {
		expect(shownDates({})).toEqual({ from: undefined, to: undefined });
	});
});
