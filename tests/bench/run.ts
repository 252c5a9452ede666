import { buildApp } from '../../src/commands/app-build/build-app.ts';
import { projectFolder } from '../../src/commands/project.ts';
import { benchHot } from './api-hot.ts';
import { benchQueries } from './api-queries.ts';

/** The benchmarks by their name on the command line; without a name all run. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
	async api() {
		const outcome = await buildApp({
			projectFolder,
			onBuild: () => console.log('Building …'),
			onFailure: (output) => process.stderr.write(output)
		});
		if (outcome === 'failed') throw new Error('the build failed');
		await benchHot();
		await benchQueries();
	}
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches[name]);
if (unknown.length) {
	console.error(
		`no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`
	);
	process.exit(2);
}
for (const name of asked.length ? asked : Object.keys(benches)) await benches[name]?.();
