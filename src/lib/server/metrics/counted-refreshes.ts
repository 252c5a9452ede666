import { Counter, type Registry } from 'prom-client';
import { refreshResults, type RefreshResult } from '../refresh/refresh-log.ts';
import { prefix } from './registry.ts';

/** A counter of refreshes in `registry`, to be told how each one ended. */
export function countedRefreshes(registry: Registry): (result: RefreshResult) => void {
	const refreshes = new Counter({
		name: `${prefix}refreshes_total`,
		help: 'Attempts to refresh, by how they ended; unsure: nothing was removed; waited: no calls were free.',
		labelNames: ['result'],
		registers: [registry]
	});
	for (const result of refreshResults) refreshes.inc({ result }, 0);
	return (result) => refreshes.inc({ result });
}
