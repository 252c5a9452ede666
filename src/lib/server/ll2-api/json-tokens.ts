/** A piece of JSON text: a name, a text, another value, or what stands between them. */
export interface JsonToken {
	readonly text: string;
	readonly kind?: 'name' | 'text' | 'value';
	/** A text that is a web address. */
	readonly href?: string;
}

/** `text`, which is JSON, indented and cut into pieces for highlighting; joined it is JSON again. */
export function jsonTokens(text: string): JsonToken[] {
	const json = JSON.stringify(JSON.parse(text), null, 4);
	const pattern = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;
	const tokens: JsonToken[] = [];
	let end = 0;
	for (const match of json.matchAll(pattern)) {
		const [all, text, colon] = match;
		if (match.index > end) tokens.push({ text: json.slice(end, match.index) });
		if (text === undefined) tokens.push({ text: all, kind: 'value' });
		else if (colon !== undefined) tokens.push({ text, kind: 'name' }, { text: colon });
		else tokens.push(textToken(text));
		end = match.index + all.length;
	}
	tokens.push({ text: json.slice(end) });
	return tokens;
}

/** Only http and https addresses become links; names from upstream may hold anything. */
function textToken(text: string): JsonToken {
	const content = JSON.parse(text) as string;
	const isAddress = /^https?:\/\/[^\s"'<>]+$/.test(content);
	return { text, kind: 'text', ...(isAddress && { href: content }) };
}
