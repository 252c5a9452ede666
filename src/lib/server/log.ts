import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';
import { createLogOutput } from './log-output.ts';

/** What the server writes its log through. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LogOptions {
	readonly level: LogLevel;
	/** Texts that must never appear, such as the token; each becomes `[secret]`. */
	readonly secrets?: readonly (string | undefined)[];
	/** Where lines go; stdout when left out. */
	readonly destination?: DestinationStream;
}

const secretPaths = ['token', 'authorization', 'headers.authorization', 'config.token'];

/** A log of JSON lines, one an event, with ISO 8601 times and without secrets. */
export function createLog({ level, secrets = [], destination }: LogOptions): Log {
	const hidden = secrets.filter((secret) => secret !== undefined);
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			redact: { paths: secretPaths, censor: '[secret]' },
			hooks: {
				// The last gate: a secret inside a message or an error's text goes no further.
				streamWrite: (line) => hidden.reduce(hide, line)
			}
		},
		destination ?? createLogOutput(process.stdout)
	);
}

function hide(line: string, secret: string): string {
	return line.replaceAll(JSON.stringify(secret).slice(1, -1), '[secret]');
}
