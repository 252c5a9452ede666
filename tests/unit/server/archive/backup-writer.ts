/** Writes generations into the archive at a path, each as one change, until it is ended. */
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import { instant } from '../../../../src/lib/time/instant.ts';

const [path = ''] = process.argv.slice(2);
const ids = Array.from({ length: 300 }, (_, at) => at + 1);
const log = {
	debug: console.error,
	info: console.error,
	warn: console.error,
	error: console.error
};
const archive = openSqliteArchive({ path, log, clock: () => instant(Date.now()) });

for (let generation = 1; ; generation++) {
	const text = JSON.stringify({ generation, more: 'x'.repeat(2000) });
	const at = instant(generation);
	await archive.apply({
		put: ids.map((id) => ({ id, text, receivedAt: at })),
		facts: { fullSync: { at, sure: true }, lastRefresh: at }
	});
	console.log(generation);
	await new Promise((resolve) => setImmediate(resolve));
}
