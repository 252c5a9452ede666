import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';

interface PackageFacts {
	readonly version: string;
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}

interface Bill {
	readonly bomFormat: string;
	readonly metadata: { readonly component: { readonly 'bom-ref': string } };
	readonly components: readonly {
		readonly name: string;
		readonly hashes?: readonly unknown[];
		readonly properties?: readonly { readonly name: string }[];
	}[];
}

it('the bill of materials of a release names each package, and which are for development', () => {
	const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
	const facts = JSON.parse(text) as PackageFacts;
	const options = ['--sbom-format', 'cyclonedx', '--package-lock-only'];
	const bill = execFileSync('npm', ['sbom', ...options], { cwd: projectFolder, encoding: 'utf8' });
	const { bomFormat, metadata, components } = JSON.parse(bill) as Bill;
	expect(bomFormat).toBe('CycloneDX');
	// Its name is that of the folder, whatever that is called.
	expect(metadata.component['bom-ref']).toBe(`berthline@${facts.version}`);
	expect(components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
	const isForDevelopment = new Map(
		components.map(({ name, properties }) => [
			name,
			(properties ?? []).some((one) => one.name === 'cdx:npm:package:development')
		])
	);
	for (const name of Object.keys(facts.dependencies))
		expect([name, isForDevelopment.get(name)]).toEqual([name, false]);
	const missing = Object.keys(facts.devDependencies).filter((name) => !isForDevelopment.has(name));
	expect(missing).toEqual([]);
	expect(isForDevelopment.get('vite')).toBe(true);
});
