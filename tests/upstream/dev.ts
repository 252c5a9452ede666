import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateEvents } from './generate.ts';
import { oddDocuments } from './odd-events.ts';
import { startUpstream } from './server.ts';

// The development server with a stand-in for Launch Library 2 behind it, and an archive that is
// thrown away. With `--odd`, documents of every odd kind too. What else follows `--` goes to Vite; variables that are already set stay as they are.
const hasOdd = process.argv.includes('--odd');
const viteOptions = process.argv.slice(2).filter((option) => option !== '--odd');
const until = new Date().toISOString();
const upstream = await startUpstream({
	documents: [...generateEvents({ until }), ...(hasOdd ? oddDocuments(undefined, until) : [])]
});
const folder = await mkdtemp(join(tmpdir(), 'berthline-dev-'));
const vite = join(
	dirname(createRequire(import.meta.url).resolve('vite/package.json')),
	'bin/vite.js'
);
console.log(`Stand-in for Launch Library 2: ${upstream.url}`);

const child = spawn(process.execPath, [vite, 'dev', ...viteOptions], {
	stdio: 'inherit',
	env: {
		ARCHIVE_URL: `file:${join(folder, 'archive.db')}`,
		REFRESH_SECONDS: '30',
		LL2_CALLS_PER_HOUR: '1000',
		...process.env,
		LL2_BASE_URL: upstream.url
	}
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.on(signal, () => void child.kill(signal));

child.once('error', (error) => console.error(`vite did not start: ${error.message}`));
child.once('close', (code) => {
	process.exitCode = code ?? 0;
	void Promise.all([upstream.close(), rm(folder, { recursive: true, force: true })]);
});
