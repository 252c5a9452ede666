import { runLoad } from '../api/run-load.ts';
import { quantile } from './loader.ts';
import { formatTable } from './table.ts';

const size = { requests: 10_000, connections: 200, streams: 500 };

/**
 * `npm run bench load`: 10,000 requests by 200 connections over pages, API, data and kept pictures,
 * while 500 streams are open and upstream changes. Throws when one fails or a stream misses a version.
 */
export async function benchLoad(): Promise<void> {
	const { tookMs, wholeMs, statuses, versions, strays, memory } = await runLoad(size);
	const mb = (megabytes: number | undefined) => megabytes?.toFixed(0) ?? 'unknown';
	console.log(
		`\n${size.requests} requests, ${size.connections} connections, ${size.streams} streams\n`
	);
	console.log(
		formatTable(
			['measured', 'figure'],
			[
				['answers a second', ((tookMs.length / wholeMs) * 1000).toFixed(0)],
				['p50 ms', quantile(tookMs, 0.5).toFixed(0)],
				['p99 ms', quantile(tookMs, 0.99).toFixed(0)],
				['errors', size.requests - (statuses.get(200) ?? 0)],
				['versions heard by every stream', versions.length],
				['streams that missed one or heard one twice', strays],
				['resident MB before', mb(memory?.before)],
				['resident MB at most', mb(memory?.peak)],
				['resident MB after', mb(memory?.after)]
			]
		)
	);
	if (statuses.get(200) !== size.requests || strays) throw new Error('an answer or news was lost');
}
