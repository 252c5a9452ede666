const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** A name, a text, or another value. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;

/**
 * `text`, which is JSON, as HTML: indented, names in `<i>`, numbers and the like in `<b>`, texts
 * that are web addresses as links. All else in it is text: names from upstream may hold anything.
 */
export function jsonHtml(text: string): string {
	const json = JSON.stringify(JSON.parse(text), null, 4);
	return json.replace(token, (all: string, quoted?: string, colon?: string) => {
		if (quoted === undefined) return `<b>${all}</b>`;
		if (colon !== undefined) return `<i>${escaped(quoted)}</i>${colon}`;
		const content = quoted.startsWith('"http') ? (JSON.parse(quoted) as string) : '';
		if (!/^https?:\/\/[^\s"'<>]+$/.test(content)) return escaped(quoted);
		return `<a href="${escaped(content)}">${escaped(quoted)}</a>`;
	});
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
