import { createInterface } from 'node:readline';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { listeningAddress } from '../../src/commands/serving/address.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { load, type Load } from './loader.ts';
import { copyBuild, hasNginx, startNginx, type Files } from './static-servers.ts';
import { formatTable } from './table.ts';

interface Case {
	readonly name: string;
	readonly path: string;
	readonly coding: 'br' | 'identity';
	readonly requests: number;
}

const list = '/2.3.0/docking_events/';
const detailed = `${list}?limit=100&mode=detailed`;
const cases: readonly Case[] = [
	{ name: 'default list, br', path: list, coding: 'br', requests: 4000 },
	{ name: 'default list, plain', path: list, coding: 'identity', requests: 4000 },
	{ name: '100 detailed, br', path: detailed, coding: 'br', requests: 4000 },
	{ name: '100 detailed, plain', path: detailed, coding: 'identity', requests: 400 }
];

const connections = 8;
const rounds = 5;
const goal = 0.5;

/**
 * Prints how many requests a second the API answers with what it has ready, beside the same bytes
 * as files: served by the static handler of SvelteKit's adapter, and by nginx. The three take turns,
 * round by round, and of each ratio the median counts, so that a busy machine slows all alike.
 */
export async function benchHot(): Promise<void> {
	const upstream = await startUpstream({ documents: generateEvents({ count: 650 }) });
	const answers = await withApp(copyBuild({}), upstream.url, readAnswers);
	const own = copyBuild(answers.files);
	const nginx = hasNginx() ? await startNginx(answers.files) : undefined;
	if (!nginx) console.log('There is no nginx here, so that column is left out.');
	try {
		const rows = await withApp(own, upstream.url, async (origin) => {
			const measured = [];
			for (const [at, one] of cases.entries())
				measured.push(await measureCase(one, `/bench-${at}.json`, origin, nginx?.origin));
			return measured;
		});
		console.log(
			`\nHot answers, ${connections} connections, median of ${rounds} rounds; goal: at least ${goal} of the adapter's static file.\n`
		);
		const others = ['static /s', 'static p99 ms', ...(nginx ? ['nginx /s', 'nginx p99 ms'] : [])];
		const ratios = ['API : static', ...(nginx ? ['API : nginx'] : []), 'goal'];
		console.log(formatTable(['answer', 'KB', 'API /s', 'API p99 ms', ...others, ...ratios], rows));
	} finally {
		await nginx?.close();
		await upstream.close();
	}
}

async function readAnswers(origin: string): Promise<{ files: Files }> {
	const files: Record<string, Buffer> = {};
	for (const [at, { path, coding }] of cases.entries())
		files[`bench-${at}.json`] = await readRaw(`${origin}${path}`, coding);
	return { files };
}

/** The bytes as they cross the wire: fetch would unpack them. */
async function readRaw(url: string, coding: string): Promise<Buffer> {
	const { request } = await import('node:http');
	const asking = request(url, { headers: { 'accept-encoding': coding } }).end();
	const [response] = (await once(asking, 'response')) as [AsyncIterable<Buffer>];
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk);
	return Buffer.concat(chunks);
}

async function measureCase(one: Case, file: string, origin: string, nginxOrigin?: string) {
	const { requests } = one;
	const answers: Load[] = [];
	const statics: Load[] = [];
	const nginxes: Load[] = [];
	const plain = { connections, requests };
	const asks = { origin, path: one.path, headers: { 'accept-encoding': one.coding } };
	// The first round warms up and does not count.
	for (let round = 0; round <= rounds; round++) {
		const api = await load({ ...plain, ...asks });
		const fromDisk = await load({ ...plain, origin, path: file });
		const byNginx = nginxOrigin && (await load({ ...plain, origin: nginxOrigin, path: file }));
		if (api.bodyBytes !== fromDisk.bodyBytes) throw new Error('the bytes are not the same');
		if (round === 0) continue;
		answers.push(api);
		statics.push(fromDisk);
		if (byNginx) nginxes.push(byNginx);
	}
	const perSecond = (loads: Load[]) => median(loads.map((one) => one.perSecond)).toFixed(0);
	const p99 = (loads: Load[]) => median(loads.map((one) => one.p99Ms)).toFixed(1);
	const ratio = (others: Load[]) =>
		median(answers.map((own, at) => own.perSecond / (others[at]?.perSecond ?? NaN)));
	const speeds = [answers, statics, ...(nginxes.length ? [nginxes] : [])];
	return [
		one.name,
		((answers[0]?.bodyBytes ?? 0) / 1024).toFixed(1),
		...speeds.flatMap((loads) => [perSecond(loads), p99(loads)]),
		ratio(statics).toFixed(2),
		...(nginxes.length ? [ratio(nginxes).toFixed(2)] : []),
		ratio(statics) >= goal ? 'met' : 'not met'
	];
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Runs a copy of the build with live data, ends it, and removes the copy. */
async function withApp<T>(
	build: ReturnType<typeof copyBuild>,
	upstream: string,
	work: (origin: string) => Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-bench-'));
	const child = spawn(process.execPath, [build.entry], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			PATH: process.env['PATH'],
			HOST: '127.0.0.1',
			PORT: '0',
			// The same links whatever the port, so that two runs answer with the same bytes.
			ORIGIN: 'http://berthline.example',
			SHUTDOWN_TIMEOUT: '1',
			LOG_LEVEL: 'warn',
			ARCHIVE_URL: `file:${join(folder, 'berthline.db')}`,
			LL2_BASE_URL: upstream,
			LL2_CALLS_PER_HOUR: '1000'
		}
	});
	const ended = once(child, 'close');
	try {
		const origin = await new Promise<string>((resolve, reject) => {
			createInterface({ input: child.stdout }).on('line', (line) => {
				const address = listeningAddress(line);
				if (address) resolve(address);
			});
			void ended.then(() => reject(new Error('the build did not start')));
		});
		await untilLive(origin);
		return await work(origin);
	} finally {
		child.kill('SIGTERM');
		await ended;
		build.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function untilLive(origin: string): Promise<void> {
	const stream = await fetch(`${origin}/live`);
	for await (const _ of stream.body ?? []) {
		const health = (await (await fetch(`${origin}/healthz`)).json()) as { source: string };
		if (health.source === 'live') return;
	}
	throw new Error('no live data came');
}
