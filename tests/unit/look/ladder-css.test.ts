import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deskLabels } from '../../../src/lib/timeline/labels.ts';
import { ladderPx } from '../../../src/lib/timeline/ladder.ts';

const folder = new URL('../../../src/lib/look/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\s+/g, ' ');

describe('ladder.css', () => {
	it('has exactly the rules of ladderPx, in rem of 16 px', () => {
		const rules = ladderPx.flatMap((px) => [
			`@container plot (width < ${px / 16}rem) { .rung-from-${px} { display: none; } }`,
			`@container plot (width >= ${px / 16}rem) { .rung-to-${px} { display: none; } }`
		]);
		const css = read('ladder.css')
			.replace(/\/\*.*?\*\//g, '')
			.trim();
		expect(css).toBe(rules.join(' '));
	});
});

describe('tokens.css', () => {
	it('sets names in the size that they are measured in', () => {
		expect(read('tokens.css')).toContain(`--text-label: ${deskLabels.fontPx / 16}rem;`);
		expect(read('tokens.css')).toContain('--text-small: 0.75rem;');
	});
});
