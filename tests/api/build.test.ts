import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { ensureBuild } from './built-app.ts';

beforeAll(ensureBuild, 180_000);

const folder = join(projectFolder, 'build/server');

it('a build has the packages of many files within it: found one by one, they cost 250 MB', () => {
	const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.js')
	);
	expect(scripts.length).toBeGreaterThan(10);
	const outside =
		/^(?:import|export)\b[^;\n]*["'](?:d3|date-fns|@date-fns|redis|@redis)\b[^"'\n]*["']/gm;
	const found = scripts.flatMap(
		(name) => readFileSync(join(folder, name), 'utf8').match(outside) ?? []
	);
	expect(found).toEqual([]);
});
