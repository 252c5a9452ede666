import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream, type Fault } from '../upstream/server.ts';
import { useApp } from './built-app.ts';
import { hurriedClock } from './preload.ts';
import { allWell, documentAt, healthAt, logLines, statusesAt } from './served.ts';

const documents = generateEvents({ count: 250 });
const newest = documents.length;
const starting = startUpstream({ documents });
const elsewhere = startUpstream({ documents });
afterAll(async () => {
	await (await starting).close();
	await (await elsewhere).close();
});

/** A refresh every sixth of a second, every second one in full; a minute's silence is a second. */
const app = useApp(async () => ({
	upstream: (await starting).url,
	env: {
		...hurriedClock({ speed: 60, hours: [5, -5, 0] }),
		REFRESH_SECONDS: '10',
		RESYNC_SECONDS: '20',
		LL2_TIMEOUT_MS: '1000',
		LL2_CALLS_PER_HOUR: '1000000'
	}
}));

/** The first line after the `from`th that has these properties. */
async function lineWith(from: number, properties: object): Promise<Record<string, unknown>> {
	const seen = () => logLines(app.log.slice(from));
	await expect.poll(seen).toContainEqual(expect.objectContaining(properties));
	const matches = expect.objectContaining(properties) as { asymmetricMatch(one: unknown): boolean };
	return seen().find((line) => matches.asymmetricMatch(line)) ?? {};
}

let edits = 0;

/** Changes the newest event upstream and waits until the API serves the change. */
async function expectRecovery(): Promise<void> {
	const docking = new Date(Date.UTC(2026, 9, 8) + ++edits * 60_000).toISOString();
	(await starting).put({ ...structuredClone(documents[newest - 1]), docking });
	await expect
		.poll(async () => Date.parse(String((await documentAt(app.url, newest))?.['docking'])))
		.toBe(Date.parse(docking));
	await expect.poll(async () => (await healthAt(app.url)).source).toBe('live');
}

const failure = (properties: object) => ({
	level: 'warn',
	msg: 'the refresh failed',
	failure: expect.objectContaining(properties)
});
const silence = (retryAfter?: object) => ({
	level: 'warn',
	msg: 'upstream asks for silence; the refresh goes on later',
	failure: expect.objectContaining({ kind: 'throttled', status: 429, ...retryAfter })
});
const oneOf = (...kinds: string[]) => ({
	kind: expect.stringMatching(new RegExp(`^(${kinds.join('|')})$`))
});
const moved = { level: 'warn', msg: expect.stringContaining('the list moved'), removed: 0 };
const skipped = (unreadable: number) => ({ msg: 'refreshed', removed: 0, unreadable });

const faults: [Fault, object][] = [
	[
		{ kind: 'status', status: 429, headers: { 'Retry-After': '30' } },
		silence({ retryAfterMs: 30_000 })
	],
	[{ kind: 'status', status: 429 }, silence()],
	[{ kind: 'status', status: 403 }, failure({ kind: 'status', status: 403 })],
	[{ kind: 'status', status: 500 }, failure({ kind: 'status', status: 500 })],
	[{ kind: 'status', status: 503, headers: { 'Retry-After': '30' } }, failure({ status: 503 })],
	[{ kind: 'html' }, failure({ kind: 'not-json' })],
	[{ kind: 'truncated' }, failure({ kind: 'network' })],
	[{ kind: 'truncated', honest: true }, failure({ kind: 'not-json' })],
	[{ kind: 'endless' }, failure(oneOf('too-large', 'timeout'))],
	[{ kind: 'gzip-bomb' }, failure(oneOf('too-large', 'timeout'))],
	[{ kind: 'shape', shape: 'array' }, failure({ kind: 'shape' })],
	[{ kind: 'shape', shape: 'count-text' }, failure({ kind: 'shape' })],
	[{ kind: 'shape', shape: 'results-null' }, failure({ kind: 'shape' })],
	[{ kind: 'shape', shape: 'results-empty' }, failure({ kind: 'shape' })],
	[{ kind: 'shape', shape: 'two-documents' }, failure({ kind: 'not-json' })],
	[{ kind: 'bad-document' }, skipped(3)],
	[{ kind: 'reset' }, failure({ kind: 'network' })],
	[{ kind: 'reset', midway: true }, failure({ kind: 'network' })],
	[{ kind: 'hang' }, failure({ kind: 'timeout' })],
	[{ kind: 'hang', afterHeaders: true }, failure({ kind: 'timeout' })],
	[{ kind: 'drip' }, failure({ kind: 'timeout' })],
	[{ kind: 'redirect-loop' }, failure({ kind: 'redirect' })],
	[{ kind: 'count-changes' }, moved],
	[{ kind: 'duplicates' }, moved]
];

/** Asserts that a fault changes nothing that is served, is told once with a time, and passes. */
async function expectHarmless(fault: Fault, told: object): Promise<void> {
	const before = await healthAt(app.url);
	const from = app.log.length;
	const clear = (await starting).fault(fault);
	onTestFinished(clear);
	const line = await lineWith(from, told);
	// Which may be at once: only one kind of refresh has to wait.
	expect(line['next']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
	expect(await statusesAt(app.url)).toEqual(allWell);
	const { version, events } = await healthAt(app.url);
	expect({ version, events }).toEqual({ version: before.version, events: newest });
	clear();
	await expectRecovery();
}

describe('whatever Launch Library 2 does, the last good data are served, and the server recovers', () => {
	it('begins with everything', expectRecovery);

	it.each(faults)('%o', expectHarmless);

	it.each(['redirect', 'foreign-next'] as const)(
		'a %s to elsewhere, which is not called',
		async (kind) => {
			const to = `${(await elsewhere).url}/docking_events/`;
			await expectHarmless({ kind, to }, failure({ kind }));
			expect((await elsewhere).calls).toEqual([]);
		}
	);

	it.each([-5, 5])('a Date header %i hours off', async (hours) => {
		onTestFinished((await starting).fault({ kind: 'clock-off', hours }));
		await expectRecovery();
	});

	it.each(['5 hours ahead', '5 hours behind', 'right again'])('its own clock, now %s', async () => {
		process.kill(app.processId, 'SIGUSR2');
		await expectRecovery();
		expect(await statusesAt(app.url)).toEqual(allWell);
	});

	it('an edit while a list is read, and deletions', async () => {
		const upstream = await starting;
		const late = { ...structuredClone(documents[0]), docking: '1950-01-01T00:00:00Z', id: 9000 };
		upstream.fault({ kind: 'insert', document: late }, { path: /docking_events/ });
		await expect.poll(async () => (await healthAt(app.url)).events).toBe(newest + 1);
		upstream.fault({ kind: 'remove', id: 9000 }, { path: /docking_events/ });
		await expect.poll(async () => (await healthAt(app.url)).events).toBe(newest);
		expect(await documentAt(app.url, 1)).toBeDefined();
		await expectRecovery();
	});

	it('without one line about a mistake of its own', () => {
		expect(logLines(app.log).filter(({ level }) => level === 'error')).toEqual([]);
	});
});
