import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { useApp } from './built-app.ts';
import { preload } from './preload.ts';
import { allWell, documentAt, healthAt, logLines, statusesAt } from './served.ts';

const documents = generateEvents({ count: 60 });
const starting = startUpstream({ documents });
const folder = mkdtempSync(join(tmpdir(), 'berthline-trouble-'));
const path = join(folder, 'berthline.db');
afterAll(async () => {
	await (await starting).close();
	rmSync(folder, { recursive: true, force: true });
});

const everySecond = {
	ARCHIVE_URL: `file:${path}`,
	REFRESH_SECONDS: '1',
	LL2_CALLS_PER_HOUR: '100000'
};

/** Ids of the documents in the archive's file; empty when it is none. */
function archivedIds(): unknown[] {
	const database = new DatabaseSync(path, { readOnly: true });
	try {
		return database
			.prepare('SELECT id FROM documents')
			.all()
			.map(({ id }) => id);
	} catch {
		return [];
	} finally {
		database.close();
	}
}

let latest = 9000;

/** Docks another craft upstream and waits until the app at `url` serves it. */
async function expectNews(url: string): Promise<number> {
	const id = ++latest;
	const docking = new Date(Date.UTC(2026, 9, 8) + id * 1000).toISOString();
	(await starting).put({ ...structuredClone(documents.at(-1)), id, docking });
	await expect.poll(async () => (await documentAt(url, id))?.['id']).toBe(id);
	return id;
}

describe('a server whose archive fails goes on from memory, says so, and catches up', () => {
	writeFileSync(path, 'no database, '.repeat(1000));
	const app = useApp(async () => ({
		upstream: (await starting).url,
		env: {
			...everySecond,
			...preload('sqlite-harm.ts'),
			SQLITE_HARM: 'full,fine,read-only,fine'
		}
	}));
	const warnings = async () => (await healthAt(app.url)).warnings;

	/** Serves news while there is trouble, keeps them, and has no trouble after it. */
	async function expectRecovery(trouble: string, end: () => void): Promise<void> {
		const id = await expectNews(app.url);
		await expect.poll(warnings).toEqual([expect.stringContaining(trouble)]);
		expect(await statusesAt(app.url)).toEqual(allWell);
		expect(archivedIds()).not.toContain(id);
		end();
		await expect.poll(warnings).toEqual([]);
		expect(archivedIds()).toContain(id);
		expect(archivedIds()).toHaveLength((await healthAt(app.url)).events);
	}
	const nextState = () => void process.kill(app.processId, 'SIGUSR2');

	it('damaged before the start: moved aside, and filled anew', async () => {
		await expect.poll(async () => (await healthAt(app.url)).source).toBe('live');
		await expectNews(app.url);
		expect(await warnings()).toEqual([]);
		expect(readdirSync(folder).join()).toContain('.damaged-');
		expect(logLines(app.log)).toContainEqual(
			expect.objectContaining({ level: 'error', msg: expect.stringContaining('moved aside') })
		);
		expect(archivedIds()).toHaveLength(61);
	});

	it('locked by another process', async () => {
		const other = new DatabaseSync(path, { timeout: 5000 });
		other.exec('BEGIN IMMEDIATE');
		await expectRecovery('locked', () => {
			other.exec('ROLLBACK');
			other.close();
		});
	});

	it('on a disk that is full', async () => {
		nextState();
		await expectRecovery('disk is full', nextState);
	});

	it('read-only', async () => {
		nextState();
		await expectRecovery('read-only', nextState);
	});

	it('vanished: written again from memory', async () => {
		for (const companion of ['', '-wal', '-shm']) rmSync(path + companion, { force: true });
		await expectNews(app.url);
		await expect.poll(archivedIds).toContain(latest);
		expect(archivedIds()).toHaveLength((await healthAt(app.url)).events);
		expect(await warnings()).toEqual([]);
		expect(await statusesAt(app.url)).toEqual(allWell);
	});
});

it('two servers on one file spend one budget, and both serve everything', async () => {
	const shared = await startUpstream({ documents });
	const env = {
		ARCHIVE_URL: `file:${join(folder, 'shared.db')}`,
		REFRESH_SECONDS: '1',
		LL2_CALLS_PER_HOUR: '12'
	};
	const apps = await Promise.all([1, 2].map(() => startBuild({ upstream: shared.url, env })));
	const hasSpentAll = async (url: string) => (await healthAt(url)).callsLeft <= 2;
	for (const { url } of apps) {
		await expect.poll(async () => (await healthAt(url)).source).not.toBe('sample');
		await expect.poll(() => hasSpentAll(url)).toBe(true);
		expect(await healthAt(url)).toMatchObject({ events: 60, warnings: [] });
		expect(await statusesAt(url)).toEqual(allWell);
	}
	// Two of the twelve are kept for single events.
	expect(shared.calls).toHaveLength(10);
	await Promise.all(apps.map((app) => app.close()));
	await shared.close();
});
