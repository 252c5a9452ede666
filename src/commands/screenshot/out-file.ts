import {
	accessSync,
	closeSync,
	constants,
	mkdirSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes, ScreenshotFailure } from './failure.ts';

/** Stands for stdout in place of a path. */
export const stdoutName = '-';

/**
 * Makes the folder of `path` and tries to write there, without touching what is at `path`. Throws
 * a ScreenshotFailure when a picture could not be written.
 */
export function prepareOut(path: string): void {
	if (path === stdoutName) return;
	try {
		mkdirSync(dirname(path), { recursive: true });
		const place = placeOf(path);
		if (place.draft === undefined) {
			accessSync(place.path, constants.W_OK);
			return;
		}
		closeSync(openSync(place.draft, 'w'));
		rmSync(place.draft);
	} catch (error) {
		throw cannotWrite(path, error);
	}
}

/** Writes a picture: all of it or nothing. Throws a ScreenshotFailure when that fails. */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
	try {
		if (path === stdoutName) await writeStdout(bytes);
		else writeFile(path, bytes);
	} catch (error) {
		throw cannotWrite(path, error);
	}
}

/** Where it is written; without a draft what is there is no file, such as `/dev/null`. */
interface OutPlace {
	readonly path: string;
	readonly draft: string | undefined;
}

function placeOf(path: string): OutPlace {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats?.isDirectory())
		throw new ScreenshotFailure(
			exitCodes.cannotWrite,
			`Cannot write ${path}: it is a folder. With a slash at its end the picture gets a name in it.`
		);
	if (stats && !stats.isFile()) return { path, draft: undefined };
	if (stats) accessSync(path, constants.W_OK);
	const real = stats ? realpathSync(path) : path;
	return { path: real, draft: `${real}.${process.pid}.draft` };
}

function writeFile(path: string, bytes: Uint8Array): void {
	const place = placeOf(path);
	if (place.draft === undefined) {
		writeFileSync(place.path, bytes);
		return;
	}
	try {
		writeFileSync(place.draft, bytes);
		renameSync(place.draft, place.path);
	} catch (error) {
		rmSync(place.draft, { force: true });
		throw error;
	}
}

function writeStdout(bytes: Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		// The stream tells of an error by an event, too; unheard it would end the process.
		process.stdout.once('error', reject);
		process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
	});
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'this user may not',
	EPERM: 'this user may not',
	EROFS: 'it is on a read-only file system',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a part of the path is no folder',
	EEXIST: 'a part of the path is no folder',
	ENOENT: 'its folder cannot be made',
	ENAMETOOLONG: 'the name is too long',
	EPIPE: 'nobody reads it'
};

function cannotWrite(path: string, error: unknown): ScreenshotFailure {
	if (error instanceof ScreenshotFailure) return error;
	const { code = '', message } = error as NodeJS.ErrnoException;
	const name = path === stdoutName ? 'to stdout' : path;
	return new ScreenshotFailure(
		exitCodes.cannotWrite,
		`Cannot write ${name}: ${reasons[code] ?? message}.`
	);
}
