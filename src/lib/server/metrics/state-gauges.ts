import { Counter, Gauge, type Registry } from 'prom-client';
import type { Snapshot, Source } from '../snapshot.ts';
import { prefix } from './registry.ts';

/** What is looked at when metrics are asked for. */
export interface StateSources {
	snapshot(): Snapshot;
	/** Milliseconds since 1970. */
	clock(): number;
	openStreams(): number;
	waitingPictures(): number;
	/** Log lines that nobody took. */
	droppedLines(): number;
}

const sources: readonly Source[] = ['live', 'stale', 'sample'];

/**
 * Adds gauges that are read whenever `registry` is asked. One that cannot be read is left out and
 * counted; the others are told all the same.
 */
export function addStateGauges(registry: Registry, state: StateSources): void {
	const failures = new Counter({
		name: `${prefix}unreadable_metrics_total`,
		help: 'Times that a metric could not be read and was left out.',
		registers: [registry]
	});
	const add = (name: string, help: string, read: () => number) =>
		new Gauge({
			name: prefix + name,
			help,
			registers: [registry],
			collect() {
				try {
					this.set(read());
				} catch {
					this.remove();
					failures.inc();
				}
			}
		});
	addDataGauges(add, state);
	for (const source of sources)
		add(`data_is_${source}`, `1 while the data shown are ${source}, else 0.`, () =>
			state.snapshot().source === source ? 1 : 0
		);
	add('live_streams', 'Open streams of /live.', () => state.openStreams());
	add('picture_queue_length', 'Pictures that wait to be drawn.', () => state.waitingPictures());
	new Counter({
		name: `${prefix}log_lines_dropped_total`,
		help: 'Log lines that nobody took in time.',
		registers: [registry],
		collect() {
			this.reset();
			this.inc(state.droppedLines());
		}
	});
}

type AddGauge = (name: string, help: string, read: () => number) => void;

function addDataGauges(add: AddGauge, { snapshot, clock }: StateSources): void {
	add('data_age_seconds', 'Time since the last refresh that succeeded.', () => {
		return (clock() - snapshot().updated) / 1000;
	});
	add('events', 'Docking events shown.', () => snapshot().events);
	add('unreadable_events', 'Docking events that could not be read.', () => snapshot().unreadable);
	add('warnings', 'Sentences under warnings in /healthz.', () => snapshot().warnings.length);
	add('upstream_calls_left', 'Calls that upstream may be asked now.', () => snapshot().callsLeft);
}
