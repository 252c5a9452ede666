import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig, type Environment } from '../../lib/server/config.ts';
import { copyArchive } from './copy-archive.ts';

const usage = 'usage: npm run backup -- --out FILE   (of the archive that ARCHIVE_URL names)';
/** As sysexits.h has it. */
const usageCode = 64;

/**
 * The exit code of `npm run backup` with these arguments: 0 once the copy is complete and checked.
 * Else one line tells what is wrong, and a former file at that place is as it was.
 */
export function runBackup(
	args: readonly string[],
	env: Environment,
	tell: Pick<Console, 'log' | 'error'>
): number {
	const out = readOut(args);
	if (out === undefined) {
		tell.error(usage);
		return usageCode;
	}
	try {
		const { archive } = readConfig(env);
		if (archive.kind === 'redis')
			throw new Error('the archive is in Redis, which backs itself up: redis-cli --rdb FILE');
		const from = archive.path;
		// npm runs commands in the project's folder; people name files from their own.
		const isByNpm = env['npm_lifecycle_event'] === 'backup';
		const to = resolve((isByNpm && env['INIT_CWD']) || '.', out);
		if (to === from) throw new Error('--out names the archive itself');
		const { documents, bytes } = copyArchive(from, to);
		tell.log(`${to}: ${documents} docking events, ${bytes} bytes`);
		return 0;
	} catch (error) {
		tell.error(error instanceof Error ? error.message : String(error));
		return error instanceof ConfigError ? error.exitCode : 1;
	}
}

/** The file that `--out` names; undefined when the arguments are anything else. */
function readOut(args: readonly string[]): string | undefined {
	try {
		return parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values.out;
	} catch {
		return undefined;
	}
}
