import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../../src/lib/server/launch-library/retry-after.ts';
import { instant } from '../../../../src/lib/time/instant.ts';

const now = instant(Date.UTC(2026, 9, 8, 12));

test.each([
	['120', 120_000],
	['0', 1000],
	['1.5', 1500],
	[' 60 ', 60_000],
	['999999999', 86_400_000],
	['Thu, 08 Oct 2026 12:01:00 GMT', 60_000],
	['Thursday, 08-Oct-26 12:01:00 GMT', 60_000],
	['Thu Oct  8 12:01:00 2026', 60_000],
	['Thu, 08 Oct 2026 11:00:00 GMT', 1000],
	['soon', undefined],
	['-5', undefined],
	['2026-10-08', undefined],
	['', undefined],
	[null, undefined]
])('retryAfterMs reads %j as %s ms', (header, expected) => {
	expect(retryAfterMs(header, now)).toBe(expected);
});
