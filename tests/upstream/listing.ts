import { valueAt } from './collection.ts';

/** Fields that `search` looks into, as the API's own page lists them. */
const searchedFields = [
	['docking_location', 'name'],
	['flight_vehicle_chaser', 'spacecraft', 'name'],
	['flight_vehicle_target', 'spacecraft', 'name'],
	['payload_flight_chaser', 'payload', 'name'],
	['payload_flight_target', 'payload', 'name'],
	['space_station_chaser', 'name'],
	['space_station_target', 'name']
] as const;

const dateFilters = {
	docking__gt: (at: number, bound: number) => at > bound,
	docking__gte: (at: number, bound: number) => at >= bound,
	docking__lt: (at: number, bound: number) => at < bound,
	docking__lte: (at: number, bound: number) => at <= bound
} as const;

const idFilters = {
	docking_location__id: 'docking_location',
	flight_vehicle_chaser__id: 'flight_vehicle_chaser',
	space_station_target__id: 'space_station_target'
} as const;

/** A filter's value that cannot be read: field and sentence, as Django words them. */
export type FilterErrors = Readonly<Record<string, readonly string[]>>;

/** Documents that a query chooses, in its order; or what is wrong with it. */
export function chooseEvents(
	documents: readonly unknown[],
	query: URLSearchParams
): { readonly chosen: readonly unknown[] } | { readonly errors: FilterErrors } {
	const tests: ((document: unknown) => boolean)[] = [searchTest(query.get('search') ?? '')];
	const errors: Record<string, string[]> = {};
	for (const [name, compare] of Object.entries(dateFilters)) {
		const text = query.get(name)?.trim();
		if (!text) continue;
		const bound = readDate(text);
		if (bound === undefined) errors[name] = ['Enter a valid date/time.'];
		else tests.push((document) => compare(dateOf(document, 'docking') ?? NaN, bound));
	}
	for (const [name, field] of Object.entries(idFilters)) {
		const text = query.get(name)?.trim();
		if (!text) continue;
		if (!/^[+-]?\d+(\.\d+)?$/.test(text)) errors[name] = ['Enter a number.'];
		else tests.push((document) => valueAt(document, field, 'id') === Number(text));
	}
	if (Object.keys(errors).length > 0) return { errors };
	const chosen = documents.filter((document) => tests.every((test) => test(document)));
	return { chosen: sortEvents(chosen, query.get('ordering') ?? '') };
}

/** Every term must be found in some field, upper case or lower; quotes keep a phrase together. */
function searchTest(search: string): (document: unknown) => boolean {
	const terms = [...search.matchAll(/"([^"]*)"|'([^']*)'|[^\s,]+/g)]
		.map((match) => (match[1] ?? match[2] ?? match[0]).toUpperCase())
		.filter(Boolean);
	return (document) =>
		terms.every((term) =>
			searchedFields.some((path) => {
				const value = valueAt(document, ...path);
				return typeof value === 'string' && value.toUpperCase().includes(term);
			})
		);
}

/** PostgreSQL's order: nulls last ascending, first descending; ties by id. */
function sortEvents(documents: readonly unknown[], ordering: string): readonly unknown[] {
	const fields = ordering
		.split(',')
		.map((part) => part.trim())
		.filter((part) => /^-?(docking|departure)$/.test(part));
	if (fields.length === 0) fields.push('docking');
	const keyed = documents.map((document) => ({
		document,
		id: Number(valueAt(document, 'id') ?? Infinity),
		keys: fields.map((field) => dateOf(document, field.replace('-', '')) ?? Infinity)
	}));
	const signs = fields.map((field) => (field.startsWith('-') ? -1 : 1));
	keyed.sort((a, b) => {
		for (const [index, sign] of signs.entries()) {
			const [left = 0, right = 0] = [a.keys[index], b.keys[index]];
			if (left !== right) return left < right ? -sign : sign;
		}
		return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
	});
	return keyed.map(({ document }) => document);
}

function dateOf(document: unknown, field: string): number | undefined {
	const value = valueAt(document, field);
	return typeof value === 'string' ? readDate(value) : undefined;
}

/** ISO 8601; without a zone it is UTC, as Django's setting there says. */
function readDate(text: string): number | undefined {
	const match =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
			text
		);
	if (!match) return undefined;
	const [, date, time = '00:00', zone = 'Z'] = match;
	const at = Date.parse(`${date}T${time}${zone}`);
	return Number.isNaN(at) ? undefined : at;
}
