import { shownPortId } from '../docking/known-places.ts';
import { kinds } from '../docking/stay.ts';
import { plusDays } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { knownZone } from '../time/zone.ts';
import { shortestSpanMs, viewLimits, viewYears } from './limits.ts';
import {
	choiceParameter,
	choicesParameter,
	distinct,
	idsParameter,
	instantParameter,
	listParameter,
	problemOf,
	readId,
	shortened,
	textParameter,
	ViewError
} from './parameters.ts';
import { defaultView, sortColumns, themes, type Sort, type View } from './view.ts';

/** The longest search text; a craft's name is under 60 letters. */
const longestSearch = 200;

/**
 * The view that a query asks for. Names it does not know are ignored; a value that makes no sense
 * throws a ViewError, whose message is a sentence for the reader.
 */
export function parseView(query: URLSearchParams): View {
	const from = instantParameter(query, 'from');
	const to = instantParameter(query, 'to');
	const end = to && (to.isDate ? plusDays(to.at, 1) : to.at);
	if (end !== undefined && end <= viewLimits.from) {
		const allowed = `after the beginning of ${viewYears.first}`;
		throw new ViewError('to', textParameter(query, 'to') ?? '', allowed);
	}
	checkSpan(from?.at, end, query);
	const now = instantParameter(query, 'now');
	return {
		filter: {
			stations: distinct(listParameter(query, 'station').map(readStation)),
			ports: distinct(
				idsParameter(query, 'port', 'Launch Library 2 docking location').map(shownPortId)
			),
			kinds: choicesParameter(query, 'kind', kinds),
			agencies: idsParameter(query, 'agency', 'Launch Library 2 agency'),
			text: searchText(query),
			isDockedNow: choiceParameter(query, 'docked', ['now']) === 'now'
		},
		...(from && { from: from.at }),
		...(end !== undefined && { to: end }),
		...(now && { now: now.at }),
		theme: choiceParameter(query, 'theme', themes) ?? defaultView.theme,
		zone: zoneParameter(query),
		sort: sortParameter(query),
		order: choiceParameter(query, 'order', ['name', 'first-use', 'occupancy']) ?? defaultView.order,
		collapsed: idsParameter(query, 'collapsed', 'station'),
		mode: choiceParameter(query, 'view', ['timeline', 'table']) ?? defaultView.mode,
		ports: choiceParameter(query, 'ports', ['used', 'all']) ?? defaultView.ports
	};
}

/** What is wrong with a query; undefined when it gives a view. */
export function problemIn(query: URLSearchParams): ViewError | undefined {
	return problemOf(() => parseView(query));
}

function readStation(part: string): number | 'other' {
	if (part.toLowerCase() === 'other') return 'other';
	return readId('station', part, 'Launch Library 2 station ids such as 4 or 4,18, or “other”');
}

function searchText(query: URLSearchParams): string {
	const text = textParameter(query, 'q') ?? '';
	if (text.length > longestSearch) {
		const measured = String(text.length);
		throw new ViewError('q', { measured }, `at most ${longestSearch} characters`);
	}
	return text;
}

function zoneParameter(query: URLSearchParams): View['zone'] {
	const text = textParameter(query, 'tz');
	if (text === undefined || text.toLowerCase() === 'utc') return 'UTC';
	if (text.toLowerCase() === 'local') return 'local';
	const zone = knownZone(text);
	if (!zone) throw new ViewError('tz', text, 'utc, local or an IANA zone such as Europe/Berlin');
	return zone;
}

function sortParameter(query: URLSearchParams): Sort {
	const text = textParameter(query, 'sort');
	if (text === undefined) return defaultView.sort;
	const column = sortColumns.find((one) => one === text.replace(/^-/, '').toLowerCase());
	if (!column) {
		throw new ViewError(
			'sort',
			text,
			`one of ${sortColumns.join(', ')}, with a minus before it for the reverse order`
		);
	}
	return { column, isDescending: text.startsWith('-') };
}

function checkSpan(
	from: Instant | undefined,
	to: Instant | undefined,
	query: URLSearchParams
): void {
	if (from === undefined || to === undefined || to - from >= shortestSpanMs) return;
	const textOf = (name: string) => textParameter(query, name) ?? '';
	const before = from >= to ? 'before' : 'at least a minute before';
	throw new ViewError('from', textOf('from'), `${before} to=${shortened(textOf('to'))}`);
}
