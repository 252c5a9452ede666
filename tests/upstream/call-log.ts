/** How a call ended. */
export interface CallEnd {
	/** False when the connection broke off first: the client hung up, or a fault did it. */
	readonly isComplete: boolean;
	/** Sent on the connection for this call, headers included. */
	readonly bytes: number;
}

/** One call as the stand-in saw it. */
export interface Call {
	/** Epoch milliseconds of the stand-in's clock. */
	readonly at: number;
	readonly method: string;
	/** `/2.3.0/docking_events/`. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly authorization: string | undefined;
	/** Undefined when no status was sent (reset, hang). */
	readonly status: number | undefined;
	readonly ended: Promise<CallEnd>;
}

/** The calls so far, and promises of those to come. */
export interface CallLog {
	readonly calls: readonly Call[];
	add(call: Call): void;
	/** Returns a function that ends the listening. */
	onCall(listener: (call: Call) => void): () => void;
	/** Resolves with the first `count` calls whose path matches, as soon as there are so many. */
	waitForCalls(count: number, path?: RegExp): Promise<readonly Call[]>;
	/** Rejects whoever still waits. */
	close(): void;
}

/** An empty call log. */
export function createCallLog(): CallLog {
	const calls: Call[] = [];
	const listeners = new Set<(call: Call) => void>();
	const waiting = new Set<(error: Error) => void>();
	const onCall = (listener: (call: Call) => void) => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	};
	return {
		calls,
		onCall,
		add(call) {
			calls.push(call);
			for (const listener of [...listeners]) listener(call);
		},
		waitForCalls(count, path = /(?:)/) {
			return new Promise((resolve, reject) => {
				const check = () => {
					const matching = calls.filter((call) => path.test(call.path));
					if (matching.length < count) return;
					stop();
					waiting.delete(reject);
					resolve(matching.slice(0, count));
				};
				const stop = onCall(check);
				waiting.add(reject);
				check();
			});
		},
		close() {
			for (const reject of waiting) reject(new Error(`closed after ${calls.length} calls`));
			waiting.clear();
		}
	};
}
