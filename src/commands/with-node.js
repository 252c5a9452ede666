/**
 * Runs a command of this project: `node src/commands/with-node.js src/commands/start.ts`.
 * Plain JavaScript, for a Node that cannot read TypeScript: it hands over to the Node that the
 * project brings, or says in one sentence what is missing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The first 22 that runs TypeScript without being asked to. */
const neededMajor = 22;
const neededMinor = 18;

const projectUrl = new URL('../../', import.meta.url);
const [script = '', ...rest] = process.argv.slice(2);
const scriptUrl = new URL(script, projectUrl);

if (isNewEnough(process.versions.node)) {
	process.argv.splice(1, 2, fileURLToPath(scriptUrl));
	await import(scriptUrl.href);
} else {
	runWithOwnNode();
}

/** @param {string} version */
function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

function runWithOwnNode() {
	const ownNode = fileURLToPath(new URL('node_modules/node/bin/node', projectUrl));
	const probe = spawnSync(ownNode, ['--version'], { encoding: 'utf8' });
	if (probe.status !== 0 || !isNewEnough(probe.stdout.trim().replace(/^v/, ''))) {
		console.error(
			`Berthline needs Node ${neededMajor}.${neededMinor} or later and this is ${process.versions.node}: ` +
				'run "npm ci" without --ignore-scripts and --omit, which brings one, or install a newer Node.'
		);
		process.exit(1);
	}
	const child = spawn(ownNode, [fileURLToPath(scriptUrl), ...rest], { stdio: 'inherit' });
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
		process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => {
		process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
	});
}
