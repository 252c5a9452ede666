import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { createRandom } from '../upstream/random.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { ensureBuild } from './built-app.ts';
import { hurriedClock } from './preload.ts';

const folder = mkdtempSync(join(tmpdir(), 'berthline-kill-'));
const path = join(folder, 'berthline.db');
const kills = 6;

beforeAll(ensureBuild, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sixty stays, all of which name the round. */
const documentsOf = (round: number) =>
	generateEvents({ count: 60 }).map((event) => ({ ...event, round }));

/** The rounds that documents name. */
const roundsOf = (documents: readonly object[]) =>
	new Set(documents.map((document) => ('round' in document ? document.round : undefined)));

/** The rounds of all documents in the archive's file. */
function archivedRounds(): Set<unknown> {
	const database = new DatabaseSync(path);
	expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
	const rows = database.prepare('SELECT text FROM documents').all();
	database.close();
	expect(rows).toHaveLength(60);
	return roundsOf(rows.map(({ text }) => JSON.parse(String(text)) as object));
}

/** The rounds of all documents that the API of the app at `url` serves. */
async function servedRounds(url: string): Promise<Set<unknown>> {
	const { text } = await ask(`${url}/2.3.0/docking_events/?limit=100&mode=detailed`);
	return roundsOf((JSON.parse(text) as { results: object[] }).results);
}

it(`a server killed ${kills} times while it refreshes starts again with one whole refresh`, async () => {
	const random = createRandom(9);
	const upstream = await startUpstream({ documents: documentsOf(0) });
	let round = 0;
	upstream.onCall(({ path }) => {
		if (path.includes('docking_events')) upstream.replaceAll(documentsOf(++round));
	});
	const env = {
		...hurriedClock({ speed: 60 }),
		ARCHIVE_URL: `file:${path}`,
		REFRESH_SECONDS: '1',
		RESYNC_SECONDS: '1',
		LL2_CALLS_PER_HOUR: '1000000'
	};
	let held = new Set<unknown>();
	for (let kill = 0; kill < kills; kill++) {
		const app = await startBuild({ upstream: upstream.url, env });
		if (kill > 0) expect((await servedRounds(app.url)).size).toBe(1);
		const calls = upstream.calls.length + 3 + Math.floor(random.between(0, 12));
		await upstream.waitForCalls(calls);
		// A moment by chance, not a wait for something.
		await delay(random.between(0, 15));
		process.kill(app.processId, 'SIGKILL');
		await app.close();
		const now = archivedRounds();
		expect(now.size).toBe(1);
		expect(now).not.toEqual(held);
		held = now;
	}
	await upstream.close();
});
