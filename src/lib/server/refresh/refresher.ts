import type { Instant } from '../../time/instant.ts';
import type { ArchiveContents } from '../archive/archive.ts';
import { failed } from '../launch-library/failure.ts';
import type { Difference } from './change.ts';
import { createPace, type Hindrance, type Pace } from './pace.ts';
import { planRefresh, type Plan } from './plan.ts';
import { createRefreshLog, type RefreshResult } from './refresh-log.ts';
import { createWorker, type WorkerOptions } from './worker.ts';

/** Runs `work` once after `delayMs`; what it returns calls it off. */
export type SetTimer = (work: () => void, delayMs: number) => () => void;

/** Keeps the archive up to date by itself, from `start` to `stop`. */
export interface Refresher {
	start(): void;
	/** Plans nothing more until it is started again; what runs comes to its end. */
	pause(): void;
	/** Calls off what is planned and resolves when nothing runs any more. */
	stop(): Promise<void>;
	/** Does what is due, now; while it runs, everybody who asks gets the same run. */
	run(): Promise<void>;
	nextRefresh(): Instant | undefined;
	/** Another replica has refreshed: then the next one is planned after that. */
	replan(): Promise<void>;
	/** What keeps newer data away; undefined when the last refresh succeeded. */
	hindrance(): Hindrance | undefined;
}

export interface RefresherOptions extends WorkerOptions {
	readonly random: () => number;
	readonly setTimer: SetTimer;
	readonly refreshMs: number;
	/** Told after every refresh that succeeded, whether or not it changed anything. */
	readonly onRefreshed: (difference: Difference, contents: ArchiveContents) => void;
	/** Told how every attempt ended. */
	readonly onRefreshEnd?: ((result: RefreshResult) => void) | undefined;
}

/** Timers are looked after this often, because a machine may sleep and its clock may be set. */
const longestTimerMs = 3_600_000;

/** A refresher that has not begun. */
export function createRefresher(options: RefresherOptions): Refresher {
	const { archive, clock, setTimer, log } = options;
	const worker = createWorker(options);
	const pace = createPace(options);
	const logs = createRefreshLog(log, options.onRefreshEnd);
	let running: Promise<void> | undefined;
	let callOff: (() => void) | undefined;
	let nextAt: Instant | undefined;
	let isStopped = false;
	let isPaused = false;

	const plan = () => nextPlan(options, pace);

	async function doWhatIsDue(): Promise<void> {
		const { kind, at } = await plan();
		if (at > clock()) return;
		const begun = clock();
		const step = await worker.read(kind);
		if (isStopped) return;
		if (step.kind === 'wait') pace.waits(step.waitMs);
		else if (step.kind === 'failed') pace.failed(kind, step.failure);
		else {
			const difference = await worker.writeDown(step.value);
			if (!difference) {
				log.warn('another replica has taken over; what was read is left to it');
				return;
			}
			pace.succeeded(kind);
			nextAt = (await plan()).at;
			options.onRefreshed(difference, await archive.read());
			logs.refreshed(step.value, difference, clock() - begun, nextAt);
			return;
		}
		logs.hindered(kind, step, (await plan()).at);
	}

	async function attempt(): Promise<void> {
		callOff?.();
		try {
			await doWhatIsDue();
		} catch (error) {
			logs.brokeOff(error);
			pace.failed('full', failed('network', 'internal error').failure);
		}
		if (isStopped) return;
		nextAt = (await plan()).at;
		if (isPaused) return;
		callOff = setTimer(() => void run(), Math.min(longestTimerMs, Math.max(0, nextAt - clock())));
	}

	function run(): Promise<void> {
		running ??= attempt().finally(() => (running = undefined));
		return running;
	}

	return {
		start() {
			isPaused = false;
			void run();
		},
		pause() {
			isPaused = true;
			callOff?.();
		},
		async stop() {
			isStopped = true;
			callOff?.();
			await running;
		},
		run,
		nextRefresh: () => nextAt,
		async replan() {
			nextAt = (await plan()).at;
		},
		hindrance: () => pace.hindrance()
	};
}

async function nextPlan(options: RefresherOptions, pace: Pace): Promise<Plan> {
	const { archive, clock, refreshMs, resyncMs } = options;
	const { facts } = await archive.read();
	const fullNotBefore = pace.notBefore('full');
	const incrementalNotBefore = pace.notBefore('incremental');
	const now = clock();
	return planRefresh({ now, facts, refreshMs, resyncMs, fullNotBefore, incrementalNotBefore });
}
