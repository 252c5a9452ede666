import { execFile } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	copyFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	statSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../../src/commands/project.ts';
import { parseDockerfile, wordsOf, type Stage, type Step } from './dockerfile.ts';

/** What the last stage of a Dockerfile leaves behind, in a folder in place of a root. */
export interface Image {
	/** The working directory, where it lies on this machine. */
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly user: string | undefined;
	readonly volumes: readonly string[];
	readonly command: readonly [string, ...string[]];
	readonly healthCheck: readonly [string, ...string[]];
}

/** The user `node` of Node's images. */
export const nodeUser = 1000;

/** What of this process's environment a container's build would have, or needs here to reach npm. */
const passed =
	/^(HOME|TMPDIR|LANG|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|(https?|no)_proxy|npm_config_(registry|cache|userconfig))$/i;

/** Commands of the image find the Node that runs this, by the name that it has there. */
const nodePath = 'usr/local/bin';

interface Making {
	readonly root: string;
	workdir: string;
	user: string | undefined;
	readonly env: Record<string, string>;
	readonly volumes: string[];
	command: readonly [string, ...string[]] | undefined;
	healthCheck: readonly [string, ...string[]] | undefined;
}

/**
 * Does what the Dockerfile's text says, each stage in an empty folder of its own below a new one,
 * `place`. Paths of RUN have to be relative, because there is no other root. Throws for an instruction
 * that it does not know.
 */
export async function makeImage(text: string, place: string): Promise<Image> {
	const made = new Map<string, Making>();
	let last: Making | undefined;
	for (const [at, stage] of parseDockerfile(text).entries()) {
		last = await makeStage(stage, join(place, String(at)), made);
		if (stage.name) made.set(stage.name, last);
	}
	if (!last?.command || !last.healthCheck) throw new Error('there is no CMD or no HEALTHCHECK');
	const { root, workdir, env, user, volumes, command, healthCheck } = last;
	return { folder: join(root, workdir), env, user, volumes, command, healthCheck };
}

/** A new folder that every user may look into. */
export function makePlace(): string {
	const place = mkdtempSync(join(tmpdir(), 'berthline-image-'));
	chmodSync(place, 0o755);
	return place;
}

async function makeStage(
	{ from, steps }: Stage,
	root: string,
	made: ReadonlyMap<string, Making>
): Promise<Making> {
	if (!/^node:\d+-slim$/.test(from)) throw new Error(`only Node's own images are known: ${from}`);
	mkdirSync(join(root, nodePath), { recursive: true });
	copyFileSync(process.execPath, join(root, nodePath, 'node'));
	const PATH = [join(root, nodePath), process.env['PATH']].join(delimiter);
	const stage: Making = {
		root,
		workdir: '/',
		user: undefined,
		env: { PATH },
		volumes: [],
		command: undefined,
		healthCheck: undefined
	};
	for (const step of steps) await doStep(step, stage, made);
	return stage;
}

async function doStep(
	{ instruction, flags, rest }: Step,
	stage: Making,
	made: ReadonlyMap<string, Making>
) {
	switch (instruction) {
		case 'WORKDIR':
			stage.workdir = rest;
			mkdirSync(join(stage.root, rest), { recursive: true });
			return;
		case 'ENV':
			for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g))
				stage.env[name] = value;
			return;
		case 'COPY':
			return copy(rest.split(/\s+/), flags, stage, made);
		case 'RUN':
			return run(rest, stage);
		case 'USER':
			stage.user = rest;
			return;
		case 'VOLUME':
			stage.volumes.push(rest);
			return;
		case 'EXPOSE':
			return;
		case 'HEALTHCHECK':
			stage.healthCheck = wordsOf(rest.replace(/^CMD\s+/, ''));
			return;
		case 'CMD':
			stage.command = wordsOf(rest);
			return;
		default:
			throw new Error(`${instruction} is not known here`);
	}
}

function copy(
	paths: readonly string[],
	flags: ReadonlyMap<string, string>,
	{ root, workdir }: Making,
	made: ReadonlyMap<string, Making>
): void {
	const from = flags.get('from');
	const origin = from === undefined ? projectFolder : made.get(from)?.root;
	if (origin === undefined) throw new Error(`there is no stage ${from}`);
	const target = paths.at(-1) ?? '';
	for (const path of paths.slice(0, -1)) {
		const source = join(origin, path);
		const isFolder = statSync(source).isDirectory();
		const inside = target.endsWith('/') && !isFolder ? join(target, basename(path)) : target;
		const to = join(root, target.startsWith('/') ? '' : workdir, inside);
		mkdirSync(dirname(to), { recursive: true });
		cpSync(source, to, { recursive: true, verbatimSymlinks: true });
		const owner = flags.get('chown');
		if (owner !== undefined && owner !== 'node:node') throw new Error(`who is ${owner}?`);
		if (owner && process.getuid?.() === 0) chownSync(to, nodeUser, nodeUser);
	}
}

async function run(command: string, { root, workdir, env }: Making): Promise<void> {
	if (/(^|\s)\//.test(command)) throw new Error(`RUN names an absolute path: ${command}`);
	const given = Object.entries(process.env).filter(([name]) => passed.test(name));
	await promisify(execFile)('/bin/sh', ['-ec', command], {
		cwd: join(root, workdir),
		// What was fetched once need not be asked for again.
		env: { ...Object.fromEntries(given), npm_config_prefer_offline: 'true', ...env }
	});
}
