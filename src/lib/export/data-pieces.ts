/** Characters after which a piece is long enough to be sent. */
const pieceLength = 32 * 1024;

/** `texts` joined into pieces worth sending, each made when it is asked for; none is empty. */
export function* gathered(texts: Iterable<string>): Generator<string, void> {
	let piece = '';
	for (const text of texts) {
		piece += text;
		if (piece.length < pieceLength) continue;
		yield piece;
		piece = '';
	}
	if (piece) yield piece;
}
