import { readFileSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Environment } from '../../lib/server/config-values.ts';
import { hrefOf } from './address.ts';
import { readBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import type { CommandLine } from './command-line.ts';
import { badValue, commonExitCode, exitCodes, ScreenshotFailure, UsageFailure } from './failure.ts';
import { helpText } from './help.ts';
import { openBrowser } from './open-browser.ts';
import { prepareOut, stdoutName, writeOut } from './out-file.ts';
import { startOwnServer } from './own-server.ts';
import { readPicture } from './picture.ts';
import type { Picture } from './picture.ts';
import { pixelText } from './size.ts';
import { stopOnSignals } from './stop.ts';
import { takePicture } from './take-picture.ts';

/**
 * The exit code of `npm run screenshot` with these arguments. Pictures go to files or to stdout,
 * everything else that it says to stderr.
 */
export async function runScreenshot(args: readonly string[], env: Environment): Promise<number> {
	const stop = stopOnSignals();
	try {
		const commandLine = readCommandLine(args);
		if (commandLine.isHelp) {
			process.stdout.write(helpText());
			return exitCodes.done;
		}
		const pictures = readPictures(commandLine, ownFolder(env));
		for (const { out } of pictures) prepareOut(out);
		const code = await takeAll(pictures, env, stop.signal);
		return stop.exitCode() ?? code;
	} catch (error) {
		return stop.exitCode() ?? complain(error);
	} finally {
		stop.release();
	}
}

/** Says why; the exit code for it. */
function complain(error: unknown): number {
	if (!(error instanceof ScreenshotFailure)) throw error;
	process.stderr.write(`${error.message}\n`);
	return error.exitCode;
}

/** Where the reader stands: npm runs its scripts in the project's folder. */
function ownFolder(env: Environment): string {
	const isByNpm = env['npm_lifecycle_event'] === 'screenshot';
	return (isByNpm && env['INIT_CWD']) || process.cwd();
}

function readPictures({ batch, given }: CommandLine, folder: string): readonly Picture[] {
	if (batch === undefined) return [readPicture(given, (name) => `--${name}`, folder)];
	const [out] = given.out ?? [];
	if (out !== undefined && (out === stdoutName || extname(out)))
		throw badValue('--out', out, 'with --batch, the folder of its pictures');
	const path = resolve(folder, batch);
	return readBatch(readText(path, batch), {
		name: batch,
		defaults: given,
		folder: resolve(folder, out ?? '')
	});
}

function readText(path: string, name: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new UsageFailure(`--batch ${name} cannot be read: ${(error as Error).message}.`);
	}
}

/** One server and one browser for all; neither is left when it is done. */
async function takeAll(
	pictures: readonly Picture[],
	env: Environment,
	signal: AbortSignal
): Promise<number> {
	// Without a browser there is nothing to build and serve for.
	const browser = await openBrowser(signal);
	try {
		const isServed = pictures.some(({ target }) => target.isOwn);
		const server = isServed ? await startOwnServer({ env, signal }) : undefined;
		try {
			if (server) process.stderr.write(`Berthline runs for this${comma(server.source)}.\n`);
			const codes: number[] = [];
			for (const [index, picture] of pictures.entries()) {
				if (signal.aborted) break;
				process.stderr.write(`${index + 1}/${pictures.length} ${describe(picture)} …`);
				codes.push(await takeOne(picture, { browser, server: server?.origin, signal }));
			}
			return commonExitCode(codes);
		} finally {
			await server?.close();
		}
	} finally {
		await browser.close();
	}
}

interface Studio {
	readonly browser: Browser;
	/** The address of the command's own server. */
	readonly server: string | undefined;
	readonly signal: AbortSignal;
}

/** The exit code of one picture; says how it came out, and never throws: the next one follows. */
async function takeOne(picture: Picture, { browser, server, signal }: Studio): Promise<number> {
	const began = performance.now();
	try {
		const url = hrefOf(picture.target, server);
		const bytes = await takePicture(picture, { browser, url });
		await writeOut(picture.out, bytes);
		const seconds = (performance.now() - began) / 1000;
		process.stderr.write(` ${Math.ceil(bytes.length / 1000)} kB in ${seconds.toFixed(1)} s\n`);
		return exitCodes.done;
	} catch (error) {
		process.stderr.write(signal.aborted ? ' ended\n' : ' failed\n');
		if (signal.aborted) return exitCodes.failed;
		if (error instanceof ScreenshotFailure) return complain(error);
		const [reason] = String(error).split('\n');
		return complain(new ScreenshotFailure(exitCodes.failed, `The browser failed: ${reason}`));
	}
}

/** `iss.png 3840×2160` */
function describe(picture: Picture): string {
	const name = picture.out === stdoutName ? 'stdout' : relative(process.cwd(), picture.out);
	const shortest = name.startsWith('..') ? picture.out : name;
	return `${shortest} ${picture.isSheet ? 'A4' : pixelText(picture)}`;
}

function comma(text: string): string {
	return text && `, ${text}`;
}
