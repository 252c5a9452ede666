import { instant, parseInstant, type Instant } from '../../time/instant.ts';
import { searchTerms } from './search-terms.ts';

/** What keeps a query from being answered: messages by parameter, as Django REST framework tells. */
export type QueryErrors = Readonly<Record<string, readonly string[]>>;

/** One page of docking events that a client asks for. */
export interface EventQuery extends PageQuery {
	readonly mode: 'normal' | 'detailed';
	/** The docking lies at this instant or later. */
	readonly dockingFrom?: Instant;
	/** The docking lies at this instant or earlier. */
	readonly dockingTo?: Instant;
	readonly locationId?: number;
	readonly chaserId?: number;
	readonly targetId?: number;
	/** In upper case; all must occur, each in some field. */
	readonly terms: readonly string[];
	/** Empty: the default order. */
	readonly ordering: readonly OrderKey[];
}

export interface PageQuery {
	readonly limit: number;
	readonly offset: number;
}

export interface OrderKey {
	readonly field: 'docking' | 'departure';
	readonly isDescending: boolean;
}

export const defaultLimit = 10;
export const mostLimit = 100;

/**
 * The query of `docking_events/`. Unknown names are ignored; of a name given twice the last
 * counts; an empty filter was not given; a limit or offset that cannot be read is its default. A
 * number that is no id, such as 32.5, matches nothing.
 */
export function parseEventQuery(
	query: URLSearchParams
):
	| { readonly ok: true; readonly value: EventQuery }
	| { readonly ok: false; readonly errors: QueryErrors } {
	const errors: Record<string, string[]> = {};
	const instants = instantFilters(query, errors);
	const ids = idFilters(query, errors);
	if (Object.keys(errors).length) return { ok: false, errors };
	const value = {
		...parsePage(query),
		...instants,
		...ids,
		mode: last(query, 'mode') === 'detailed' ? ('detailed' as const) : ('normal' as const),
		terms: searchTerms(last(query, 'search') ?? ''),
		ordering: parseOrdering(last(query, 'ordering') ?? '')
	};
	return { ok: true, value };
}

/** `limit` and `offset`; more than 100 is 100. */
export function parsePage(query: URLSearchParams): PageQuery {
	const limit = wholeNumber(last(query, 'limit'));
	return {
		limit: limit ? Math.min(limit, mostLimit) : defaultLimit,
		offset: wholeNumber(last(query, 'offset')) ?? 0
	};
}

/** The keys of `ordering`: comma-separated, unknown ones ignored, the first of each field counts. */
export function parseOrdering(ordering: string): OrderKey[] {
	const keys = ordering.split(',').flatMap((part): OrderKey[] => {
		const name = part.trim();
		const field = name.replace(/^-/, '');
		if (field !== 'docking' && field !== 'departure') return [];
		return [{ field, isDescending: name.startsWith('-') }];
	});
	return keys.filter(({ field }, index) => keys.findIndex((key) => key.field === field) === index);
}

/** The last value of a name; undefined when absent or empty. */
export function last(query: URLSearchParams, name: string): string | undefined {
	return query.getAll(name).at(-1) || undefined;
}

function instantFilters(query: URLSearchParams, errors: Record<string, string[]>) {
	const read = (name: string): Instant | undefined => {
		const text = last(query, name)?.trim();
		if (!text) return undefined;
		const at = readFilterInstant(text);
		if (at === undefined) errors[name] = ['Enter a valid date/time.'];
		return at;
	};
	// Instants are whole milliseconds: after one is from the next one on.
	const from = [step(read('docking__gt'), 1), read('docking__gte')].filter(isGiven);
	const to = [step(read('docking__lt'), -1), read('docking__lte')].filter(isGiven);
	return {
		...(from.length && { dockingFrom: instant(Math.max(...from)) }),
		...(to.length && { dockingTo: instant(Math.min(...to)) })
	};
}

function step(at: Instant | undefined, byMs: number): number | undefined {
	return at === undefined ? undefined : at + byMs;
}

function isGiven(value: number | undefined): value is number {
	return value !== undefined;
}

/**
 * A date is its midnight UTC; a time without a zone is UTC, as upstream takes it. The plus of an
 * offset, when nobody has encoded it, has come as a space.
 */
function readFilterInstant(text: string): Instant | undefined {
	return (
		parseInstant(text) ??
		parseInstant(`${text}Z`) ??
		parseInstant(text.replace(/ (\d{2}:?\d{2})$/, '+$1'))
	);
}

function idFilters(query: URLSearchParams, errors: Record<string, string[]>) {
	const read = (name: string): number | undefined => {
		const text = last(query, name)?.trim();
		if (!text) return undefined;
		const id = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
		if (id === undefined) errors[name] = ['Enter a number.'];
		return id;
	};
	const locationId = read('docking_location__id');
	const chaserId = read('flight_vehicle_chaser__id');
	const targetId = read('space_station_target__id');
	return {
		...(locationId !== undefined && { locationId }),
		...(chaserId !== undefined && { chaserId }),
		...(targetId !== undefined && { targetId })
	};
}

function wholeNumber(text: string | undefined): number | undefined {
	if (text === undefined || !/^\s*\+?\d+\s*$/.test(text)) return undefined;
	return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}
