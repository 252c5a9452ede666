/** A part of an answer: text, or UTF-8 that stays as it is. */
export type Piece = string | Uint8Array;

export function bytesOf(piece: Piece): Uint8Array {
	return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

export function textOf(pieces: readonly Piece[]): string {
	return Buffer.concat(pieces.map(bytesOf)).toString();
}
