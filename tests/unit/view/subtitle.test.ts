import { describe, expect, it } from 'vitest';
import { subtitleOf } from '../../../src/lib/view/subtitle.ts';
import { at, between } from '../at.ts';

const now = at('2026-11-30T07:42Z');
const fresh = { now, knownUntil: now };
const old = { now, knownUntil: at('2026-10-08') };
const year = between('2025-01-01', '2026-01-01');
const line = (shown: Partial<Parameters<typeof subtitleOf>[0]>) =>
	subtitleOf({ count: 31, found: 31, span: year, clock: fresh, zone: 'UTC', ...shown });

describe('the line under the title', () => {
	it('counts the stays shown, of those that match where some are on folded lanes', () => {
		expect(line({})).toMatch(/^31 stays between/);
		expect(line({ found: 50 })).toMatch(/^31 of 50 stays between/);
		expect(line({ count: 0, found: 1 })).toMatch(/^0 of 1 stay between/);
		expect(line({ count: 1, found: 1 })).toMatch(/^1 stay between/);
		expect(line({ count: 0, found: 0 })).toMatch(/^No stays between/);
	});

	it.each([
		['2025-01-01', '2026-01-01', 'between 1 Jan 2025 and 31 Dec 2025'],
		['2025-03-01T18:00Z', '2025-03-03T18:00Z', 'between 1 Mar 2025 and 3 Mar 2025'],
		['2025-03-01', '2025-03-02', 'on 1 Mar 2025'],
		['2025-03-01T00:28Z', '2025-03-01T17:55Z', 'on 1 Mar 2025 between 00:28 and 17:55 UTC'],
		[
			'2025-03-01T18:00Z',
			'2025-03-02T06:00Z',
			'between 1 Mar 2025, 18:00 UTC and 2 Mar 2025, 06:00 UTC'
		]
	])('says of %s to %s: %s', (from, to, words) => {
		expect(line({ span: between(from, to) })).toBe(
			`31 stays ${words}, as of 30 Nov 2026, 07:42 UTC`
		);
	});

	it('is of the reader’s days, that of the clock change too', () => {
		const span = between('2025-03-29T23:00Z', '2025-03-30T22:00Z');
		expect(line({ span, zone: 'Europe/Berlin' })).toMatch(/^31 stays on 30 Mar 2025, as of/);
	});

	it('is as of the data’s own date, where they are old and tell all of the span', () => {
		expect(line({ clock: old })).toMatch(/, as of 8 Oct 2026$/);
	});

	it('says after which day nothing is known, where the span goes on', () => {
		const span = between('2025-04-08', '2026-12-09');
		expect(line({ clock: old, span })).toMatch(/\. What happened after 8 Oct is not known here$/);
	});
});
