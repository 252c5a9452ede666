import type { Instant } from '../../lib/time/instant.ts';
import { parseKiosk } from '../../lib/view/kiosk-options.ts';
import { ViewError } from '../../lib/view/parameters.ts';
import { parseView, problemIn } from '../../lib/view/parse-view.ts';
import { badValue, UsageFailure } from './failure.ts';
import { isQueryName, kioskNames, optionNames, pageNames } from './options.ts';
import type { Given, Place, QueryName } from './options.ts';

/** The page of a picture. */
export interface Target {
	/** With the whole query; its origin stands for nothing when `isOwn`. */
	readonly url: URL;
	/** True for a page of the server that this command starts itself. */
	readonly isOwn: boolean;
	/** Where its clock is to stand. */
	readonly now?: Instant;
	/** What its reader's system prefers. */
	readonly colorScheme: 'light' | 'dark';
}

/** Stands for the server that has not been started. */
const ownOrigin = 'http://berthline.invalid';

/**
 * The page that `url` names, `/` when it is not given, with the query's own names merged into it.
 * Throws a UsageFailure for an address that is none, and for every value that the page itself
 * would refuse.
 */
export function readTarget(given: Given, place: Place): Target {
	const { url, isOwn } = readUrl(given.url?.[0] ?? '/', place);
	const asked = mergeQuery(url, given);
	checkNames(url, asked, place);
	const problem = problemOf(url, asked);
	if (problem) throw new UsageFailure(problemText(problem, asked, place));
	const now = nowOf(url.searchParams);
	const isDark = url.searchParams.get('theme')?.toLowerCase() === 'dark';
	return {
		url,
		isOwn,
		...(now !== undefined && { now }),
		colorScheme: isDark ? 'dark' : 'light'
	};
}

/** Where the page is, when the command's own server is at `ownServer`. */
export function hrefOf({ url, isOwn }: Target, ownServer: string | undefined): string {
	if (!isOwn) return url.href;
	if (ownServer === undefined) throw new Error(`no server for ${url.pathname}`);
	return new URL(url.href.slice(ownOrigin.length), ownServer).href;
}

/** The address as messages show it, without a password. */
export function shownAddress({ url, isOwn }: Target): string {
	const path = url.pathname + url.search;
	return isOwn ? path : url.origin + path;
}

function readUrl(text: string, place: Place): Pick<Target, 'url' | 'isOwn'> {
	if (/^https?:\/\//i.test(text)) {
		const url = URL.parse(text);
		if (url) return { url, isOwn: false };
	} else if (text.startsWith('/')) {
		const url = URL.parse(text, ownOrigin);
		// "//host/x" and "/\host/x" lead elsewhere.
		if (url?.origin === ownOrigin) return { url, isOwn: true };
	}
	throw badValue(
		place('url'),
		text,
		'a path such as /kiosk?station=4, or the http or https address of a running server'
	);
}

/** Puts the query's own options into the url, in place of what it says; returns their names. */
function mergeQuery(url: URL, given: Given): readonly QueryName[] {
	const asked = optionNames.filter((name) => isQueryName(name)).filter((name) => given[name]);
	for (const name of asked) {
		url.searchParams.delete(name);
		for (const value of given[name] ?? []) url.searchParams.append(name, value);
	}
	return asked;
}

type PageKind = 'timeline' | 'kiosk' | 'event' | 'other';

function kindOf({ pathname }: URL): PageKind {
	if (pathname === '/') return 'timeline';
	if (/^\/kiosk\/?$/.test(pathname)) return 'kiosk';
	return pathname.startsWith('/events/') ? 'event' : 'other';
}

/** An option that the page does not have would change nothing, and nobody would see why. */
function checkNames(url: URL, asked: readonly QueryName[], place: Place): void {
	const kind = kindOf(url);
	if (kind !== 'timeline' && kind !== 'kiosk') return;
	const known: readonly string[] = kind === 'kiosk' ? kioskNames : pageNames;
	const stray = asked.find((name) => !known.includes(name));
	if (stray === undefined) return;
	const other = kind === 'kiosk' ? '/' : '/kiosk';
	throw new UsageFailure(
		`${place(stray)} is an option of ${other}, and the page is ${url.pathname}; it has ${known.join(', ')}.`
	);
}

interface Problem {
	readonly name: string;
	readonly sentence: string;
}

/** What the page would say is wrong with its query. */
function problemOf(url: URL, asked: readonly QueryName[]): Problem | undefined {
	const kind = kindOf(url);
	if (kind === 'kiosk') return kioskProblem(url.searchParams);
	if (kind !== 'other') return viewProblem(url.searchParams);
	// Other pages have names of their own: there only the options are known to be meant.
	const options = new URLSearchParams(
		[...url.searchParams].filter(([name]) => isQueryName(name) && asked.includes(name))
	);
	return viewProblem(options) ?? kioskProblem(options);
}

function viewProblem(query: URLSearchParams): Problem | undefined {
	const problem = problemIn(query);
	return problem && { name: problem.parameter, sentence: problem.message };
}

/** A kiosk shows its sentence for a minute: it would be in the picture. */
function kioskProblem(query: URLSearchParams): Problem | undefined {
	const [problem] = parseKiosk(query).problems;
	return problem && { name: problem.parameter, sentence: problem.sentence };
}

/** The sentence begins with the name; an option is called as the reader wrote it. */
function problemText(
	{ name, sentence }: Problem,
	asked: readonly QueryName[],
	place: Place
): string {
	if (isQueryName(name) && asked.includes(name)) return place(name) + sentence.slice(name.length);
	return `${place('url')}: ${sentence}`;
}

function nowOf(query: URLSearchParams): Instant | undefined {
	try {
		return parseView(new URLSearchParams(query.getAll('now').map((text) => ['now', text]))).now;
	} catch (error) {
		// A page of its own kind may mean something else by it.
		if (error instanceof ViewError) return undefined;
		throw error;
	}
}
