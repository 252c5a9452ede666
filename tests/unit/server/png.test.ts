import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng, type Pixels } from '../../../src/lib/server/pictures/png.ts';

/** Its pixels as another program reads them. */
function decode(png: Uint8Array, { width, height }: Pixels): Uint8Array {
	const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<image width="${width}" height="${height}" href="${href}" image-rendering="optimizeSpeed"/></svg>`;
	return new Resvg(svg).render().pixels;
}

function opaque({ data, width, height }: Pixels): Pixels {
	return { data: data.map((byte, index) => (index % 4 === 3 ? 255 : byte)), width, height };
}

/** Few colours side by side, as drawings have, and any colours at all. */
const pixels = fc
	.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 20 }) })
	.chain(({ width, height }) => {
		const size = { minLength: width * height * 4, maxLength: width * height * 4 };
		const byte = fc.oneof(fc.constantFrom(0, 1, 127, 128, 255), fc.nat({ max: 255 }));
		return fc
			.array(byte, size)
			.map((bytes) => opaque({ data: Uint8Array.from(bytes), width, height }));
	});

describe('a PNG', () => {
	it('holds the very pixels that it was made of', () => {
		fc.assert(
			fc.property(pixels, (image) => {
				expect(Buffer.from(decode(encodePng(image), image)).equals(image.data)).toBe(true);
			})
		);
	});

	it('forgets the picture before it', () => {
		const bright = { data: new Uint8Array(4 * 64).fill(255), width: 8, height: 8 };
		const dark = opaque({ data: new Uint8Array(4 * 16), width: 4, height: 4 });
		encodePng(bright);
		expect([...decode(encodePng(dark), dark)]).toEqual([...dark.data]);
	});

	it('is the same bytes on every machine', () => {
		const data = new Uint8Array(4 * 6 * 3).map((_, at) => (at % 4 === 3 ? 255 : (at * 37) & 224));
		const png = Buffer.from(encodePng({ data, width: 6, height: 3 }));
		expect(png.toString('base64')).toMatchInlineSnapshot(
			`"iVBORw0KGgoAAAANSUhEUgAAAAYAAAADCAIAAAA/Y+msAAAALElEQVR4AQ3BMQEAIAzAMI4JmRSkVEqlVCokc/aqlZVWA36VnJJtlC2w1FUe4N8ZrXx58zgAAAAASUVORK5CYII="`
		);
	});

	it('ignores how transparent a pixel is', () => {
		const image = { data: Uint8Array.of(9, 8, 7, 6), width: 1, height: 1 };
		expect(encodePng(image)).toEqual(encodePng(opaque(image)));
	});
});
