import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { pack, type Encoding } from '../compress.ts';

/** An answer as bytes, in every coding that was asked for so far. */
export interface PackedAnswer {
	readonly status: number;
	/** A weak entity tag: the same in any coding. */
	readonly tag: string;
	/** Of the plain text, in bytes. */
	readonly length: number;
	readonly type: 'application/json' | 'text/html; charset=utf-8';
	bytes(encoding: Encoding | undefined): Promise<Packed>;
}

/** Bytes, and the coding that they are in: none where it would save no packet. */
export interface Packed {
	readonly bytes: Buffer;
	readonly encoding: Encoding | undefined;
}

/** Keeps answers ready by address and version, the least used forgotten first. */
export interface AnswerCache {
	get(key: string): PackedAnswer | undefined;
	put(key: string, answer: PackedAnswer): void;
}

/** Bytes of text that are kept; their compressed forms add about a tenth. */
const mostBytes = 48 * 1024 * 1024;

/** Under this many bytes compression saves no packet. */
const worthwhileBytes = 1400;

/** A cache for at most 48 MB of text, none of it more than 6 MB. */
export function createAnswerCache(): AnswerCache {
	const kept = new LRUCache<string, PackedAnswer>({
		maxSize: mostBytes,
		maxEntrySize: mostBytes / 8
	});
	return {
		get: (key) => kept.get(key),
		put(key, answer) {
			kept.set(key, answer, { size: answer.length + 2 * key.length + 1000 });
		}
	};
}

export interface AnswerText {
	readonly status: number;
	/** In pieces. */
	readonly text: readonly string[];
	readonly isPage: boolean;
	/** The same for the same text: version, format and address. */
	readonly key: string;
}

/** An answer made ready to be sent; each coding is made when it is first asked for, once. */
export function packAnswer({ status, text, isPage, key }: AnswerText): PackedAnswer {
	const plain = join(text);
	const packed = new Map<Encoding | undefined, Promise<Packed>>();
	const make = async (encoding: Encoding | undefined): Promise<Packed> => {
		if (!encoding || plain.length < worthwhileBytes) return { bytes: plain, encoding: undefined };
		return { bytes: await pack(plain, encoding), encoding };
	};
	return {
		status,
		tag: `W/"${hash('sha256', key, 'base64url').slice(0, 27)}"`,
		length: plain.length,
		type: isPage ? 'text/html; charset=utf-8' : 'application/json',
		bytes(encoding) {
			const made = packed.get(encoding) ?? make(encoding);
			packed.set(encoding, made);
			return made;
		}
	};
}

/** Each piece is written where it belongs, which spares a copy of the whole as text. */
function join(pieces: readonly string[]): Buffer {
	const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
	const bytes = Buffer.allocUnsafeSlow(length);
	let at = 0;
	for (const piece of pieces) at += bytes.write(piece, at);
	return bytes;
}
