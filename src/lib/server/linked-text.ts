/** A piece of a text; with an address where it leads somewhere. */
export interface TextPiece {
	readonly text: string;
	readonly href?: string;
}

/**
 * `text` in pieces, those that `addresses` names with their address: all of it, in its order.
 * `linkedText('by GCAT, 2026', { GCAT: 'https://…' })` is `by `, `GCAT` with the address, `, 2026`.
 */
export function linkedText(
	text: string,
	addresses: Readonly<Record<string, string>>
): readonly TextPiece[] {
	let pieces: TextPiece[] = [{ text }];
	for (const [words, href] of Object.entries(addresses)) {
		pieces = pieces.flatMap((piece) => (piece.href ? piece : linked(piece.text, words, href)));
	}
	return pieces;
}

function linked(text: string, words: string, href: string): TextPiece[] {
	const between = text.split(words).map((part): TextPiece[] => (part ? [{ text: part }] : []));
	return between.flatMap((part, index) => (index ? [{ text: words, href }, ...part] : part));
}
