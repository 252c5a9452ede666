/** Bodies that are JSON (or nothing) but not what the API promises. */
const shapes = {
	array: (body: unknown) => [body],
	'array-empty': () => [],
	null: () => null,
	text: () => 'ok',
	number: () => 15,
	'object-empty': () => ({}),
	'count-text': (body: unknown) => ({ ...asObject(body), count: 'many' }),
	'count-negative': (body: unknown) => ({ ...asObject(body), count: -1 }),
	'count-null': (body: unknown) => ({ ...asObject(body), count: null }),
	'count-missing': (body: unknown) => without(body, 'count'),
	'results-object': (body: unknown) => ({ ...asObject(body), results: { 0: {} } }),
	'results-text': (body: unknown) => ({ ...asObject(body), results: 'none' }),
	'results-null': (body: unknown) => ({ ...asObject(body), results: null }),
	'results-missing': (body: unknown) => without(body, 'results'),
	'results-of-text': (body: unknown) => ({ ...asObject(body), results: ['a', 'b'] }),
	'results-empty': (body: unknown) => ({ ...asObject(body), results: [] }),
	'next-number': (body: unknown) => ({ ...asObject(body), next: 100 }),
	'next-no-address': (body: unknown) => ({ ...asObject(body), next: 'page two' })
} as const;

/** Bodies that are not even JSON. */
const texts = {
	'empty-body': '',
	'deeply-nested': `{"count":1,"results":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
	'two-documents': '{"count":0,"results":[]}{"count":0,"results":[]}'
} as const;

export type WrongShape = keyof typeof shapes | keyof typeof texts;

/** Every wrong shape there is. */
export const wrongShapes = [...Object.keys(shapes), ...Object.keys(texts)] as WrongShape[];

/** A body of that shape, made from the right one where it can be. */
export function wrongShape(
	shape: WrongShape,
	body: unknown
):
	{ readonly body: unknown } | { readonly text: string; readonly headers: Record<string, string> } {
	if (shape in shapes) return { body: shapes[shape as keyof typeof shapes](body) };
	const text = texts[shape as keyof typeof texts];
	return { text, headers: { 'Content-Type': 'application/json' } };
}

function asObject(body: unknown): Record<string, unknown> {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}

function without(body: unknown, key: string): Record<string, unknown> {
	const { [key]: _, ...rest } = asObject(body);
	return rest;
}
