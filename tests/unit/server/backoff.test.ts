import { expect, test } from 'vitest';
import { backoffBounds, backoffMs } from '../../../src/lib/server/backoff.ts';

const bounds = { firstMs: 60_000, capMs: 1_800_000 };

test.each([
	[0, 0.5, 0],
	[1, 0, 30_000],
	[1, 0.5, 45_000],
	[1, 0.999999, 60_000],
	[2, 0, 60_000],
	[3, 0, 120_000],
	[5, 0, 480_000],
	[6, 0, 900_000],
	[7, 0.5, 1_350_000],
	[1000, 0.999999, 1_799_999],
	[Number.MAX_SAFE_INTEGER, 0, 900_000]
])('backoffMs after %i failures with random %f waits %i ms', (failures, random, expected) => {
	expect(backoffMs(failures, random, bounds)).toBe(expected);
});

test.each([
	[1000, { firstMs: 1000, capMs: 5000 }],
	[60_000, { firstMs: 2000, capMs: 60_000 }],
	[1_800_000, { firstMs: 60_000, capMs: 1_800_000 }],
	[86_400_000, { firstMs: 60_000, capMs: 1_800_000 }]
])('backoffBounds of a refresh every %i ms are %o', (refreshMs, expected) => {
	expect(backoffBounds(refreshMs)).toEqual(expected);
});
