import { expect, test } from 'vitest';
import { healthOf } from '../../../src/lib/server/health.ts';
import { documents, start } from './berthline-for-test.ts';
import { upstreamForTest } from './upstream-for-test.ts';

test('healthOf writes instants as ISO 8601 and what is unknown as null', async () => {
	const upstream = await upstreamForTest({ documents });
	const { berthline, time } = await start(upstream.url);
	expect(healthOf(berthline.snapshot())).toEqual({
		status: 'ok',
		source: 'sample',
		reason: 'Launch Library 2 is being read',
		events: 1,
		unreadable: 0,
		version: berthline.snapshot().version,
		updated: '2026-10-05T12:00:00Z',
		lastRefresh: null,
		nextRefresh: null,
		callsLeft: 1000,
		warnings: []
	});
	berthline.start();
	await time.timerMs();
	expect(healthOf(berthline.snapshot())).toMatchObject({
		updated: '2026-10-08T12:00:00Z',
		lastRefresh: '2026-10-08T12:00:00Z',
		nextRefresh: '2026-10-08T12:30:00Z',
		callsLeft: 997
	});
});
