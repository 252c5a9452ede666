/** `npm start`: checks the configuration, builds when there is no current build, serves. */
import { join } from 'node:path';
import { ConfigError, readConfig } from '../lib/server/config.ts';
import type { Config } from '../lib/server/config.ts';
import { createLogOutput, endSoon } from '../lib/server/log-output.ts';
import { buildApp } from './app-build/build-app.ts';
import { projectFolder } from './project.ts';
import { endWithNpm } from './serving/end-with-npm.ts';
import { findListenFailure } from './serving/listen-failure.ts';
import { serveBuild } from './serving/serve-build.ts';

/** How long a former server may take to give up its port. */
const portPatienceMs = 3000;

process.exitCode = await start();
endSoon();

async function start(): Promise<number> {
	const config = checkConfiguration();
	if (config instanceof ConfigError) return complain(config.message, config.exitCode);
	endWithNpm(process.env);
	const address = { host: config.host, port: config.port };
	const failure = process.env['SOCKET_PATH']
		? undefined
		: await findListenFailure(address, portPatienceMs);
	if (failure) return complain(failure, 1);
	const outcome = await buildApp({
		projectFolder,
		onBuild: () => console.error('Building Berthline; this is done once and takes a moment.'),
		onFailure: (output) => process.stderr.write(`${output}\nThe build failed.\n`)
	});
	if (outcome === 'failed') return 1;
	const output = createLogOutput(process.stdout);
	return serveBuild({
		address,
		entry: join(projectFolder, 'build/index.js'),
		env: { ...givenVariables(), HOST: config.host, PORT: String(config.port) },
		writeOut: (text) => output.write(text),
		writeError: (text) => process.stderr.write(text)
	});
}

function checkConfiguration(): Config | ConfigError {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (error instanceof ConfigError) return error;
		throw error;
	}
}

function complain(sentence: string, exitCode: number): number {
	console.error(sentence);
	return exitCode;
}

/** An empty variable counts as not given; SvelteKit's adapter would take it at its word. */
function givenVariables(): Record<string, string | undefined> {
	return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
}
