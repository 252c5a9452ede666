import { median } from 'd3';
import { healthAt } from '../api/served.ts';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream, type Fault } from '../upstream/server.ts';
import { load } from './loader.ts';
import { formatTable } from './table.ts';

const faults: readonly Fault[] = [
	{ kind: 'status', status: 429, headers: { 'Retry-After': '3' } },
	{ kind: 'status', status: 500 },
	{ kind: 'html' },
	{ kind: 'shape', shape: 'array' },
	{ kind: 'bad-document' },
	{ kind: 'truncated' },
	{ kind: 'endless' },
	{ kind: 'gzip-bomb', megabytes: 256 },
	{ kind: 'reset', midway: true },
	{ kind: 'hang' },
	{ kind: 'drip' },
	{ kind: 'redirect-loop' }
];

/** The clock stands still, so that what is compared are the same pages. */
const now = '2026-10-08T12:00Z';
const asked: readonly {
	readonly name: string;
	readonly path: string;
	readonly requests: number;
}[] = [
	{ name: 'page', path: `/?now=${now}`, requests: 3000 },
	{ name: 'event', path: `/events/1?now=${now}`, requests: 1500 },
	{ name: 'API list', path: '/2.3.0/docking_events/?limit=100', requests: 3000 },
	{ name: 'kept PNG', path: `/timeline.png?now=${now}`, requests: 1500 }
];
const connections = 4;
const rounds = 3;

/**
 * `npm run bench faults`: how fast answers come while upstream fails, as a share of how fast they
 * come while it is well, before and after. A refresh is due each second.
 */
export async function benchFaults(): Promise<void> {
	const upstream = await startUpstream({ documents: generateEvents({ count: 650 }) });
	const app = await startBuild({
		upstream: upstream.url,
		env: {
			REFRESH_SECONDS: '1',
			LL2_TIMEOUT_MS: '2000',
			LL2_CALLS_PER_HOUR: '1000000',
			LOG_LEVEL: 'warn'
		}
	});
	try {
		await untilLive(app.url);
		await speeds(app.url);
		const rows: string[][] = [];
		let well = await speeds(app.url);
		for (const fault of faults) {
			const clear = upstream.fault(fault);
			await upstream.waitForCalls(upstream.calls.length + 1);
			const ill = await speeds(app.url);
			clear();
			await untilLive(app.url);
			const wellAgain = await speeds(app.url);
			const shares = ill.map((speed, at) => (2 * speed) / (well[at]! + wellAgain[at]!));
			rows.push([nameOf(fault), ...shares.map((share) => share.toFixed(2))]);
			well = wellAgain;
		}
		console.log(`\nAnswers a second while upstream fails, as a share of those while it is well\n`);
		console.log(formatTable(['upstream', ...asked.map(({ name }) => name)], rows));
	} finally {
		await app.close();
		await upstream.close();
	}
}

/** Answers a second for each of `asked`, the median of some rounds. */
async function speeds(origin: string): Promise<number[]> {
	const found = asked.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [at, { path, requests }] of asked.entries()) {
			const plain = { origin, path, connections, mayChange: true };
			found[at]!.push((await load({ ...plain, requests })).perSecond);
		}
	}
	return found.map((perSecond) => median(perSecond)!);
}

async function untilLive(origin: string): Promise<void> {
	await until(async () => (await healthAt(origin)).source === 'live');
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

function nameOf(fault: Fault): string {
	return fault.kind === 'status' ? `answers ${fault.status}` : fault.kind;
}
