import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { PictureQuery } from '../../export/picture.ts';

/** A picture to draw; plain data, so that it can go to another thread. */
export interface PictureJob {
	readonly query: PictureQuery;
	/** What it is called where it is not seen. */
	readonly name: string;
	readonly format: 'svg' | 'png';
	readonly text: 'text' | 'outline';
	readonly scale: number;
}

/** Draws pictures on threads of their own, a few at a time. */
export interface PicturePool {
	/** Throws {@link PoolFull} when no more may wait. */
	checkRoom(): void;
	/** The bytes of a picture. */
	draw(job: PictureJob): Promise<Uint8Array<ArrayBuffer>>;
	/** How many pictures wait for a thread. */
	waiting(): number;
	close(): Promise<void>;
}

/** Too many pictures wait to be drawn. */
export class PoolFull extends Error {
	constructor() {
		super('Too many pictures are being drawn');
		this.name = 'PoolFull';
	}
}

const mostThreads = 2;
const mostWaiting = 64;
/** A thread with nothing to do goes after so long: it holds 60 MB. */
const idleMs = 10 * 60_000;

/** Small, so that what a picture was drawn with is found to be garbage after a few more. */
const youngMb = 16;

/**
 * A pool that runs the worker at `url`; its threads start with the first picture. What becomes of a
 * thread that dies is told to `onTrouble`; the next picture starts another.
 */
export function createPicturePool(url: URL, onTrouble: (problem: unknown) => void): PicturePool {
	const threads = Math.min(mostThreads, availableParallelism());
	const pool = new Piscina({
		filename: url.href,
		minThreads: 0,
		maxThreads: threads,
		maxQueue: mostWaiting,
		idleTimeout: idleMs,
		recordTiming: false,
		// A thread that waits without turning its loop never frees the 8 MB of each picture.
		atomics: 'disabled',
		resourceLimits: { maxYoungGenerationSizeMb: youngMb }
	});
	// Without a listener a thread that dies would take the server with it.
	pool.on('error', onTrouble);
	return {
		checkRoom() {
			if (pool.queueSize >= mostWaiting) throw new PoolFull();
		},
		async draw(job) {
			return pool.run(job) as Promise<Uint8Array<ArrayBuffer>>;
		},
		waiting: () => pool.queueSize,
		close: () => pool.close({ force: true })
	};
}
