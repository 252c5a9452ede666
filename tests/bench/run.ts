import { buildApp } from '../../src/commands/app-build/build-app.ts';
import { projectFolder } from '../../src/commands/project.ts';
import { benchHot } from './api-hot.ts';
import { benchQueries } from './api-queries.ts';
import { benchFaults } from './faults.ts';
import { benchKiosk } from './kiosk.ts';
import { benchLoad } from './load.ts';
import { benchPictures } from './pictures.ts';
import { benchSlowest } from './slowest.ts';
import { benchTimeline } from './timeline.ts';

/**
 * The benchmarks by their name on the command line, without a name all run; what follows the names
 * and begins with `--` goes to each.
 */
const benches: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
	async api() {
		await buildOrThrow();
		await benchHot();
		await benchQueries();
	},
	async faults() {
		await buildOrThrow();
		await benchFaults();
	},
	async kiosk(options) {
		await buildOrThrow();
		await benchKiosk(options);
	},
	async load() {
		await buildOrThrow();
		await benchLoad();
	},
	async pictures() {
		await buildOrThrow();
		await benchPictures();
	},
	async slowest() {
		await buildOrThrow();
		await benchSlowest();
	},
	async timeline(options) {
		await buildOrThrow();
		await benchTimeline(options);
	}
};

async function buildOrThrow(): Promise<void> {
	const outcome = await buildApp({
		projectFolder,
		onBuild: () => console.log('Building …'),
		onFailure: (output) => process.stderr.write(output)
	});
	if (outcome === 'failed') throw new Error('the build failed');
}

const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('--'));
const asked = firstOption < 0 ? given : given.slice(0, firstOption);
const options = given.slice(asked.length);
const unknown = asked.filter((name) => !benches[name]);
if (unknown.length) {
	console.error(
		`no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`
	);
	process.exit(2);
}
for (const name of asked.length ? asked : Object.keys(benches)) await benches[name]?.(options);
