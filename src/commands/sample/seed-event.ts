/**
 * The docking event in a saved page of Launch Library 2's browsable API, or in a file of JSON
 * alone, with `?format=api` taken off its addresses; throws a SyntaxError when there is none.
 */
export function extractSeedEvent(page: string): unknown {
	const start = page.search(/^\{/m);
	if (start < 0) throw new SyntaxError('the seed holds no line that begins a JSON object');
	return JSON.parse(page.slice(start), (_key, value: unknown) =>
		typeof value === 'string' ? value.replace(/\?format=api$/, '') : value
	);
}
