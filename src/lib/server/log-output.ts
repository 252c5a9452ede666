/** Where log lines go. */
export interface LogOutput {
	/** Takes whole lines; never waits for whoever reads them. */
	write(lines: string): void;
	/** How many writes were dropped since the start. */
	dropped(): number;
}

/** The part of a writable stream that is used. */
export interface LogStream {
	/** What was written and has not been taken yet, in bytes or characters. */
	readonly writableLength: number;
	write(text: string): unknown;
	on(event: 'error', listener: () => void): unknown;
}

const mostWaiting = 1024 * 1024;
/** How long a reader may still take what waits, once everything else has ended. */
const patienceMs = 500;

/**
 * An output to `stream` that keeps at most a megabyte for a reader that is slow, and drops the rest:
 * a pipe that nobody reads must not hold up the server, nor fill its memory. How many were dropped
 * is a line of its own, once there is room again.
 */
export function createLogOutput(stream: LogStream, most = mostWaiting): LogOutput {
	let dropped = 0;
	let untold = 0;
	let isGone = false;
	// Whoever read the output may go away; serving goes on.
	stream.on('error', () => (isGone = true));
	return {
		write(lines) {
			if (isGone || stream.writableLength > most) {
				dropped++;
				untold++;
				return;
			}
			if (untold > 0) stream.write(droppedLine(untold));
			untold = 0;
			stream.write(lines);
		},
		dropped: () => dropped
	};
}

/**
 * Ends the process soon, should it not end by itself: lines that nobody takes from a pipe would keep
 * it for ever.
 */
export function endSoon(): void {
	setTimeout(() => process.exit(), patienceMs).unref();
}

function droppedLine(lines: number): string {
	const time = new Date().toISOString();
	const msg = 'nobody took the log for a while; lines were dropped';
	return `${JSON.stringify({ level: 'warn', time, lines, msg })}\n`;
}
