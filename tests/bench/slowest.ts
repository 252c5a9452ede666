import { startBuild } from '../e2e/start-build.ts';
import { oddRequests } from '../api/odd-requests.ts';
import { sendAll } from '../api/send-odd.ts';
import { quantile } from './loader.ts';
import { formatTable } from './table.ts';

const seed = 1;
const requests = 20_000;
const pictures = 400;
/** One after the other on each of so few that what is measured is the answer, not the queue. */
const connections = 2;

/**
 * `npm run bench slowest`: how long answers to requests that make no sense take, by route. They are
 * those of the fuzz test, with another seed.
 */
export async function benchSlowest(): Promise<void> {
	const app = await startBuild({ env: { PICTURES_PER_MINUTE: '1000000' } });
	const byRoute = new Map<string, number[]>();
	try {
		await sendAll(
			[app.url],
			oddRequests(seed, requests, pictures),
			({ request: { route }, tookMs }) => {
				byRoute.set(route, [...(byRoute.get(route) ?? []), tookMs]);
			},
			connections
		);
	} finally {
		await app.close();
	}
	const rows = [...byRoute].map(([route, tookMs]) => {
		const sorted = tookMs.sort((a, b) => a - b);
		const cells = [0.5, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1));
		return [route, sorted.length, ...cells];
	});
	rows.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
	console.log(`\nOdd requests, ${connections} connections\n`);
	console.log(formatTable(['route', 'answers', 'p50 ms', 'p99 ms', 'slowest ms'], rows));
}
