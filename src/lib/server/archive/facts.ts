import * as v from 'valibot';
import { instant } from '../../time/instant.ts';
import type { ArchiveFacts } from './archive.ts';

const at = v.pipe(
	v.number(),
	v.check((value) => Number.isFinite(value) && Math.abs(value) <= 8.64e15),
	v.transform(instant)
);
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));

const factSchemas = {
	lastRefresh: at,
	fullSync: v.object({ at, sure: v.boolean() }),
	locationsAt: at,
	learntLimit: v.object({ at, perHour: v.pipe(positive, v.integer(), v.minValue(1)) }),
	blocked: v.object({ at, forMs: positive }),
	unreadable: v.object({ ids: v.array(v.number()), unnamed: positive })
};

const facts = v.partial(v.object(factSchemas));

/** The facts that rows of name and JSON text tell; a row that makes no sense is left out. */
export function factsFromRows(rows: Iterable<readonly [string, string]>): ArchiveFacts {
	const known: Record<string, unknown> = {};
	for (const [name, text] of rows) {
		const schema = Object.hasOwn(factSchemas, name)
			? factSchemas[name as keyof typeof factSchemas]
			: undefined;
		const value = parse(text);
		if (schema && v.is(schema, value)) known[name] = value;
	}
	return v.parse(facts, known) as ArchiveFacts;
}

/** Rows of name and JSON text for the facts that are known. */
export function rowsFromFacts(known: ArchiveFacts): [string, string][] {
	return Object.entries(known)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [name, JSON.stringify(value)]);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
