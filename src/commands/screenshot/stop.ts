import { constants } from 'node:os';

/** A person's wish that the command ends. */
export interface Stop {
	readonly signal: AbortSignal;
	/** What the command then exits with, as a shell tells it: 130 for Ctrl-C; else undefined. */
	exitCode(): number | undefined;
	/** No longer listens. */
	release(): void;
}

/**
 * Listens to the signals that end a command. The first one asks for an end in good order, the
 * second one ends at once.
 */
export function stopOnSignals(): Stop {
	const ending = new AbortController();
	let exitCode: number | undefined;
	const onSignal = (signal: NodeJS.Signals) => {
		if (exitCode !== undefined) process.exit(exitCode);
		exitCode = 128 + constants.signals[signal];
		ending.abort();
	};
	process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
	return {
		signal: ending.signal,
		exitCode: () => exitCode,
		release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal)
	};
}
