import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differingShare } from '../compare-png.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

/** So much of a picture may differ from the one that was looked at: less than its smallest bar. */
const tolerance = 0.0003;

const looks: Readonly<Record<string, string>> = {
	'iss-2025': 'station=4&from=2025-01-01&to=2025-12-31&now=2025-12-31T23:59Z&width=960&height=540',
	'front-dark': 'now=2026-10-08T12:00Z&theme=dark&width=960&height=540',
	'mir-narrow': 'station=5&now=2026-10-08T12:00Z&width=480&height=640',
	'modules-transparent':
		'station=4&kind=module&now=2026-10-08T12:00Z&background=transparent&width=640&height=400'
};

/** In a folder with the tests; a new one is made by a run that misses it, and is to be looked at. */
const fileOf = (name: string) => new URL(`looks/${name}.png`, import.meta.url);

describe('a picture looks as it did when somebody looked at it', () => {
	const app = useApp();
	const draw = async (query: string) => (await ask(`${app.url}/timeline.png?${query}`)).body;

	it.each(Object.entries(looks))('%s', async (name, query) => {
		const drawn = await draw(query);
		const file = fileOf(name);
		if (!existsSync(file)) {
			writeFileSync(file, drawn);
			throw new Error(`looks/${name}.png was missing and has been made: look at it`);
		}
		expect(differingShare(drawn, readFileSync(file))).toBeLessThan(tolerance);
	});

	it('and one bar less is seen', async () => {
		const [name] = Object.keys(looks);
		const less = await draw(`${looks[name!]}&q=crew`);
		expect(differingShare(less, readFileSync(fileOf(name!)))).toBeGreaterThan(tolerance);
	});
});
