import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { redisPath } from './find-redis.ts';

/** A Redis of a test's own, which keeps nothing on disk. */
export interface Redis {
	/** As `ARCHIVE_URL` takes it. */
	readonly url: string;
	/** Stops it from answering; its connections stay open. */
	pause(): void;
	resume(): void;
	/** Ends it at once; what it held is lost. */
	kill(): Promise<void>;
	/** Starts it again at the same address, empty, after `kill`. */
	restart(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1, for whoever calls `kill` in the end. */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	let child = await spawnRedis(port);
	return {
		url: `redis://127.0.0.1:${port}`,
		pause: () => void child.kill('SIGSTOP'),
		resume: () => void child.kill('SIGCONT'),
		async kill() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		},
		async restart() {
			child = await spawnRedis(port);
		}
	};
}

async function spawnRedis(port: number): Promise<ChildProcess> {
	const path = redisPath();
	if (path === undefined) throw new Error('there is no redis-server on the PATH');
	const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const child = spawn(path, ['--port', String(port), ...options], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const output: string[] = [];
	const isReady = await new Promise<boolean>((resolve) => {
		createInterface({ input: child.stdout }).on('line', (line) => {
			output.push(line);
			if (/ready to accept connections/i.test(line)) resolve(true);
		});
		child.once('exit', () => resolve(false));
		child.once('error', () => resolve(false));
	});
	if (isReady) return child;
	throw new Error(`redis-server did not start:\n${output.join('\n')}`);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}
