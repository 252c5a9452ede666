import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream, type Fault, type Upstream } from '../upstream/server.ts';
import { ask, type Answer } from './ask.ts';
import { ensureBuild } from './built-app.ts';

const token = 'a-secret-token-4711';
let connections = 0;
/** Somebody else's server: nobody may come. */
const elsewhere = createServer((socket) => {
	connections += 1;
	socket.destroy();
}).listen(0, '127.0.0.1');
const elsewhereHost = () => `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;

beforeAll(async () => {
	await ensureBuild();
	if (!elsewhere.listening) await once(elsewhere, 'listening');
}, 180_000);
afterAll(() => elsewhere.close());

/** Documents in which every address leads elsewhere. */
function hostileDocuments(): unknown[] {
	const text = JSON.stringify(generateEvents({ count: 150 }));
	const foreign = text.replace(/"https?:\/\/[^/"]+/g, `"http://${elsewhereHost()}`);
	expect(foreign).toContain(elsewhereHost());
	return JSON.parse(foreign) as unknown[];
}

async function startBoth(documents: readonly unknown[], prepare: (upstream: Upstream) => void) {
	const upstream = await startUpstream({ documents, token: { value: token } });
	prepare(upstream);
	const env = { LL2_API_TOKEN: token, LL2_CALLS_PER_HOUR: '100000', LOG_LEVEL: 'trace' };
	const app = await startBuild({ upstream: upstream.url, env });
	const close = async () => {
		await app.close();
		await upstream.close();
	};
	return { app, upstream, close };
}

const sourceOf = async (url: string) =>
	(JSON.parse((await ask(`${url}/healthz`)).text) as { source: string }).source;

describe('nothing that upstream says makes the server call anybody else', () => {
	it.each<[string, () => Fault, RegExp]>([
		[
			'a redirect',
			() => ({ kind: 'redirect', to: `http://${elsewhereHost()}/2.3.0/` }),
			/redirected elsewhere/
		],
		[
			'next at another host',
			() => ({ kind: 'foreign-next', to: `http://${elsewhereHost()}` }),
			/leads elsewhere/
		]
	])('%s of a list', async (_, fault, reason) => {
		const { app, close } = await startBoth(hostileDocuments(), (upstream) =>
			upstream.fault(fault())
		);
		await vi.waitFor(() => expect(app.log.join('\n')).toMatch(reason), 30_000);
		expect((await ask(app.url)).status).toBe(200);
		await close();
		expect(app.log.join('\n')).not.toContain(token);
		expect(connections).toBe(0);
	});

	it('documents full of foreign addresses, and redirects of all kinds of single events', async () => {
		const { app, upstream, close } = await startBoth(hostileDocuments(), () => undefined);
		await expect.poll(() => sourceOf(app.url)).toBe('live');
		for (const path of ['/', '/events/1', '/kiosk', '/timeline.png?width=300&height=200'])
			expect((await ask(app.url + path)).status).toBe(200);
		expect((await ask(`${app.url}/2.3.0/docking_events/1/`)).text).toContain(elsewhereHost());
		const host = elsewhereHost();
		const targets = [
			...[`http://${host}/2.3.0/x/`, `//${host}/2.3.0/x/`, `http://127.0.0.1@${host}/2.3.0/x/`],
			...[`\\\\${host}\\2.3.0\\`, `http:${host}/2.3.0/`, 'file:///etc/passwd', 'data:,{}', '//'],
			...[upstream.url.replace('/2.3.0', '/elsewhere/'), `${upstream.url}/../elsewhere/`]
		];
		let id = 770_000;
		for (const to of targets)
			for (const status of [301, 302, 303, 307, 308]) {
				upstream.fault({ kind: 'redirect', to, status }, { path: new RegExp(`/${++id}/$`) });
				const answer = await ask(`${app.url}/2.3.0/docking_events/${id}/`);
				expect(answer.status, `${status} to ${to}`).toBe(404);
			}
		const asked = upstream.calls.filter(({ path }) => /\/77\d{4}\/$/.test(path));
		expect(asked).toHaveLength(targets.length * 5);
		expect(upstream.calls.filter(({ path }) => path.includes('elsewhere'))).toEqual([]);
		await close();
		expect(connections).toBe(0);
	});
});

describe('the token', () => {
	const paths = [
		...['/', '/?view=table', '/?from=x', '/nowhere', '/events/1', '/events/999999', '/events/x'],
		...['/kiosk', '/kiosk.json', '/__data.json', '/events/1/__data.json', '/_app/env.js'],
		...['/columns.json', '/details.json?id=1', '/details.json', '/healthz', '/metrics'],
		...['/data.csv', '/data.json', '/data.ics', '/data.schema.json', '/_app/version.json'],
		...['/timeline.svg?width=300&height=200', '/timeline.svg?width=1', '/2.3.0/', '/2.3.0/x'],
		...['/2.3.0/docking_events/?mode=detailed', '/2.3.0/docking_events/?format=api'],
		...['/2.3.0/docking_events/1/', '/2.3.0/docking_events/999999/', '/2.3.0/api-throttle/'],
		...[
			'/2.3.0/config/docking_locations/',
			'/2.3.0/openapi.json',
			'/2.3.0/api-throttle/?format=api'
		]
	];
	const holdsToken = ({ headers, text }: Answer) =>
		[token, Buffer.from(token).toString('base64').slice(0, 20)].some((secret) =>
			`${JSON.stringify(headers)}${text}`.includes(secret)
		);

	it('goes to upstream, and into no answer and no line of the log, whatever upstream says', async () => {
		const echo = `<p>Token ${token} is not known here.</p>`;
		const { app, upstream, close } = await startBoth(generateEvents({ count: 30 }), ({ fault }) =>
			fault({ kind: 'status', status: 200, body: echo }, { path: /api-throttle|locations/ })
		);
		await expect.poll(() => sourceOf(app.url)).toBe('live');
		upstream.clearFaults();
		for (const status of [200, 401, 500]) {
			const id = 900_000 + status;
			upstream.fault({ kind: 'status', status, body: echo }, { path: new RegExp(`${id}`) });
			const answer = await ask(`${app.url}/2.3.0/docking_events/${id}/`);
			expect([answer.status, holdsToken(answer)]).toEqual([404, false]);
		}
		for (const path of paths)
			for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS'])
				expect(holdsToken(await ask(app.url + path, { method })), `${method} ${path}`).toBe(false);
		expect(new Set(upstream.calls.map(({ authorization }) => authorization))).toEqual(
			new Set([`Token ${token}`])
		);
		await close();
		expect(app.log.join('\n')).not.toContain(token);
		// What upstream said was told, without the secret.
		expect(app.log.join('\n')).toContain('[secret]');
	});
});
