import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import packageFacts from '../../../../package.json' with { type: 'json' };

/** What every metric's name begins with. */
export const prefix = 'berthline_';

/**
 * A new registry that holds what the process tells of itself: processor time, memory, lag of the
 * event loop, garbage collection, open files, and which version runs.
 */
export function createRegistry(): Registry {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry, prefix });
	new Gauge({
		name: `${prefix}build_info`,
		help: 'Always 1; the version is a label.',
		labelNames: ['version'],
		registers: [registry]
	}).set({ version: packageFacts.version }, 1);
	return registry;
}
