import { Counter, Histogram, type Registry } from 'prom-client';
import { PoolFull, type PictureJob, type PicturePool } from '../pictures/pool.ts';
import { prefix } from './registry.ts';

const formats: readonly PictureJob['format'][] = ['svg', 'png'];
const bucketsS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `pool`, whose drawings are counted and timed in `registry`; what was drawn before is not drawn. */
export function countedPool(pool: PicturePool, registry: Registry): PicturePool {
	const registers = [registry];
	const labelNames = ['format'] as const;
	const refused = new Counter({
		name: `${prefix}pictures_refused_total`,
		help: 'Pictures not drawn because too many others waited.',
		registers
	});
	const failed = new Counter({
		name: `${prefix}pictures_failed_total`,
		help: 'Pictures whose drawing failed.',
		labelNames,
		registers
	});
	const drawn = new Histogram({
		name: `${prefix}picture_drawing_seconds`,
		help: 'How long pictures took, the wait for a free thread included.',
		labelNames,
		buckets: bucketsS,
		registers
	});
	const count = new Counter({
		name: `${prefix}pictures_drawn_total`,
		help: 'Pictures drawn.',
		labelNames,
		registers
	});
	for (const format of formats) for (const counter of [failed, count]) counter.inc({ format }, 0);
	return {
		...pool,
		checkRoom() {
			try {
				pool.checkRoom();
			} catch (problem) {
				if (problem instanceof PoolFull) refused.inc();
				throw problem;
			}
		},
		async draw(job) {
			const { format } = job;
			const took = drawn.startTimer({ format });
			try {
				const bytes = await pool.draw(job);
				took();
				count.inc({ format });
				return bytes;
			} catch (problem) {
				failed.inc({ format });
				throw problem;
			}
		}
	};
}
