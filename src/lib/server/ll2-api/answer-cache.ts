import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { pack, worthwhileBytes, type Encoding } from '../compress.ts';
import { bytesOf, type Piece } from './pieces.ts';

/** An answer as bytes, in every coding that was asked for so far. */
export interface PackedAnswer {
	readonly status: number;
	/** A weak entity tag: the same in any coding. */
	readonly tag: string;
	/** Bytes of the plain text. */
	readonly length: number;
	readonly type: 'application/json' | 'text/html; charset=utf-8';
	body(encoding: Encoding | undefined): Promise<Body>;
}

/** Bytes in pieces, and the coding that they are in: none where it would save no packet. */
export interface Body {
	readonly pieces: readonly Uint8Array[];
	readonly length: number;
	readonly encoding: Encoding | undefined;
}

/** Keeps answers ready by address and version, the least used forgotten first. */
export interface AnswerCache {
	get(key: string): PackedAnswer | undefined;
	put(key: string, answer: PackedAnswer): void;
}

/** Bytes of text that are kept; their compressed forms add about a tenth. */
const mostBytes = 48 * 1024 * 1024;

/** Plain answers up to here are copied into one piece. */
const mostCopiedBytes = 256 * 1024;

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
	readonly text: readonly Piece[];
	readonly isPage: boolean;
	/** The same for the same text: version, format and address. */
	readonly key: string;
}

/** An answer made ready to be sent; each coding is made when it is first asked for, once. */
export function packAnswer({ status, text, isPage, key }: AnswerText): PackedAnswer {
	const plain = plainBody(text);
	const made = new Map<Encoding | undefined, Promise<Body>>();
	const make = async (encoding: Encoding | undefined): Promise<Body> => {
		if (!encoding || plain.length < worthwhileBytes) return plain;
		const bytes = await pack(Buffer.concat(plain.pieces), encoding);
		return { pieces: [bytes], length: bytes.length, encoding };
	};
	return {
		status,
		tag: `W/"${hash('sha256', key, 'base64url').slice(0, 27)}"`,
		length: plain.length,
		type: isPage ? 'text/html; charset=utf-8' : 'application/json',
		body(encoding) {
			const body = made.get(encoding) ?? make(encoding);
			made.set(encoding, body);
			return body;
		}
	};
}

/**
 * Small answers in one piece, which is sent faster; large ones in those that they are made of: to
 * copy a megabyte for every new question would keep the garbage collector busy.
 */
function plainBody(text: readonly Piece[]): Body {
	const pieces = text.map(bytesOf);
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	const isSmall = length <= mostCopiedBytes;
	return { pieces: isSmall ? [Buffer.concat(pieces)] : pieces, length, encoding: undefined };
}
