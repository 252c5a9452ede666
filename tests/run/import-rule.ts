import { posix } from 'node:path';
import { findImports } from './find-imports.ts';

export interface SourceFile {
	/** From the project's root, with slashes: `src/lib/time/span.ts`. */
	readonly path: string;
	readonly text: string;
}

export interface BrokenImport {
	readonly file: string;
	readonly line: number;
	readonly specifier: string;
	readonly reason: string;
}

/** A part of the source with a rule of its own; `page` is any other folder of `src/lib`. */
type Area =
	| 'time'
	| 'docking'
	| 'timeline'
	| 'view'
	| 'state'
	| 'components'
	| 'page'
	| 'export'
	| 'server'
	| 'routes'
	| 'commands';

const pure = ['time', 'docking', 'timeline', 'view'] as const;

/** What each area may import besides itself; `time ← docking ← timeline ← view ← …`. */
const mayImport: Readonly<Record<Area, readonly Area[]>> = {
	time: [],
	docking: ['time'],
	timeline: ['time', 'docking'],
	view: ['time', 'docking', 'timeline'],
	state: [...pure],
	components: [...pure, 'state', 'page'],
	page: [...pure, 'state', 'components'],
	export: [...pure, 'components', 'page'],
	server: [...pure, 'export'],
	routes: [...pure, 'state', 'components', 'page', 'export', 'server'],
	commands: [...pure, 'export', 'server']
};

const maths = /^(d3(-.+)?|date-fns|@date-fns\/.+)(\/.*)?$/;
const validation = /^valibot(\/.*)?$/;
const areasThatValidate: readonly Area[] = ['view', 'server', 'commands'];

/** The imports of `files` that break the rule, in the order of the files. */
export function brokenImports(files: readonly SourceFile[]): readonly BrokenImport[] {
	return files.flatMap(({ path, text }) =>
		findImports(path, text).flatMap(({ specifier, line }) => {
			const reason = breaks(path, specifier);
			return reason ? [{ file: path, line, specifier, reason }] : [];
		})
	);
}

/** Why `file` may not import `specifier`, undefined when it may. */
function breaks(file: string, specifier: string): string | undefined {
	const area = areaOf(file);
	const target = targetPath(file, specifier);
	if (target) {
		const targetArea = areaOf(target);
		if (area === targetArea || mayImport[area].includes(targetArea)) return undefined;
		const allowed = mayImport[area].join(', ') || 'nothing';
		return `${area} may import ${allowed} besides itself, not ${targetArea}`;
	}
	if (validation.test(specifier) && !areasThatValidate.includes(area))
		return `valibot is for ${areasThatValidate.join(', ')}`;
	if (!isPure(area) || maths.test(specifier)) return undefined;
	if (area === 'view' && validation.test(specifier)) return undefined;
	return `${area} is pure: d3 and date-fns are the packages it may use`;
}

function isPure(area: Area): boolean {
	return (pure as readonly Area[]).includes(area);
}

/** The path from the project's root of an import of the project's own; undefined for packages. */
function targetPath(file: string, specifier: string): string | undefined {
	const [bare = ''] = specifier.split('?');
	if (bare === '$lib' || bare.startsWith('$lib/')) return bare.replace('$lib', 'src/lib');
	if (!bare.startsWith('.')) return undefined;
	const path = posix.join(posix.dirname(file), bare);
	// `./$types` and the like are generated for the folder that imports them.
	return path.startsWith('src/') ? path : undefined;
}

function areaOf(path: string): Area {
	const [, top = '', folder = '', inner = ''] = path.split('/');
	if (top === 'commands') return 'commands';
	if (top !== 'lib') return 'routes';
	if (folder === 'timeline' && (inner === 'state' || inner === 'components')) return inner;
	const known: readonly string[] = [...pure, 'export', 'server'];
	return known.includes(folder) ? (folder as Area) : 'page';
}
