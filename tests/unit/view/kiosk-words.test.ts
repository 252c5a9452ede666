import { describe, expect, it } from 'vitest';
import { allTitle, asOfText, knownText } from '../../../src/lib/view/kiosk-words.ts';
import { clockOf } from './kiosk-for-test.ts';

describe('the date of what a kiosk tells', () => {
	it.each([
		['all is known', '2026-10-08T12:00Z', '', '12:00 UTC', 'Docked now'],
		[
			'known to an hour of today',
			'2026-10-08T11:42Z',
			'11:42 UTC',
			'11:42 UTC',
			'Docked as of 11:42 UTC'
		],
		[
			'known to last night, less than a day ago',
			'2026-10-07T23:59Z',
			'7 Oct 2026',
			'7 Oct',
			'Docked as of 7 Oct 2026'
		],
		[
			'known to the same day of last year',
			'2025-10-08T12:00Z',
			'8 Oct 2025',
			'8 Oct 2025',
			'Docked as of 8 Oct 2025'
		]
	])('where %s: %s', (_, knownUntil, asOf, known, title) => {
		const clock = clockOf({ now: '2026-10-08T12:00Z', knownUntil });
		expect(asOfText(clock)).toBe(asOf);
		expect(knownText(clock)).toBe(known);
		expect(allTitle(clock)).toBe(title);
	});
});
