import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { pack, type Encoding } from '../compress.ts';

/** An answer as bytes, in every coding that was asked for so far. */
export interface PackedAnswer {
	readonly status: number;
	/** A weak entity tag: the same for the same text, in any coding. */
	readonly tag: string;
	readonly isPage: boolean;
	bytes(encoding: Encoding | undefined): Promise<Buffer>;
}

/** Keeps answers ready by address and version, the least used forgotten first. */
export interface AnswerCache {
	get(key: string): PackedAnswer | undefined;
	put(key: string, answer: PackedAnswer, length: number): PackedAnswer;
}

/** Bytes of text that are kept; their compressed forms add about a tenth. */
const mostBytes = 48 * 1024 * 1024;

/** Under this many bytes compression saves no packet. */
const worthwhileBytes = 1400;

export function createAnswerCache(): AnswerCache {
	const kept = new LRUCache<string, PackedAnswer>({
		maxSize: mostBytes,
		maxEntrySize: mostBytes / 8
	});
	return {
		get: (key) => kept.get(key),
		put(key, answer, length) {
			kept.set(key, answer, { size: length + key.length + 500 });
			return answer;
		}
	};
}

/** `text` made ready to be sent; each coding is made when it is first asked for, once. */
export function packAnswer(status: number, text: string, isPage: boolean): PackedAnswer {
	const plain = Buffer.from(text);
	const packed = new Map<Encoding, Promise<Buffer>>();
	return {
		status,
		tag: `W/"${hash('sha1', plain, 'base64url')}"`,
		isPage,
		bytes(encoding) {
			if (!encoding || plain.length < worthwhileBytes) return Promise.resolve(plain);
			const made = packed.get(encoding) ?? pack(plain, encoding);
			packed.set(encoding, made);
			return made;
		}
	};
}
