import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, frozenNow, test } from './server.ts';
import { screenshot, startScreenshot } from './screenshot-command.ts';

test.describe.configure({ timeout: 240_000 });

let folder = '';
test.beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'berthline-pictures-'))));
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = ['--now', frozenNow];

/** Width and height in a PNG's header. */
function pngSize(png: Buffer): [number, number] {
	expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
	return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Width and height in the header of an extended WebP, which Chromium writes. */
function webpSize(webp: Buffer): [number, number] {
	expect(webp.subarray(0, 4).toString() + webp.subarray(8, 16).toString()).toBe('RIFFWEBPVP8X');
	return [webp.readUIntLE(24, 3) + 1, webp.readUIntLE(27, 3) + 1];
}

/** What the streams of a PDF hold, as far as they are deflated. */
function pdfStreams(pdf: Buffer): string {
	const streams = pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)\r?\nendstream/g);
	return [...streams]
		.map(([, stream = '']) => {
			try {
				return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
			} catch {
				return '';
			}
		})
		.join('\n');
}

/** The colour of a picture's corner: red, green, blue. */
function corner(page: Page, picture: Buffer): Promise<readonly number[]> {
	return page.evaluate(async (base64) => {
		const response = await fetch(`data:application/octet-stream;base64,${base64}`);
		const image = await createImageBitmap(await response.blob());
		const paper = new OffscreenCanvas(1, 1).getContext('2d');
		paper?.drawImage(image, 0, 0);
		return [...(paper?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
	}, picture.toString('base64'));
}

test('of a path it starts Berthline by itself, and leaves no process and no archive', async ({
	page
}) => {
	const out = join(folder, 'new/iss.png');
	const archive = join(folder, 'archive/berthline.db');
	const address = ['--url', '/kiosk?station=4', '--theme', 'dark', ...now];
	const command = startScreenshot([...address, '--size', '1280x720', '--out', out], {
		ARCHIVE_URL: `file:${archive}`
	});
	await command.says('Berthline runs for this, showing sample data (641 stays');
	if (process.platform === 'linux') expect(command.processes()).toBeGreaterThan(2);
	const { code, out: stdout, error } = await command.ended;
	expect(error).toContain('1/1 ');
	expect(error).toContain('new/iss.png 1280×720 … ');
	expect({ code, stdout: stdout.toString() }).toEqual({ code: 0, stdout: '' });
	expect(command.processes()).toBe(0);
	expect(readdirSync(folder)).toEqual(['new']);
	const picture = readFileSync(out);
	expect(pngSize(picture)).toEqual([1280, 720]);
	expect(Math.max(...(await corner(page, picture)))).toBeLessThan(60);
});

test('the same now gives the same bytes, and scale as many pixels more', async ({ app, page }) => {
	for (const [path, format] of [
		['/', 'png'],
		['/kiosk?dwell=1', 'webp'],
		['/events/529', 'pdf']
	] as const) {
		const args = ['--url', app.url + path, ...now, '--scale', '2', '--size', '900x600'];
		const first = await screenshot([...args, '--format', format, '--out', '-']);
		const second = await screenshot([...args, '--format', format, '--out', '-']);
		expect(first.code, first.error).toBe(0);
		expect(second.out.equals(first.out), path).toBe(true);
		if (format === 'png') expect(pngSize(first.out)).toEqual([1800, 1200]);
		if (format === 'webp') expect(webpSize(first.out)).toEqual([1800, 1200]);
		if (format === 'png') expect(Math.min(...(await corner(page, first.out)))).toBe(255);
	}
});

test('paper is one sheet of A4 with text that can be selected', async ({ app }) => {
	const out = join(folder, 'iss.pdf');
	const args = ['--url', app.url, ...now, '--preset', 'paper', '--out', out];
	const { code, error } = await screenshot(args);
	expect(code, error).toBe(0);
	const pdf = readFileSync(out);
	const text = pdf.toString('latin1');
	expect(text.slice(0, 5)).toBe('%PDF-');
	expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
	const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
	expect(Math.abs(Number(width) - 842)).toBeLessThan(1);
	expect(Math.abs(Number(height) - 595)).toBeLessThan(1);
	// Letters that are drawn as letters, and what each of them means.
	expect(pdfStreams(pdf)).toMatch(/ T[jJ]\b/);
	expect(pdfStreams(pdf)).toContain('beginbfchar');
});

test('a batch makes them all with one server, and tells of the one that failed', async ({
	app
}) => {
	const file = join(folder, 'slides.json');
	const pictures = [
		{ url: `${app.url}/events/999999`, out: 'none.png' },
		{ url: `${app.url}/kiosk`, station: 4, preset: 'square', out: 'iss.png' },
		{ url: `${app.url}/?view=table`, size: '640x480', out: 'table.webp' }
	];
	writeFileSync(file, JSON.stringify({ pictures }));
	const { code, error } = await screenshot(['--batch', file, '--out', folder, ...now]);
	expect(code).toBe(1);
	expect(error).toMatch(/^1\/3 .*none\.png 1920×1080 … failed$/m);
	expect(error).toContain('answers 404: Berthline holds no docking event 999999: ');
	expect(error).toMatch(/^2\/3 .*iss\.png 1080×1080 … \d+ kB in [\d.]+ s$/m);
	expect(error).toMatch(/^3\/3 .*table\.webp 640×480 … \d+ kB/m);
	expect(readdirSync(folder).toSorted()).toEqual(['iss.png', 'slides.json', 'table.webp']);
	expect(pngSize(readFileSync(join(folder, 'iss.png')))).toEqual([1080, 1080]);
	expect(webpSize(readFileSync(join(folder, 'table.webp')))).toEqual([640, 480]);
});

test('what cannot be is told in one sentence, with its exit code, and nothing is made', async ({
	app
}) => {
	const bad = join(folder, 'bad.json');
	writeFileSync(bad, JSON.stringify([{ out: 'a.png' }, { size: 'big' }]));
	const kiosk = `${app.url}/kiosk`;
	for (const [args, exitCode, sentence] of [
		[['--sise', '1x1'], 64, 'There is no option --sise. See "npm run screenshot -- --help".'],
		[['--size', 'big'], 64, '--size is "big"; allowed: width x height such as 1920x1080'],
		[['--url', kiosk, '--theme', 'pink'], 64, '--theme must be light, dark or auto'],
		[['--batch', bad], 64, `${bad} [1].size is "big"; allowed: width x height`],
		[['--batch', join(folder, 'none.json')], 64, 'cannot be read: ENOENT'],
		[['--url', 'http://127.0.0.1:1/kiosk'], 69, 'http://127.0.0.1:1/kiosk cannot be opened'],
		[['--url', kiosk, '--out', '/dev/null/iss.png'], 73, 'a part of the path is no folder'],
		[['--url', `${app.url}/?from=soon`, '--out', 'x.jpg'], 64, '--out is "x.jpg"; allowed'],
		[['--url', `${app.url}/nowhere`, '--out', join(folder, 'x.png')], 1, '/nowhere answers 404: ']
	] as const) {
		const { code, out, error } = await screenshot(args);
		const told = error.trimEnd().split('\n').at(-1);
		expect({ code, out: out.toString() }, error).toEqual({ code: exitCode, out: '' });
		expect(told).toContain(sentence);
		expect(error).not.toMatch(/^\s+at /m);
	}
	expect(readdirSync(folder)).toEqual(['bad.json']);
});

test('--help tells all on stdout', async () => {
	const { code, out, error } = await screenshot(['--help']);
	expect({ code, error }).toEqual({ code: 0, error: '' });
	expect(out.toString()).toContain('--batch FILE');
});

test('without Playwright it says what to do', async ({ app }) => {
	const hooks = `import{registerHooks}from"node:module";registerHooks({resolve(name,context,next){if(name==="@playwright/test")throw(Object.assign(new(Error)(name),{code:"ERR_MODULE_NOT_FOUND"}));return(next(name,context))}})`;
	const { code, error } = await screenshot(['--url', app.url, '--out', join(folder, 'x.png')], {
		NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}`
	});
	expect(error).toContain('run "npm ci" without "--omit=dev"');
	expect(code).toBe(69);
});

test('a variable that cannot be used stops it as it stops npm start', async () => {
	const { code, error } = await screenshot(['--out', join(folder, 'x.png')], {
		ARCHIVE_URL: 'mysql://localhost/x'
	});
	expect(error).toContain('ARCHIVE_URL is "mysql://localhost/x"');
	expect(code).toBe(78);
});

test('Ctrl-C ends all of it with 130, and what is killed leaves no server behind', async () => {
	const spare = join(folder, 'spare');
	mkdirSync(spare);
	for (const [signal, exitCode] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGKILL', null]
	] as const) {
		const args = ['--size', '8000x8000', '--out', join(folder, 'x.png')];
		// What is killed cannot clear up.
		const command = startScreenshot(args, { TMPDIR: spare });
		await command.says('1/1 ');
		command.kill(signal);
		const { code, error } = await command.ended;
		expect(code, error).toBe(exitCode);
		expect(error).not.toMatch(/^\s+at /m);
		await expect.poll(() => command.processes(), { timeout: 15_000 }).toBe(0);
		expect(readdirSync(folder)).toEqual(['spare']);
		if (signal !== 'SIGKILL') expect(readdirSync(spare)).toEqual([]);
	}
});
