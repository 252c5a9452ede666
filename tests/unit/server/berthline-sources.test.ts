import { describe, expect, onTestFinished, test } from 'vitest';
import { createBerthline } from '../../../src/lib/server/berthline.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import { instant, parseInstant } from '../../../src/lib/time/instant.ts';
import { documents, ids, shownIds, start } from './berthline-for-test.ts';
import { createFakeTime, noon } from './fake-time.ts';
import { createLogLines } from './log-lines.ts';
import { tempFolder } from './temp-folder.ts';
import { upstreamForTest } from './upstream-for-test.ts';

describe('what Berthline shows', () => {
	test('shows the archive after a restart without upstream, first as live, later as stale', async () => {
		const upstream = await upstreamForTest({ documents });
		const first = await start(upstream.url);
		first.berthline.start();
		await first.time.timerMs();
		const { version } = first.berthline.snapshot();
		await first.berthline.stop();
		await upstream.close();
		const { berthline, time } = await start(upstream.url, first);
		berthline.start();
		expect(berthline.snapshot()).toMatchObject({ source: 'live', version, updated: noon });
		expect(shownIds(berthline)).toEqual(ids);
		await time.step();
		await time.step();
		time.advance(noon + 3_610_001 - time.clock());
		expect(berthline.snapshot()).toMatchObject({
			source: 'stale',
			updated: noon,
			version,
			reason: 'No answer from Launch Library 2'
		});
	});

	test.each([
		[3_610_000, 'live'],
		[3_610_001, 'stale']
	] as const)('with upstream off, data %i ms old are %s', async (ageMs, source) => {
		const upstream = await upstreamForTest({ documents });
		const first = await start(upstream.url);
		first.berthline.start();
		await first.time.timerMs();
		await first.berthline.stop();
		const time = createFakeTime(instant(noon + ageMs));
		const { berthline } = await start('off', { path: first.path, time });
		berthline.start();
		const snapshot = berthline.snapshot();
		expect(snapshot).toMatchObject({ source, callsLeft: 0, nextRefresh: undefined });
		expect(snapshot.reason).toBe(source === 'stale' ? 'Upstream is switched off' : undefined);
	});

	test('shows the sample, and says why, with upstream off and nothing archived', async () => {
		const { berthline } = await start('off');
		berthline.start();
		expect(berthline.snapshot()).toMatchObject({
			source: 'sample',
			reason: 'Upstream is switched off'
		});
	});

	test.each([
		[{ kind: 'reset' }, 'No answer from Launch Library 2'],
		[{ kind: 'status', status: 503 }, 'Launch Library 2 answered with an error (HTTP 503)'],
		[{ kind: 'html' }, 'Launch Library 2 answered with something that could not be read'],
		[
			{ kind: 'status', status: 429, headers: { 'Retry-After': '300' } },
			'Launch Library 2 allows no more calls until 12:05 UTC'
		],
		[
			{ kind: 'status', status: 429, headers: { 'Retry-After': '50000' } },
			'Launch Library 2 allows no more calls until 2026-10-09 01:53 UTC'
		]
	] as const)('keeps the sample at the fault %o and says: %s', async (fault, reason) => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault(fault);
		const { berthline, time } = await start(upstream.url);
		berthline.start();
		await time.timerMs();
		expect(berthline.snapshot()).toMatchObject({ source: 'sample', reason });
	});

	test('brings the bundled sample when nothing else is there', async () => {
		const berthline = await createBerthline({
			config: readConfig({ LL2_BASE_URL: 'off', ARCHIVE_URL: `file:${tempFolder()}/x.db` }),
			log: createLogLines().log
		});
		onTestFinished(() => berthline.stop());
		const snapshot = berthline.snapshot();
		expect(snapshot).toMatchObject({ source: 'sample', events: 641, unreadable: 0 });
		expect(snapshot.updated).toBe(parseInstant('2026-10-08T00:00:00Z'));
		expect(berthline.document(529)).toMatchObject({ docking: '2024-01-17T17:46:00Z' });
	});
});
