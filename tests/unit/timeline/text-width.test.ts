import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { textWidthEm } from '../../../src/lib/timeline/text-width.ts';

const folder = new URL('../../../node_modules/@fontsource/ibm-plex-sans/files/', import.meta.url);

/** The width that the font files themselves give, kerning included. */
function trueWidthEm(text: string, subset: string, weight: number): number {
	const file = readFileSync(new URL(`ibm-plex-sans-${subset}-${weight}-normal.woff2`, folder));
	const font = create(file) as Font;
	return font.layout(text).advanceWidth / font.unitsPerEm;
}

const texts: [string, string][] = [
	['latin', 'Progress MS-31'],
	['latin', 'Crew-13 Dragon'],
	['latin', 'AVATAR Type W To Yo P.'],
	['latin', '0123456789:–’ “x”'],
	['latin', 'Ægir fjörð ça ñ ß'],
	['greek', 'Προμηθέας'],
	['cyrillic', 'Прогресс МС-31']
];

describe('textWidthEm', () => {
	it.each(texts)(
		'of %s “%s” is never less than the font’s own regular and medium',
		(subset, text) => {
			expect(textWidthEm(text)).toBeGreaterThanOrEqual(trueWidthEm(text, subset, 400) - 0.001);
			expect(textWidthEm(text)).toBeGreaterThanOrEqual(trueWidthEm(text, subset, 500) - 0.001);
		}
	);

	it.each(texts)('of %s “%s” is within 3% of the semibold, and no wild guess', (subset, text) => {
		expect(textWidthEm(text) * 1.03).toBeGreaterThanOrEqual(trueWidthEm(text, subset, 600));
		expect(textWidthEm(text)).toBeLessThan(trueWidthEm(text, subset, 500) * 1.1);
	});

	it('takes letters that the font lacks for wide ones', () => {
		expect(textWidthEm('神舟')).toBeGreaterThan(2);
		expect(textWidthEm('')).toBe(0);
	});
});
