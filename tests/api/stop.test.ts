import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { ensureBuild } from './built-app.ts';
import { healthAt } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'berthline-stop-'));

beforeAll(ensureBuild, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An answer whose body nobody reads yet. */
function begin(url: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, { agent: false }, (response) => resolve(response.pause())).on('error', reject);
	});
}

/** So many in each document that a list is more than a system keeps for who does not read it. */
const agencies = 50;
const heavy = generateEvents({ count: 100 }).map((event) => {
	const chaser = structuredClone(event.flight_vehicle_chaser);
	const mission = chaser?.launch?.mission;
	if (mission) mission.agencies = Array.from({ length: agencies }, () => mission.agencies[0]!);
	return { ...event, flight_vehicle_chaser: chaser };
});

it('SIGTERM ends streams at once, lets an answer in flight be read to its end, and leaves nothing', async () => {
	const upstream = await startUpstream({ documents: heavy });
	const app = await startBuild({
		upstream: upstream.url,
		env: { ARCHIVE_URL: `file:${join(folder, 'berthline.db')}`, SHUTDOWN_TIMEOUT: '60' }
	});
	await expect.poll(async () => (await healthAt(app.url)).events).toBe(100);
	const list = await begin(`${app.url}/2.3.0/docking_events/?limit=100&mode=detailed`);
	const live = await begin(`${app.url}/live`);

	process.kill(app.processId, 'SIGTERM');
	expect(await text(live)).toContain('event: catalogue');
	await expect.poll(() => ask(app.url).catch(() => 'refused')).toBe('refused');
	const answer = await text(list);
	expect(answer.length).toBeGreaterThan(12_000_000);
	expect((JSON.parse(answer) as { results: unknown[] }).results).toHaveLength(100);

	await app.close();
	expect(() => process.kill(app.processId, 0)).toThrow('ESRCH');
	expect(readdirSync(folder)).toEqual(['berthline.db']);
	const database = new DatabaseSync(join(folder, 'berthline.db'));
	database.exec('BEGIN EXCLUSIVE; COMMIT');
	database.close();
	await upstream.close();
});
