import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from '@playwright/test';
import { openBrowser } from '../../src/commands/screenshot/open-browser.ts';
import { readPicture } from '../../src/commands/screenshot/picture.ts';
import { takePicture } from '../../src/commands/screenshot/take-picture.ts';
import { expect, frozenNow, test } from './server.ts';

/** A page whose picture is known. */
const plain = '<main style="background: teal; height: 300px"><input value="Soyuz"></main>';
const teal = (inside: string) => plain.replace('teal', 'tomato') + inside;
/** Makes the page as it is in its picture. */
const finish = `document.querySelector('main').style.background = 'teal'`;
const timeline = '<div data-timeline></div>';
const drawn = `document.querySelector('[data-timeline]').dataset.drawn = ''`;

const pages: Readonly<Record<string, string>> = {
	'/plain': plain,
	'/focused': `${plain}<style>input:focus { background: gold }</style><script>document.querySelector('input').focus()</script>`,
	'/focused-late': `${plain}<script type="module">await fetch('/slow'); await fetch('/slow'); document.querySelector('input').focus()</script>`,
	'/tooltip': `${plain}<p role="tooltip" style="position: fixed; inset: 0">Docked</p>`,
	'/moving': `${plain}<style>main { animation: come 60s both; } @keyframes come { from { margin-left: 50% } }</style>`,
	'/changing': teal(
		`<style>main { transition: background 60s }</style><script>requestAnimationFrame(() => requestAnimationFrame(() => { ${finish} }))</script>`
	),
	'/late-timeline': teal(
		`${timeline}<script>setTimeout(() => { ${finish}; ${drawn} }, 700)</script>`
	),
	'/late-answer': teal(
		`<script type="module">await fetch('/slow'); await fetch('/slow'); ${finish}</script>`
	),
	'/stream': `${plain}<script>new EventSource('/events')</script>`,
	'/clock': teal(
		`<script type="module">const began = performance.now(); await fetch('/slow'); if (Date.now() === ${Date.parse(frozenNow)} && performance.now() === began) ${finish}</script>`
	),
	'/never-drawn': plain + timeline,
	'/never-quiet': `${plain}<script>fetch('/silent')</script>`,
	'/never-loaded': `${plain}<img src="/silent">`
};

let server: Server;
let browser: Browser;
test.beforeAll(async () => {
	browser = await openBrowser(new AbortController().signal);
	server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '', 'http://localhost');
		if (pathname === '/silent') return;
		if (pathname === '/slow') return void setTimeout(() => response.end('late'), 200);
		if (pathname === '/events') {
			response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
			return;
		}
		const page = pages[pathname];
		response.writeHead(page ? 200 : 503, { 'content-type': 'text/html' });
		response.end(page ?? '<main><p>Out for lunch.</p></main>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
test.afterAll(async () => {
	await browser.close();
	server.closeAllConnections();
	server.close();
});

function take(path: string, format = 'png', limitMs = 20_000): Promise<Buffer> {
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
	const given = { url: [url], now: [frozenNow], size: ['400x300'], format: [format] };
	const picture = readPicture(given, (name) => name, '/');
	return takePicture(picture, { browser, url: picture.target.url.href, limitMs });
}

for (const [claim, path] of [
	['shows nothing focused', '/focused'],
	['shows no caret and no focus ring', '/focused-late'],
	['shows no tooltip', '/tooltip'],
	['shows where an animation leads', '/moving'],
	['shows where a transition leads', '/changing'],
	['waits for a timeline that says when it is drawn', '/late-timeline'],
	['waits for what the page asks for', '/late-answer'],
	['does not wait for the end of a stream', '/stream'],
	['is taken at its now', '/clock']
] as const)
	test(`a picture ${claim}`, async () => {
		for (const format of ['png', 'webp'])
			expect((await take(path, format)).equals(await take('/plain', format)), format).toBe(true);
	});

for (const [path, awaited] of [
	['/never-drawn', 'its timeline to say that it is drawn'],
	['/never-quiet', 'an end of its requests'],
	['/never-loaded', 'its parts']
] as const)
	test(`${path} is given up with a sentence that says why`, async () => {
		await expect(take(path, 'png', 1500)).rejects.toMatchObject({
			exitCode: 1,
			message: expect.stringContaining(`was not drawn within 1.5 s: it waits for ${awaited}.`)
		});
	});

test('a page that answers with an error is no picture: its sentence is told', async () => {
	await expect(take('/nowhere')).rejects.toMatchObject({
		exitCode: 1,
		message: expect.stringMatching(/\/nowhere\?now=.* answers 503: Out for lunch\.$/)
	});
});
