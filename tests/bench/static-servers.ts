import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from '../../src/commands/project.ts';

/** A file to serve: its name, and the bytes. */
export type Files = Readonly<Record<string, Buffer>>;

export interface StaticServer {
	readonly origin: string;
	close(): Promise<void>;
}

/** Copies of the build go where its packages can be found from. */
const cacheFolder = join(projectFolder, 'node_modules/.cache');

/** A copy of the build whose static files are `files` beside its own; started by its `index.js`. */
export function copyBuild(files: Files): { readonly entry: string; remove(): void } {
	mkdirSync(cacheFolder, { recursive: true });
	const folder = mkdtempSync(join(cacheFolder, 'berthline-bench-'));
	cpSync(join(projectFolder, 'build'), folder, { recursive: true });
	for (const [name, bytes] of Object.entries(files))
		writeFileSync(join(folder, 'client', name), bytes);
	return {
		entry: join(folder, 'index.js'),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}

/** True when there is an nginx to compare with. */
export function hasNginx(): boolean {
	return spawnSync('nginx', ['-v']).status === 0;
}

/** nginx, with one worker as Node has one thread, serving `files` from disk. */
export async function startNginx(files: Files): Promise<StaticServer> {
	mkdirSync(cacheFolder, { recursive: true });
	const folder = mkdtempSync(join(cacheFolder, 'nginx-bench-'));
	for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
	const port = await freePort();
	writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, port));
	const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
		stdio: 'inherit'
	});
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	await untilListening(port);
	return {
		origin: `http://127.0.0.1:${port}`,
		async close() {
			child.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function nginxConfig(folder: string, port: number): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${folder}/${name};`)
		.join(' ');
	return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
	access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; etag on;
	default_type application/json; ${temporary}
	server { listen 127.0.0.1:${port}; root ${folder}; }
}
`;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (typeof address !== 'object' || !address) throw new Error('no port was given');
	return address.port;
}

async function untilListening(port: number): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		const isThere = await new Promise<boolean>((resolve) => {
			const socket = connect({ host: '127.0.0.1', port });
			socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
			socket.on('connect', () => socket.destroy());
		});
		if (isThere) return;
		await delay(50);
	}
	throw new Error(`nothing listens on port ${port}`);
}
