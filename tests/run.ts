/**
 * `npm test`: all checks, or those named: `npm test -- lint unit`. The last lines name the tests
 * that failed and count all: `N passed, N failed`; the exit code is 1 when any failed.
 */
import { addCounts, describeCounts, oneCheck } from './run/counts.ts';
import type { Counts } from './run/counts.ts';
import { stages } from './run/stages.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) {
	const known = Object.keys(stages).join(', ');
	console.error(`no stage is called ${unknown.join(', ')}; there are ${known}`);
	process.exit(64);
}

const results = new Map<string, Counts>();
for (const [name, run] of Object.entries(stages)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`\n── ${name} ──`);
	results.set(name, await outcomeOf(run));
}
console.log('');
for (const [name, counts] of results) console.log(`${name}: ${describeCounts(counts)}`);
const total = addCounts([...results.values()]);
for (const failure of total.failures) console.log(`failed: ${failure}`);
console.log(describeCounts(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** A stage that breaks down is a failure, and the others still run. */
async function outcomeOf(run: () => Promise<Counts>): Promise<Counts> {
	try {
		return await run();
	} catch (error) {
		console.error(error);
		return oneCheck(false);
	}
}
