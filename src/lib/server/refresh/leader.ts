import type { Sharing } from '../archive/archive.ts';
import type { Log } from '../log.ts';
import type { Refresher, SetTimer } from './refresher.ts';

/** Sees to it that of all replicas that share an archive one refreshes. */
export interface Leader {
	start(): void;
	/** Resolves when nothing runs any more; another replica may then take over at once. */
	stop(): Promise<void>;
	/** Of the time that this replica leads; undefined when it does not. */
	term(): number | undefined;
}

export interface LeaderOptions {
	readonly sharing: Sharing;
	readonly refresher: Pick<Refresher, 'start' | 'pause'>;
	readonly setTimer: SetTimer;
	readonly log: Log;
}

/** Whoever has not been heard of for so long is replaced. */
const termMs = 15_000;
const turnMs = 4000;

/** A leader that has not asked for the lead yet. */
export function createLeader({ sharing, refresher, setTimer, log }: LeaderOptions): Leader {
	let term: number | undefined;
	let callOff: (() => void) | undefined;
	let turning: Promise<void> | undefined;
	let isStopped = false;

	async function turn(): Promise<void> {
		const former = term;
		term = await sharing.lead(termMs);
		if (isStopped) return;
		callOff = setTimer(next, turnMs);
		if (term === former) return;
		if (term === undefined) {
			log.warn('another replica refreshes from now on, or nobody can tell who does');
			refresher.pause();
		} else {
			log.info({ term }, 'this replica refreshes from now on');
			refresher.start();
		}
	}

	function next(): void {
		turning = turn();
	}

	return {
		start: next,
		async stop() {
			isStopped = true;
			callOff?.();
			await turning;
			if (term !== undefined) await sharing.resign();
			term = undefined;
		},
		term: () => term
	};
}
