import { readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBerthline, type Berthline } from '../../../src/lib/server/berthline.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import { healthOf } from '../../../src/lib/server/health.ts';
import { instant, parseInstant } from '../../../src/lib/time/instant.ts';
import { generateEvents, type FullEvent } from '../../upstream/generate.ts';
import { createFakeTime, noon, type FakeTime } from './fake-time.ts';
import { createLogLines } from './log-lines.ts';
import { tempFolder } from './temp-folder.ts';
import { upstreamForTest } from './upstream-for-test.ts';

const documents = generateEvents({ count: 120 });
const ids = documents.map(({ id }) => id);

const sampleEvent = { ...structuredClone(documents[0] as FullEvent), id: 1_000_001 };
const sample = {
	updated: instant(noon - 3 * 86_400_000),
	documents: JSON.parse(JSON.stringify([sampleEvent])),
	locations: [{ id: 3, name: 'Forward', spacestation: null, spacecraft: null, payload: null }]
};

interface Settings {
	readonly time?: FakeTime;
	readonly path?: string;
	readonly env?: Record<string, string>;
}

async function start(base: string, settings: Settings = {}) {
	const { time = createFakeTime(), path = `${tempFolder()}/berthline.db` } = settings;
	const logLines = createLogLines();
	const env = { LL2_BASE_URL: base, ARCHIVE_URL: `file:${path}`, LL2_CALLS_PER_HOUR: '1000' };
	const berthline = await createBerthline({
		config: readConfig({ ...env, ...settings.env }),
		log: logLines.log,
		clock: time.clock,
		setTimer: time.setTimer,
		random: () => 0,
		readSample: () => sample
	});
	onTestFinished(() => berthline.stop());
	return { berthline, time, path, ...logLines };
}

function shownIds(berthline: Berthline): number[] {
	return berthline
		.snapshot()
		.catalogue.stays.map(({ id }) => id)
		.sort((a, b) => a - b);
}

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
			reason: 'Launch Library 2 could not be reached'
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
		[{ kind: 'reset' }, 'Launch Library 2 could not be reached'],
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

	test('tells subscribers of every refresh; its version changes only with the documents', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline, time } = await start(upstream.url);
		const told: { version: string; updated: number; source: string }[] = [];
		berthline.subscribe(() => {
			throw new Error('a listener that fails');
		});
		const unsubscribe = berthline.subscribe(({ version, updated, source }) =>
			told.push({ version, updated, source })
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
		const archive = await import('node:fs').then(({ readFileSync }) => readFileSync(path));
		expect(archive.includes(value)).toBe(false);
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
		const { DatabaseSync } = await import('node:sqlite');
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
