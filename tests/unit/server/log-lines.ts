import { createLog, type Log, type LogOptions } from '../../../src/lib/server/log.ts';

/** A log whose lines a test can read. */
export function createLogLines(options: Partial<LogOptions> = {}): {
	readonly log: Log;
	readonly text: () => string;
	readonly lines: () => Record<string, unknown>[];
} {
	let text = '';
	const destination = { write: (line: string) => void (text += line) };
	const log = createLog({ level: 'debug', destination, ...options });
	return {
		log,
		text: () => text,
		lines: () =>
			text
				.split('\n')
				.filter(Boolean)
				.map((line) => JSON.parse(line) as Record<string, unknown>)
	};
}
