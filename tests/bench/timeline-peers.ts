import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../../src/commands/project.ts';
import { installPeers } from './timeline-install.ts';
import { portCount, type BenchData } from './timeline-stays.ts';

/** The charts to compare with, by their name on the command line; `empty` is none at all. */
export const peerNames = ['empty', 'vis-timeline', 'echarts', 'svelte-gantt', 'naive-d3'] as const;

export type PeerName = (typeof peerNames)[number];

/** A page with a chart in it, or why there is none. */
export type PeerPage = { readonly url: string } | { readonly missing: string };

export interface PeerServer {
	page(name: PeerName): PeerPage;
	/** Serves these stays from now on. */
	show(data: BenchData): void;
	close(): Promise<void>;
}

const sourceFolder = join(projectFolder, 'tests/bench/peers');
const cacheFolder = join(projectFolder, 'node_modules/.cache/bench-peers');
const contentTypes: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8'
};

type Assets = ReadonlyMap<string, Buffer>;

/**
 * Installs and bundles what `names` need and serves a page for each. Nothing is compressed and all
 * comes from memory, which favours them.
 */
export async function servePeers(names: readonly PeerName[]): Promise<PeerServer> {
	const refusal = await installPeers(cacheFolder, names);
	const assets = new Map<string, Buffer>();
	const missing = new Map<PeerName, string>();
	for (const name of names) {
		try {
			for (const [file, bytes] of await bundle(name)) assets.set(`/${name}/${file}`, bytes);
		} catch (error) {
			missing.set(name, refusal ?? `not bundled: ${firstLine(error)}`);
		}
	}
	let columns = '{}';
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
		const name = peerNames.find((name) => path === `/${name}/`);
		const body = name ? pageOf(name, assets, columns) : assets.get(path);
		const type = contentTypes[name ? '.html' : extname(path)] ?? 'application/octet-stream';
		response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
	return {
		page(name) {
			const reason = missing.get(name);
			return reason ? { missing: reason } : { url: `${origin}/${name}/` };
		},
		show(data) {
			columns = JSON.stringify(columnsOf(data));
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

/** The minified files of a peer's page. Its source lies where its packages are found from. */
async function bundle(name: PeerName): Promise<Assets> {
	const source = join(cacheFolder, 'source');
	const outDir = join(cacheFolder, 'pages', name);
	rmSync(outDir, { recursive: true, force: true });
	mkdirSync(source, { recursive: true });
	for (const file of [`${name}.ts`, 'stays.ts'])
		writeFileSync(join(source, file), readFileSync(join(sourceFolder, file)));
	await build({
		configFile: false,
		root: cacheFolder,
		logLevel: 'silent',
		build: {
			outDir,
			modulePreload: false,
			rolldownOptions: {
				input: join(source, `${name}.ts`),
				output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' }
			}
		}
	});
	return new Map(readdirSync(outDir).map((file) => [file, readFileSync(join(outDir, file))]));
}

function pageOf(name: PeerName, assets: Assets, columns: string): string {
	const css = assets.has(`/${name}/page.css`) ? '<link rel="stylesheet" href="page.css">' : '';
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,"><style>body { margin: 0; font: 14px sans-serif; }</style>${css}
<script type="module" src="page.js"></script></head>
<body><div id="chart"></div><script type="application/json" id="stays">${columns}</script></body></html>`;
}

/** As `peers/stays.ts` reads them; who is still docked has a bar to the end. */
function columnsOf({ stays, fromMs, toMs }: BenchData): object {
	const minutes = (ms: number) => Math.round((ms - fromMs) / 60_000);
	return {
		fromMs,
		toMs,
		ports: Array.from({ length: portCount }, (_, port) => `Port ${port + 1}`),
		port: stays.map((stay) => stay.port),
		kind: stays.map((stay) => stay.kind),
		name: stays.map((stay) => stay.name),
		start: stays.map((stay) => minutes(stay.fromMs)),
		end: stays.map((stay) => minutes(stay.toMs ?? toMs))
	};
}

function firstLine(error: unknown): string {
	return String(error).split('\n')[0] ?? '';
}
