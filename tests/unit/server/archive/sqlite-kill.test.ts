import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRandom } from '../../../upstream/random.ts';
import { roundOf } from './rounds.ts';
import { place } from './sqlite-for-test.ts';

const kills = 50;
const script = fileURLToPath(new URL('keep-writing.ts', import.meta.url));

/** Writes rounds from `first` on, and is killed so many rounds and milliseconds later; the last round that it said. */
async function writeUntilKilled(
	path: string,
	{ first, rounds, laterMs }: { first: number; rounds: number; laterMs: number }
): Promise<number> {
	const child = spawn(process.execPath, [script, path, String(first)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	let said = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		said = Number(line);
		// A moment by chance, not a wait for something.
		if (said === first + rounds) void delay(laterMs).then(() => child.kill('SIGKILL'));
	}
	await ended;
	return said;
}

test(`${kills} kills while refreshes are written leave the last complete state each time`, async () => {
	const random = createRandom(8);
	const { path, open } = place();
	let held = 0;
	for (let kill = 0; kill < kills; kill++) {
		const rounds = Math.floor(random.between(0, 12));
		const laterMs = random.between(0, 4);
		const said = await writeUntilKilled(path, { first: held + 1, rounds, laterMs });
		const archive = open();
		held = roundOf(await archive.read());
		expect(archive.warnings()).toEqual([]);
		// What was said to be written is there; one more may have been, unsaid.
		expect([said, said + 1]).toContain(held);
		await archive.close();
	}
}, 120_000);
