import { describe, expect, test } from 'vitest';
import { createMemoryArchive } from '../../../src/lib/server/archive/memory.ts';
import { createBudget } from '../../../src/lib/server/launch-library/budget.ts';
import { createClient } from '../../../src/lib/server/launch-library/client.ts';
import type { HeldDocument } from '../../../src/lib/server/holdings.ts';
import { createEventReader } from '../../../src/lib/server/read-event.ts';
import { generateEvents } from '../../upstream/generate.ts';
import type { Upstream } from '../../upstream/server.ts';
import { documents, ids, shownIds, start } from './berthline-for-test.ts';
import { createFakeTime, noon } from './fake-time.ts';
import { createLogLines } from './log-lines.ts';
import { upstreamForTest } from './upstream-for-test.ts';

const hourMs = 3_600_000;
const stored = generateEvents({ count: 60 });

async function readerFor(upstream: Upstream, callsPerHour = 1000) {
	const archive = createMemoryArchive();
	const time = createFakeTime();
	const { clock } = time;
	const logLines = createLogLines();
	const budget = await createBudget({ archive, clock, random: () => 0, callsPerHour });
	const shown: number[] = [];
	const reader = createEventReader({
		client: createClient({
			base: upstream.url,
			token: undefined,
			timeoutMs: 2000,
			clock,
			fetch: globalThis.fetch,
			stop: new AbortController().signal,
			onRedirect: () => budget.record()
		}),
		budget,
		archive,
		clock,
		log: logLines.log,
		onRead({ id }: HeldDocument) {
			shown.push(id);
			return Promise.resolve();
		}
	});
	return { reader, archive, budget, time, shown, ...logLines };
}

describe('an event that the archive lacks', () => {
	test('is read with one call, archived as received, and shown', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		const { reader, archive, shown } = await readerFor(upstream);
		const document = await reader.read(17);
		expect(document).toMatchObject({ id: 17, docking: stored[16]?.docking });
		expect(upstream.calls.map(({ path }) => path)).toEqual(['/2.3.0/docking_events/17/']);
		const contents = await archive.read();
		expect(contents.documents.get(17)?.text).toBe(JSON.stringify(document));
		expect(contents.documents.get(17)?.receivedAt).toBe(noon);
		expect(contents.calls).toHaveLength(1);
		expect(shown).toEqual([17]);
		expect(await reader.read(17)).toEqual(document);
		expect(upstream.calls).toHaveLength(1);
	});

	test('is read once for all who ask at the same time', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		const { reader } = await readerFor(upstream);
		const answers = await Promise.all(Array.from({ length: 50 }, () => reader.read(17)));
		expect(new Set(answers.map((one) => one?.['id']))).toEqual(new Set([17]));
		expect(upstream.calls).toHaveLength(1);
	});

	test('and upstream too, is asked for once an hour', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		const { reader, time } = await readerFor(upstream);
		for (const _ of [1, 2, 3]) expect(await reader.read(999)).toBeUndefined();
		time.advance(hourMs - 1);
		expect(await reader.read(999)).toBeUndefined();
		expect(upstream.calls).toHaveLength(1);
		upstream.put({ ...structuredClone(stored[0]!), id: 999 });
		time.advance(1);
		expect(await reader.read(999)).toMatchObject({ id: 999 });
		expect(upstream.calls).toHaveLength(2);
	});

	test('that could not be had is asked for again after a minute', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		upstream.fault({ kind: 'status', status: 500 }, { times: 1 });
		const { reader, time } = await readerFor(upstream);
		expect(await reader.read(17)).toBeUndefined();
		time.advance(59_999);
		expect(await reader.read(17)).toBeUndefined();
		time.advance(1);
		expect(await reader.read(17)).toMatchObject({ id: 17 });
		expect(upstream.calls).toHaveLength(2);
	});

	test('is not asked for with the budget spent, and that is not remembered', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		const { reader, budget, time } = await readerFor(upstream, 6);
		for (const _ of [1, 2, 3, 4, 5, 6]) expect((await budget.take('event')).granted).toBe(true);
		for (let id = 1; id < 20; id++) expect(await reader.read(id)).toBeUndefined();
		expect(upstream.calls).toEqual([]);
		time.advance(hourMs + 1000);
		for (const id of [1, 2]) expect(await reader.read(id)).toMatchObject({ id });
	});

	test.each([
		[15, 5],
		[300, 100],
		[6, 2],
		[2, 2],
		[1, 1]
	])('of %d calls an hour at most %d are spent on them', async (callsPerHour, share) => {
		const upstream = await upstreamForTest({ documents: generateEvents({ count: 120 }) });
		const { reader, time } = await readerFor(upstream, callsPerHour);
		await Promise.all(Array.from({ length: 60 }, (_, at) => reader.read(at + 1)));
		for (let id = 61; id <= 120; id++) await reader.read(id);
		expect(upstream.calls).toHaveLength(share);
		time.advance(hourMs + 1000);
		await reader.read(1000);
		expect(upstream.calls).toHaveLength(share + 1);
	});

	test('and a 429 silence all calls, refreshes too', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		upstream.fault({ kind: 'status', status: 429, headers: { 'Retry-After': '600' } });
		const { reader, budget, time } = await readerFor(upstream);
		expect(await reader.read(17)).toBeUndefined();
		expect(await budget.take('refresh')).toEqual({
			granted: false,
			waitMs: 600_000,
			because: 'blocked'
		});
		upstream.clearFaults();
		for (let id = 18; id < 25; id++) expect(await reader.read(id)).toBeUndefined();
		expect(upstream.calls).toHaveLength(1);
		time.advance(600_000);
		expect(await reader.read(17)).toMatchObject({ id: 17 });
	});

	test.each([
		['another id', { ...structuredClone(stored[4]!), id: 18 }],
		['no docking', { ...structuredClone(stored[4]!), id: 17, docking: null }]
	])('is not archived when the answer has %s, and the log says so', async (_, document) => {
		const upstream = await upstreamForTest({ documents: stored });
		upstream.fault({ kind: 'status', status: 200, body: document });
		const { archive, reader, shown, lines } = await readerFor(upstream);
		expect(await reader.read(17)).toBeUndefined();
		expect((await archive.read()).documents.size).toBe(0);
		expect(shown).toEqual([]);
		expect(lines()).toContainEqual(expect.objectContaining({ level: 'warn', id: 17 }));
	});

	test('is not taken from the archive when nobody can read it there, but asked for', async () => {
		const upstream = await upstreamForTest({ documents: stored });
		const { archive, reader } = await readerFor(upstream);
		const receivedAt = noon;
		await archive.apply({
			put: [
				{ id: 17, text: '{', receivedAt },
				{ id: 18, text: '{"id":18}', receivedAt }
			]
		});
		for (const id of [17, 18]) expect(await reader.read(id)).toMatchObject({ id });
		expect(upstream.calls).toHaveLength(2);
	});
});

describe('Berthline, asked for an event that it does not hold', () => {
	const other = { ...structuredClone(documents[3]!), id: 5000 };

	test('beside live data shows it from then on, with one call', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline, time } = await start(upstream.url);
		berthline.start();
		await time.timerMs();
		upstream.put(other);
		const { version } = berthline.snapshot();
		const calls = upstream.calls.length;
		let told = 0;
		berthline.subscribe(() => void told++);
		expect(await berthline.readEvent(5000)).toMatchObject({ id: 5000 });
		expect(shownIds(berthline)).toEqual([...ids, 5000]);
		expect(berthline.held().has(5000)).toBe(true);
		expect(berthline.snapshot().version).not.toBe(version);
		expect(told).toBe(1);
		await berthline.readEvent(5000);
		expect(upstream.calls).toHaveLength(calls + 1);
	});

	test('beside the sample gives it, archives it, and shows it never', async () => {
		const upstream = await upstreamForTest({ documents: [other] });
		const { berthline, ...first } = await start(upstream.url);
		const before = berthline.snapshot();
		for (const _ of [1, 2]) expect(await berthline.readEvent(5000)).toMatchObject({ id: 5000 });
		expect(upstream.calls).toHaveLength(1);
		expect(berthline.snapshot()).toMatchObject({ source: 'sample', version: before.version });
		expect(shownIds(berthline)).toEqual([1_000_001]);
		await berthline.stop();
		const again = await start(upstream.url, first);
		expect(again.berthline.snapshot().source).toBe('sample');
		expect(await again.berthline.readEvent(5000)).toMatchObject({ id: 5000 });
		expect(upstream.calls).toHaveLength(1);
	});

	test('asks nobody for what it holds, and nobody at all where upstream is off', async () => {
		const upstream = await upstreamForTest({ documents });
		const { berthline } = await start(upstream.url);
		expect(await berthline.readEvent(1_000_001)).toMatchObject({ id: 1_000_001 });
		expect(upstream.calls).toEqual([]);
		const off = await start('off');
		expect(await off.berthline.readEvent(5000)).toBeUndefined();
	});
});
