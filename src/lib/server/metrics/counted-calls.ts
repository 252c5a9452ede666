import { Counter, type Registry } from 'prom-client';
import type { Fetch } from '../launch-library/http.ts';
import { prefix } from './registry.ts';

const results = ['2xx', '3xx', '4xx', '429', '5xx', 'no_answer'] as const;

/** `fetch`, each of whose calls is counted in `registry`, by what came of it. */
export function countedFetch(fetch: Fetch, registry: Registry): Fetch {
	const calls = new Counter({
		name: `${prefix}upstream_calls_total`,
		help: 'Calls made to upstream, redirects followed included, by what came back.',
		labelNames: ['result'],
		registers: [registry]
	});
	for (const result of results) calls.inc({ result }, 0);
	return async (...request) => {
		try {
			const response = await fetch(...request);
			calls.inc({ result: resultOf(response.status) });
			return response;
		} catch (error) {
			calls.inc({ result: 'no_answer' satisfies Result });
			throw error;
		}
	};
}

type Result = (typeof results)[number];

function resultOf(status: number): Result {
	if (status === 429) return '429';
	if (status < 300) return '2xx';
	if (status < 400) return '3xx';
	return status < 500 ? '4xx' : '5xx';
}
