import { constants, crc32, deflateSync } from 'node:zlib';

/** Rows of opaque pixels: `data` holds red, green, blue and an ignored fourth byte for each. */
export interface Pixels {
	readonly data: Uint8Array;
	readonly width: number;
	readonly height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paethFilter = 4;
/** Filtered rows up to this size have a place that stays: taking a new one costs a third more. */
const mostKept = 16 * 1024 * 1024;
let place = new Uint8Array(0);

/**
 * A PNG without alpha, the same bytes on any machine: run lengths and Huffman codes alone. Searching
 * for longer repetitions would make it a fifth smaller, but zlib as Node.js has it looks them up by a
 * hash that depends on the processor. PNG: https://www.w3.org/TR/png-3/
 */
export function encodePng({ data, width, height }: Pixels): Uint8Array<ArrayBuffer> {
	const rows = filtered({ data, width, height });
	const header = new DataView(new ArrayBuffer(13));
	header.setUint32(0, width);
	header.setUint32(4, height);
	// Eight bits a channel, red, green and blue; one way to compress, to filter and to interlace.
	[8, 2, 0, 0, 0].forEach((byte, index) => header.setUint8(8 + index, byte));
	const packed = deflateSync(rows, { strategy: constants.Z_RLE, chunkSize: 256 * 1024 });
	const chunks = [chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', new Uint8Array(0))];
	return new Uint8Array(Buffer.concat([signature, ...chunks.flat()]));
}

function chunk(type: string, content: DataView | Uint8Array): Buffer[] {
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const [size, name, check] = [Buffer.alloc(4), Buffer.from(type, 'latin1'), Buffer.alloc(4)];
	size.writeUInt32BE(bytes.length);
	check.writeUInt32BE(crc32(bytes, crc32(name)));
	return [size, name, bytes, check];
}

/**
 * Each row behind its filter's number, as differences to what the pixels left, above and left above
 * foretell. Most pixels of a drawing are as foretold: these are told by comparing whole stretches
 * with those above, and whole pixels.
 */
function filtered({ data, width, height }: Pixels): Uint8Array {
	const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
	const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
	const rows = emptyPlace((width * 3 + 1) * height);
	for (let y = 0; y < height; y++) {
		const out = y * (width * 3 + 1);
		rows[out] = paethFilter;
		for (let x = 0; x < width; x += stretch) {
			const from = y * width + x;
			const length = Math.min(stretch, width - x);
			const isNewRow = x === 0;
			if (y > 0 && (isNewRow || pixels[from - 1] === pixels[from - width - 1])) {
				const above = (from - width) * 4;
				const to = (from + length) * 4;
				if (bytes.compare(bytes, above, above + length * 4, from * 4, to) === 0) continue;
			}
			filterStretch({ pixels, from, length, width, isNewRow }, rows, out + 1 + x * 3);
		}
	}
	return rows;
}

/** So many pixels are compared at once: more would seldom all be as those above. */
const stretch = 240;

interface Stretch {
	readonly pixels: Uint32Array;
	readonly from: number;
	readonly length: number;
	readonly width: number;
	/** Left of the first pixel there is none. */
	readonly isNewRow: boolean;
}

/** Writes the differences of a stretch from `out` on; those that are zero stand there already. */
function filterStretch(
	{ pixels, from, length, width, isNewRow }: Stretch,
	rows: Uint8Array,
	out: number
): void {
	const isFirstRow = from < width;
	let left = isNewRow ? 0 : pixels[from - 1]!;
	let leftAbove = isNewRow || isFirstRow ? 0 : pixels[from - width - 1]!;
	for (let at = from; at < from + length; at++, out += 3) {
		const pixel = pixels[at]!;
		const above = isFirstRow ? 0 : pixels[at - width]!;
		const isForetold =
			(pixel === left && above === leftAbove) || (pixel === above && left === leftAbove);
		if (!isForetold)
			for (let channel = 0; channel < 3; channel++) {
				const shift = channel * 8;
				rows[out + channel] =
					(pixel >>> shift) - paeth(left >>> shift, above >>> shift, leftAbove >>> shift);
			}
		left = pixel;
		leftAbove = above;
	}
}

/** Of three neighbouring bytes the one nearest to where they lead; higher bits are ignored. */
function paeth(leftBits: number, aboveBits: number, leftAboveBits: number): number {
	const [left, above, leftAbove] = [leftBits & 255, aboveBits & 255, leftAboveBits & 255];
	const toLeft = Math.abs(above - leftAbove);
	const toAbove = Math.abs(left - leftAbove);
	const toLeftAbove = Math.abs(left + above - 2 * leftAbove);
	if (toLeft <= toAbove && toLeft <= toLeftAbove) return left;
	return toAbove <= toLeftAbove ? above : leftAbove;
}

/** Zeros. */
function emptyPlace(size: number): Uint8Array {
	if (size > mostKept) return new Uint8Array(size);
	if (place.length < size) place = new Uint8Array(size);
	else place.fill(0, 0, size);
	return place.subarray(0, size);
}
