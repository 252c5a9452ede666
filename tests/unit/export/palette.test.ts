import { expect, it } from 'vitest';
import { paletteOf } from '../../../src/lib/export/palette.ts';

it('a palette has every colour of the pages, in its theme', () => {
	const [light, dark] = [paletteOf('light'), paletteOf('dark')];
	expect(light).toMatchObject({ crew: '#1b5fc4', ground: '#ffffff', 'cargo-pale': '#f0dcc8' });
	expect(dark).toMatchObject({ crew: '#82b4ff', ground: '#0d131c', 'cargo-pale': '#453216' });
	expect(Object.keys(light)).toEqual(Object.keys(dark));
	expect(Object.keys(light).length).toBeGreaterThanOrEqual(16);
});
