/** A run without white space in which quotes may keep white space together, as Django parts text. */
const token = /[^\s'"]*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^\s'"]*)+|\S+/gs;

/**
 * The terms of a search, in upper case, each once, as Django REST framework's SearchFilter reads
 * them: parted by white space and commas. A token that begins and ends with the same quote is one
 * phrase; quotes elsewhere are characters like others.
 */
export function searchTerms(search: string): string[] {
	const terms = (search.replaceAll('\0', '').match(token) ?? []).flatMap(termsOf);
	return [...new Set(terms.filter(Boolean).map((term) => term.toUpperCase()))];
}

function termsOf(token: string): string[] {
	const term = token.replace(/^,+|,+$/g, '');
	const quote = term.at(0);
	const isPhrase = (quote === '"' || quote === "'") && term.at(-1) === quote;
	if (!isPhrase) return term.split(',').map((part) => part.trim());
	const unescaped = term.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
	return [unescaped];
}
