import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { healthOf } from '../../../src/lib/server/health.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import type { FullEvent } from '../../upstream/generate.ts';
import { documents, ids, sample, shownIds, start } from './berthline-for-test.ts';
import { noon } from './fake-time.ts';
import { tempFolder } from './temp-folder.ts';
import { upstreamForTest } from './upstream-for-test.ts';

describe('Berthline', () => {
	test('shows the sample at once, and the real data as a whole when they have come', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline, time } = await start(upstream.url);
		const before = berthline.snapshot();
		expect(before).toMatchObject({
			source: 'sample',
			updated: sample.updated,
			events: 1,
			lastRefresh: undefined,
			reason: 'Launch Library 2 is being read'
		});
		expect(shownIds(berthline)).toEqual([1_000_001]);
		expect(berthline.locations()).toEqual(sample.locations);
		berthline.start();
		await time.timerMs();
		const after = berthline.snapshot();
		expect(after).toMatchObject({
			source: 'live',
			updated: noon,
			events: 120,
			lastRefresh: noon,
			nextRefresh: noon + 1_800_000,
			reason: undefined,
			warnings: [],
			unreadable: 0
		});
		expect(after.version).not.toBe(before.version);
		expect(shownIds(berthline)).toEqual(ids);
		expect(berthline.document(1_000_001)).toBeUndefined();
		expect(berthline.locations()).toHaveLength(upstream.locations.documents.length);
	});

	test('never mixes: whatever a reader sees, it is all sample or all live', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline, time } = await start(upstream.url);
		const seen = new Set<string>();
		const look = () => {
			const isSample = shownIds(berthline).map((id) => id > 1_000_000);
			seen.add([...new Set(isSample)].join());
		};
		upstream.onCall(look);
		berthline.subscribe(look);
		berthline.start();
		await time.timerMs();
		expect([...seen]).toEqual(['true', 'false']);
	});

	test('gives documents as they were received', async () => {
		const odd = { ...structuredClone(documents[0] as FullEvent), id: 500, extra: { a: [null] } };
		const upstream = await upstreamForTest({ documents: [...documents, odd] });
		const { berthline, time } = await start(upstream.url);
		berthline.start();
		await time.timerMs();
		const answer = await fetch(`${upstream.url}/docking_events/500/`);
		expect(berthline.document(500)).toEqual(await answer.json());
		expect([...berthline.documents()].map(({ id }) => id)).toEqual([...ids, 500]);
		expect(berthline.document(501)).toBeUndefined();
	});

	test('tells subscribers of every refresh; its version changes only with the documents', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline, time } = await start(upstream.url);
		const told: Pick<Snapshot, 'version' | 'updated' | 'source' | 'nextRefresh'>[] = [];
		berthline.subscribe(() => {
			throw new Error('a listener that fails');
		});
		const unsubscribe = berthline.subscribe(({ version, updated, source, nextRefresh }) =>
			told.push({ version, updated, source, nextRefresh })
		);
		berthline.start();
		await time.timerMs();
		const { catalogue } = berthline.snapshot();
		await time.step();
		expect(berthline.snapshot().catalogue).toBe(catalogue);
		upstream.put({ ...structuredClone(documents[119]), departure: '2026-10-08T12:30:00Z' });
		await time.step();
		expect(told.map(({ source }) => source)).toEqual(['live', 'live', 'live']);
		expect(told[1]?.version).toBe(told[0]?.version);
		expect(told[2]?.version).not.toBe(told[1]?.version);
		expect(told.map(({ updated }) => updated - noon)).toEqual([0, 1_800_000, 3_600_000]);
		for (const { updated, nextRefresh } of told) expect(nextRefresh).toBe(updated + 1_800_000);
		unsubscribe();
		await time.step();
		expect(told).toHaveLength(3);
	});

	test('has the same version for the same documents, however they came', async () => {
		const upstream = await upstreamForTest({ documents });
		const versions: string[] = [];
		for (const order of [documents, documents.toReversed()]) {
			upstream.replaceAll(order);
			const { berthline, time } = await start(upstream.url);
			berthline.start();
			await time.timerMs();
			versions.push(berthline.snapshot().version);
		}
		expect(versions[0]).toBe(versions[1]);
	});

	test('nobody who asks has to wait for upstream', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'hang' });
		const { berthline } = await start(upstream.url, { env: { LL2_TIMEOUT_MS: '300' } });
		berthline.start();
		await upstream.waitForCalls(1);
		expect(berthline.snapshot().source).toBe('sample');
	});

	test('ends a call under way when it stops', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'hang' });
		const { berthline } = await start(upstream.url, { env: { LL2_TIMEOUT_MS: '600000' } });
		berthline.start();
		const [call] = await upstream.waitForCalls(1);
		await berthline.stop();
		expect((await call?.ended)?.isComplete).toBe(false);
	});

	test('sends the token upstream, and never writes it into log or archive', async () => {
		const value = 'sEcReT-0123456789';
		const upstream = await upstreamForTest({ documents, token: { value } });
		const elsewhere = await upstreamForTest();
		const { berthline, time, text, path } = await start(upstream.url, {
			env: { LL2_API_TOKEN: value, LOG_LEVEL: 'trace' }
		});
		upstream.fault({ kind: 'redirect', to: elsewhere.url }, { times: 1 });
		upstream.fault({ kind: 'reset' }, { times: 1 });
		berthline.start();
		await time.timerMs();
		await time.step();
		await time.step();
		expect(berthline.snapshot().source).toBe('live');
		expect(upstream.calls.map(({ authorization }) => authorization)).toContain(`Token ${value}`);
		expect(elsewhere.calls).toEqual([]);
		expect(text()).not.toContain(value);
		expect(text()).not.toBe('');
		await berthline.stop();
		const folder = path.replace(/\/[^/]*$/, '');
		expect(readdirSync(folder)).toEqual(['berthline.db']);
		expect(readFileSync(path).includes(value)).toBe(false);
	});

	test('serves from memory when the archive cannot be written, and health says so', async () => {
		const upstream = await upstreamForTest({ documents });
		const folder = tempFolder();
		writeFileSync(`${folder}/file`, '');
		const { berthline, time } = await start(upstream.url, { path: `${folder}/file/x.db` });
		berthline.start();
		await time.timerMs();
		const health = healthOf(berthline.snapshot());
		expect(health).toMatchObject({
			status: 'ok',
			source: 'live',
			events: 120,
			warnings: ['The archive cannot be used; data are kept in memory only.']
		});
	});

	test('counts archived documents that it cannot read, logs them, and shows the others', async () => {
		const upstream = await upstreamForTest({ documents });
		const first = await start(upstream.url);
		first.berthline.start();
		await first.time.timerMs();
		await first.berthline.stop();
		const database = new DatabaseSync(first.path);
		database.exec(`UPDATE documents SET text = '{' WHERE id = 17`);
		database.close();
		const { berthline, lines } = await start('off', first);
		expect(shownIds(berthline)).toEqual(ids.filter((id) => id !== 17));
		expect(berthline.snapshot().unreadable).toBe(1);
		expect(lines()).toContainEqual(
			expect.objectContaining({ level: 'warn', where: 'the archive' })
		);
	});
});
