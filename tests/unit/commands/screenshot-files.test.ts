import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScreenshotFailure } from '../../../src/commands/screenshot/failure.ts';
import { prepareOut, writeOut } from '../../../src/commands/screenshot/out-file.ts';
import { serverEnvironment } from '../../../src/commands/screenshot/own-server.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'berthline-out-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.from('a picture');

function refusal(path: string): ScreenshotFailure {
	try {
		prepareOut(path);
	} catch (error) {
		if (error instanceof ScreenshotFailure) return error;
		throw error;
	}
	throw new Error(`${path} was taken`);
}

describe('prepareOut', () => {
	it('makes the folder and nothing else', () => {
		prepareOut(join(folder, 'a/b/iss.png'));
		expect(readdirSync(join(folder, 'a/b'))).toEqual([]);
	});

	it('leaves a picture that is there as it is', () => {
		const path = join(folder, 'iss.png');
		writeFileSync(path, 'before');
		prepareOut(path);
		expect(readFileSync(path, 'utf8')).toBe('before');
		expect(readdirSync(folder)).toEqual(['iss.png']);
	});

	it.each([
		['a folder', 'folder', 'it is a folder'],
		['below a file', 'file/iss.png', 'a part of the path is no folder'],
		['a name that is too long', `${'x'.repeat(300)}.png`, 'the name is too long']
	])('refuses %s', (_what, name, reason) => {
		mkdirSync(join(folder, 'folder'));
		writeFileSync(join(folder, 'file'), '');
		const failure = refusal(join(folder, name));
		expect(failure.exitCode).toBe(73);
		expect(failure.message).toContain(`Cannot write ${join(folder, name)}: ${reason}`);
	});
});

describe('writeOut', () => {
	it('replaces what is there, through a link too, and leaves no draft', async () => {
		writeFileSync(join(folder, 'real.png'), 'before');
		symlinkSync('real.png', join(folder, 'link.png'));
		await writeOut(join(folder, 'link.png'), bytes);
		expect(readFileSync(join(folder, 'real.png'))).toEqual(bytes);
		expect(readdirSync(folder).toSorted()).toEqual(['link.png', 'real.png']);
	});

	it('writes to what is no file without replacing it', async () => {
		prepareOut('/dev/null');
		await writeOut('/dev/null', bytes);
		expect(readFileSync('/dev/null')).toHaveLength(0);
	});

	it('tells with 73 that the folder has gone', async () => {
		await expect(writeOut(join(folder, 'gone/iss.png'), bytes)).rejects.toMatchObject({
			exitCode: 73,
			message: expect.stringContaining('its folder cannot be made') as unknown
		});
	});
});

describe('serverEnvironment', () => {
	it('calls no upstream, listens here only and forgets how a server is reached from elsewhere', () => {
		const env = {
			ORIGIN: 'https://berthline.example',
			SOCKET_PATH: '/run/x',
			HOST: '::',
			PORT: '80'
		};
		const made = serverEnvironment({ ...env, LL2_BASE_URL: '' }, folder);
		expect(made).toMatchObject({ HOST: '127.0.0.1', PORT: '0', LL2_BASE_URL: 'off' });
		expect(Object.keys(made)).not.toContain('ORIGIN');
		expect(Object.keys(made)).not.toContain('SOCKET_PATH');
	});

	it('calls the upstream that the environment names', () => {
		const made = serverEnvironment({ LL2_BASE_URL: 'http://127.0.0.1:9' }, folder);
		expect(made['LL2_BASE_URL']).toBe('http://127.0.0.1:9');
	});

	it.each(['redis://127.0.0.1:6379', 'mysql://x', 'file:'])('leaves %s to the server', (url) => {
		expect(serverEnvironment({ ARCHIVE_URL: url }, folder)['ARCHIVE_URL']).toBe(url);
	});

	it('uses an archive that is there, and makes none where there is none', () => {
		const path = join(folder, 'its own.db');
		const spare = pathToFileURL(join(folder, 'spare/berthline.db')).href;
		const asked = { ARCHIVE_URL: `file:${path}` };
		expect(serverEnvironment(asked, join(folder, 'spare'))['ARCHIVE_URL']).toBe(spare);
		writeFileSync(path, '');
		const url = serverEnvironment(asked, join(folder, 'spare'))['ARCHIVE_URL'];
		expect(url).toBe(pathToFileURL(path).href);
		expect(existsSync(join(folder, 'spare'))).toBe(false);
	});
});
