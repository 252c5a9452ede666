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

	it('holds them where rows are as wide as a screen and much like those above', () => {
		const width = 700;
		const anywhere = fc.nat({ max: width * 6 - 1 });
		// Rows are compared in stretches of 240.
		const aroundEnds = fc
			.tuple(fc.nat({ max: 5 }), fc.constantFrom(238, 239, 240, 241, 479, 480))
			.map(([row, x]) => row * width + x);
		const spots = fc.array(fc.tuple(fc.oneof(anywhere, aroundEnds), fc.nat({ max: 255 })));
		fc.assert(
			fc.property(spots, fc.nat({ max: 255 }), (changed, shade) => {
				const data = new Uint8Array(width * 6 * 4).fill(255);
				// A stripe that goes through all rows, and single pixels that differ.
				for (let row = 0; row < 6; row++)
					data.fill(shade, row * width * 4 + 900, row * width * 4 + 1500);
				for (const [at, byte] of changed) data[at * 4] = byte;
				const image = opaque({ data, width, height: 6 });
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
