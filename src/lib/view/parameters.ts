import { isBareDate, parseInstant, type Instant } from '../time/instant.ts';
import { spanHolds } from '../time/span.ts';
import { viewLimits, viewYears } from './limits.ts';

/**
 * A value of the query that makes no sense, told in one sentence: the parameter's name, what it may
 * be, and what it is, as the reader wrote it or as it was `measured`.
 */
export class ViewError extends Error {
	readonly parameter: string;
	constructor(parameter: string, value: string | { readonly measured: string }, allowed: string) {
		const found = typeof value === 'string' ? quoted(value) : value.measured;
		super(`${parameter} must be ${allowed}, not ${found}.`);
		this.name = 'ViewError';
		this.parameter = parameter;
	}
}

/** What is wrong with what `read` reads; undefined when it can be read. */
export function problemOf(read: () => unknown): ViewError | undefined {
	try {
		read();
		return undefined;
	} catch (problem) {
		if (problem instanceof ViewError) return problem;
		throw problem;
	}
}

/** What the name stands for; several values join with commas, an empty one was not given. */
export function textParameter(query: URLSearchParams, name: string): string | undefined {
	const text = query.getAll(name).filter(Boolean).join(',').trim();
	return text || undefined;
}

/** The comma-separated parts of a parameter; none when it was not given. */
export function listParameter(query: URLSearchParams, name: string): string[] {
	const parts = (textParameter(query, name) ?? '').split(',').map((part) => part.trim());
	const list = distinct(parts.filter(Boolean));
	if (list.length > 200) {
		throw new ViewError(name, { measured: String(list.length) }, 'at most 200 values');
	}
	return list;
}

/** Launch Library 2 ids, each once; `what` names them in the sentence. */
export function idsParameter(query: URLSearchParams, name: string, what: string): number[] {
	return distinct(
		listParameter(query, name).map((part) => readId(name, part, `${what} ids with commas between`))
	);
}

/** `values`, each once, where it first stands. */
export function distinct<T>(values: readonly T[]): T[] {
	return [...new Set(values)];
}

/** One id; throws a ViewError for anything but up to 15 digits, a minus before them allowed. */
export function readId(name: string, text: string, allowed: string): number {
	if (!/^-?\d{1,15}$/.test(text)) throw new ViewError(name, text, allowed);
	return Number(text) || 0;
}

/** One of `choices`, or undefined when not given. */
export function choiceParameter<T extends string>(
	query: URLSearchParams,
	name: string,
	choices: readonly T[]
): T | undefined {
	const text = textParameter(query, name);
	if (text === undefined) return undefined;
	const choice = choices.find((one) => one === text.toLowerCase());
	if (choice === undefined) throw new ViewError(name, text, oneOf(choices));
	return choice;
}

/** Several of `choices`, comma-separated. */
export function choicesParameter<T extends string>(
	query: URLSearchParams,
	name: string,
	choices: readonly T[]
): T[] {
	const chosen = listParameter(query, name).map((part) => {
		const choice = choices.find((one) => one === part.toLowerCase());
		if (choice === undefined)
			throw new ViewError(name, part, `${oneOf(choices)}, or several with commas between`);
		return choice;
	});
	return distinct(chosen);
}

/** An instant, and whether it was a date alone; undefined when not given. */
export function instantParameter(
	query: URLSearchParams,
	name: string
): { readonly at: Instant; readonly isDate: boolean } | undefined {
	const text = textParameter(query, name);
	if (text === undefined) return undefined;
	// A plus sign in a query is a space: 12:00+02:00 written without encoding still reads.
	const at = parseInstant(text.replace(/ (\d{2}(?::?\d{2})?)$/, '+$1'));
	if (at === undefined) {
		throw new ViewError(
			name,
			text,
			'an ISO 8601 date (2026-01-17) or instant with zone (2026-01-17T17:46Z)'
		);
	}
	if (!spanHolds(viewLimits, at)) {
		throw new ViewError(name, text, `in the years ${viewYears.first} to ${viewYears.last}`);
	}
	return { at, isDate: isBareDate(text) };
}

function oneOf(choices: readonly string[]): string {
	return choices.length === 1
		? `${choices[0]} or left out`
		: `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

/** A value between quotes, as a sentence shows it. */
export function quoted(value: string): string {
	return `“${shortened(value)}”`;
}

/** No more than the first 60 letters of a value. */
export function shortened(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
