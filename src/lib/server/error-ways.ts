import type { Catalogue } from '../docking/catalogue.ts';
import { activeStations } from '../timeline/scene.ts';
import { guessAgencies } from '../view/agency-guess.ts';
import { guessDate } from '../view/date-guess.ts';
import type { Guess } from '../view/guess.ts';
import { guessPorts } from '../view/port-guess.ts';
import { guessStations, stationsOf } from '../view/station-guess.ts';
import { problemIn } from '../view/parse-view.ts';
import { pictureProblemIn } from '../view/picture-options.ts';
import { quoted, textParameter, type ViewError } from '../view/parameters.ts';
import { joined } from '../view/title.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a page that says what is wrong leads on to. */
export interface ErrorWays {
	/** Where several names of the query make no sense: a sentence for each. */
	readonly problems?: readonly string[];
	/** The same page with all of its query but those names: `“from” and “theme”`. */
	readonly without?: { readonly names: string; readonly href: string; readonly advice: string };
	/** What was probably meant: `station=18 (Tiangong)`. */
	readonly guess?: { readonly text: string; readonly href: string };
	/** Stations; agencies before them where one was asked for by something else than its id. */
	readonly lists: readonly WayList[];
	/** The front page. */
	readonly home: string;
}

/** Ways under a heading. */
interface WayList {
	readonly heading: string;
	readonly ways: readonly NamedWay[];
}

interface NamedWay {
	readonly name: string;
	readonly href: string;
	/** Its id where one was asked for: `id 121`; else empty. */
	readonly note: string;
}

/** What shows a view: the front page, pictures and data. */
const viewPaths = /^\/((timeline|data)\..*)?$/;

/** What of a query every page understands. */
const keptNames: readonly string[] = ['now', 'theme', 'tz'];

/** The ways on from a page whose query makes no sense. */
export function waysOfQuery({ catalogue, minute }: Snapshot, url: URL): ErrorWays {
	const problems = problemsOf(url);
	const names = namesOf(problems);
	const isView = viewPaths.test(url.pathname);
	const isStation = isView && names.includes('station');
	const hrefTo = (name: string) => (ids: string) =>
		url.pathname + search(url, without(names), `${name}=${ids}`);
	const guesses = isView ? guessesOf(catalogue, url, names) : [];
	const { lists, home } = waysOn({ catalogue, minute }, url, {
		showsIds: names.some((name) => name === 'station' || name === 'collapsed'),
		...(isStation && { hrefOf: hrefTo('station') })
	});
	const isAgency = isView && names.includes('agency');
	return {
		...(problems.length > 1 && { problems: problems.map(({ message }) => message) }),
		...(problems.length > 0 && {
			without: {
				names: joined(names.map(quoted)),
				href: url.pathname + search(url, without(names)),
				advice: `Nothing is shown until ${problems.length > 1 ? 'they are' : 'it is'} mended or left out. All else in the address can stay.`
			}
		}),
		...(guesses.length > 0 && {
			guess: {
				text: joined(guesses.map(guessText)),
				href:
					url.pathname +
					search(
						url,
						without([...names, ...guesses.map(({ name }) => name)]),
						guesses.map((one) => pairOf(one).replaceAll('+', '%2B')).join('&')
					)
			}
		}),
		lists: [...(isAgency ? [agencyList(catalogue, hrefTo('agency'))] : []), ...lists],
		home
	};
}

interface NamedGuess extends Guess {
	readonly name: string;
}

/** What was meant: stations, ports or agencies called by names, dates written otherwise, or in turn. */
function guessesOf(
	{ hosts, agencies, lanes }: Catalogue,
	{ searchParams }: URL,
	wrong: readonly string[]
): NamedGuess[] {
	const readers: Readonly<Record<string, (text: string) => Guess | undefined>> = {
		station: (text) => guessStations(stationsOf(hosts.values()), text),
		agency: (text) => guessAgencies(agencies, text),
		port: (text) => guessPorts(lanes.values(), text),
		from: (text) => guessDate(text, false),
		to: (text) => guessDate(text, true)
	};
	const turned = wrong.includes('from') ? exchanged(searchParams) : [];
	const guesses = wrong.flatMap((name) => {
		if (turned.some((guess) => guess.name === name)) return [];
		const text = textParameter(searchParams, name) ?? '';
		const meant = readers[name]?.(text);
		return meant && meant.ids !== text ? { name, ...meant } : [];
	});
	return [...turned, ...guesses];
}

/** The ends of a span that begins after it ends, the other way round; empty where that is none either. */
function exchanged(searchParams: URLSearchParams): NamedGuess[] {
	const [from, to] = ['from', 'to'].map((name) => textParameter(searchParams, name));
	if (from === undefined || to === undefined) return [];
	if (problemIn(new URLSearchParams({ from: to, to: from }))) return [];
	return [
		{ name: 'from', ids: to, names: '' },
		{ name: 'to', ids: from, names: '' }
	];
}

function pairOf({ name, ids }: NamedGuess): string {
	return `${name}=${ids}`;
}

function guessText(guess: NamedGuess): string {
	return guess.names ? `${pairOf(guess)} (${guess.names})` : pairOf(guess);
}

function agencyList({ agencies }: Catalogue, hrefOf: (id: string) => string): WayList {
	const ways = agencies.map(({ id, name }) => ({
		name,
		href: hrefOf(String(id)),
		note: `id ${id}`
	}));
	return { heading: 'Agencies', ways: ways.sort((a, b) => a.name.localeCompare(b.name, 'en')) };
}

/** The ways on from a station's page of which there is none: `asked` is what its address ends in. */
export function waysOfStation(snapshot: Snapshot, url: URL, asked: string): ErrorWays {
	const meant = guessStations(stationsOf(snapshot.catalogue.hosts.values()), asked);
	const ways = waysOn(snapshot, url, { showsIds: true });
	if (!meant || meant.ids.includes(',')) return ways;
	const page = `/stations/${meant.ids}`;
	return { ...ways, guess: { text: `${page} (${meant.names})`, href: page + search(url, isKept) } };
}

/** The ways on from any other address at which there is nothing. */
export function waysOn(
	{ catalogue, minute }: Pick<Snapshot, 'catalogue' | 'minute'>,
	url: URL,
	{
		showsIds = false,
		hrefOf
	}: { readonly showsIds?: boolean; readonly hrefOf?: (id: string) => string } = {}
): ErrorWays {
	const wrong = namesOf(problemsOf(url));
	const kept = search(url, (name) => isKept(name) && !wrong.includes(name));
	const active = new Set(activeStations(catalogue, minute));
	const stations = stationsOf(catalogue.hosts.values()).sort(
		(a, b) =>
			Number(active.has(b.stationId)) - Number(active.has(a.stationId)) ||
			a.name.localeCompare(b.name, 'en', { numeric: true })
	);
	const ways = stations.map(({ name, stationId }) => ({
		name,
		href: hrefOf?.(String(stationId)) ?? `/stations/${stationId}${kept}`,
		note: showsIds ? `id ${stationId}` : ''
	}));
	return { lists: ways.length ? [{ heading: 'Stations', ways }] : [], home: `/${kept}` };
}

/** What makes no sense at an address, once for each name; without those names its query does. */
function problemsOf({ pathname, searchParams }: URL): ViewError[] {
	const isPicture = pathname.startsWith('/timeline.');
	const rest = new URLSearchParams(searchParams);
	const problems: ViewError[] = [];
	for (;;) {
		const problem = problemIn(rest) ?? (isPicture ? pictureProblemIn(rest) : undefined);
		if (!problem || !rest.has(problem.parameter)) return problems;
		problems.push(problem);
		rest.delete(problem.parameter);
	}
}

function namesOf(problems: readonly ViewError[]): string[] {
	return problems.map(({ parameter }) => parameter);
}

function without(names: readonly string[]): (name: string) => boolean {
	return (name) => !names.includes(name);
}

function isKept(name: string): boolean {
	return keptNames.includes(name);
}

/** The pairs of a query whose names pass `keeps`, as the reader wrote them, and `more`; `?` before any. */
function search(url: URL, keeps: (name: string) => boolean, more?: string): string {
	const pairs = url.search
		.slice(1)
		.split('&')
		.filter((pair) => [...new URLSearchParams(pair).keys()].some(keeps));
	const query = [...(more === undefined ? [] : [more]), ...pairs].join('&');
	return query && `?${query}`;
}
