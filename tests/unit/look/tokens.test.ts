import { readFileSync } from 'node:fs';
import { color } from 'd3';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/lib/docking/stay.ts';

const css = readFileSync(new URL('../../../src/lib/look/tokens.css', import.meta.url), 'utf8');

/** The colours of one theme by token. */
function paletteOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
	const pairs = css.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g);
	return new Map(
		[...pairs].map(([, name, light, dark]) => [name!, theme === 'light' ? light! : dark!])
	);
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
	const { r, g, b } = color(hex)!.rgb();
	const linear = (value: number) =>
		value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

const pale = kinds.map((kind) => `${kind}-pale`);

describe('contrast', () => {
	it('is measured as WCAG does', () => {
		expect(contrast('#000000', '#ffffff')).toBe(21);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	const palette = paletteOf(theme);
	const of = (a: string, b: string) => contrast(palette.get(a)!, palette.get(b)!);

	it.each(kinds)('%s stands out from all that lies behind it, as a mark: 3:1', (kind) => {
		for (const behind of ['ground', 'sunk', 'ahead']) expect(of(kind, behind)).toBeGreaterThan(3);
	});

	it.each(kinds.filter((kind) => kind !== 'other'))(
		'a name in a bar of %s, in the ground’s colour, has 4.5:1',
		(kind) => {
			expect(of('ground', kind)).toBeGreaterThanOrEqual(4.5);
		}
	);

	it.each(pale)('a name on %s, in ink, has 4.5:1', (token) => {
		expect(of('ink', token)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(kinds)('the outline of %s stands out from its own pale, 3:1', (kind) => {
		expect(of(kind, `${kind}-pale`)).toBeGreaterThanOrEqual(3);
	});

	it.each(['ink', 'ink-soft'])('text in %s has 4.5:1 on ground, sunk, ahead and area', (token) => {
		for (const behind of ['ground', 'sunk', 'ahead', 'area']) {
			expect([behind, of(token, behind) >= 4.5]).toEqual([behind, true]);
		}
	});

	it('text on ink, as in the pill that says now, has 4.5:1', () => {
		expect(of('ground', 'ink')).toBeGreaterThanOrEqual(4.5);
	});

	it('a control’s border has 3:1 on ground and sunk', () => {
		for (const behind of ['ground', 'sunk'])
			expect(of('line-control', behind)).toBeGreaterThanOrEqual(3);
	});

	it('the area’s line has 3:1 on the area and the ground', () => {
		for (const behind of ['ground', 'area'])
			expect(of('ink-soft', behind)).toBeGreaterThanOrEqual(3);
	});
});

describe('tokens.css', () => {
	it('gives every colour for both themes', () => {
		expect(css.match(/#[0-9a-f]{3,8}\b/gi)).toHaveLength(2 * paletteOf('light').size);
		for (const kind of kinds) expect(paletteOf('dark').has(kind)).toBe(true);
	});

	it('gives each kind a colour of its own', () => {
		for (const theme of ['light', 'dark'] as const) {
			const palette = paletteOf(theme);
			expect(new Set(kinds.map((kind) => palette.get(kind))).size).toBe(kinds.length);
		}
	});
});
