import ICAL from 'ical.js';
import { formatDate } from '../time/format.ts';
import { formatIso, type Instant, type Precision } from '../time/instant.ts';
import { isDepartureUnknown, endAt, stateAt } from '../docking/state.ts';
import { stayLength } from '../docking/stay-text.ts';
import type { Stay } from '../docking/stay.ts';
import { gathered } from './data-pieces.ts';
import type { Excerpt } from './excerpt.ts';

// The library does not count the space that goes on with a folded line: 75 octets (RFC 5545, 3.1).
ICAL.foldLength = 74;
const { icalendar } = ICAL.design;

/** What only a calendar tells. */
export interface CalendarOptions {
	readonly name: string;
	/** Where the pages are, without a slash at the end; undefined leaves their addresses out. */
	readonly origin: string | undefined;
}

/**
 * The stays as a calendar (RFC 5545) in pieces: a moment at each docking and, where there is one, at
 * each departure. UIDs stay the same for good, on any server; what is still ahead is tentative.
 */
export function icsPieces(excerpt: Excerpt, options: CalendarOptions): Generator<string, void> {
	return gathered(icsComponents(excerpt, options));
}

/** How often a calendar that subscribes should ask. */
const refreshInterval = 'PT1H';

/** A property of jCal (RFC 7265). */
type Property = [name: string, parameters: Record<string, string>, type: string, value: string];
type Component = [name: string, properties: Property[], components: Component[]];

function* icsComponents(excerpt: Excerpt, options: CalendarOptions): Generator<string, void> {
	const calendar = icsText(['vcalendar', calendarProperties(excerpt, options), []]);
	const end = 'END:VCALENDAR\r\n';
	yield calendar.slice(0, -end.length);
	let isEmpty = true;
	for (const stay of excerpt.stays) {
		isEmpty = false;
		for (const moment of momentsOf(stay))
			yield icsText(['vevent', eventProperties(stay, moment, excerpt, options), []]);
	}
	// A calendar holds one component at least (3.6).
	if (isEmpty) yield icsText(utcZone);
	yield end;
}

function icsText(component: Component): string {
	return `${ICAL.stringify.component(component, icalendar)}\r\n`;
}

function calendarProperties({ credits }: Excerpt, { name, origin }: CalendarOptions): Property[] {
	const about = credits.length
		? `A bundled sample; its sources: ${credits.map((credit) => `${credit.name} (${credit.detail})`).join('; ')}.`
		: 'Data: The Space Devs, Launch Library 2.';
	return [
		['prodid', {}, 'text', '-//Berthline//Berthline//EN'],
		['version', {}, 'text', '2.0'],
		['calscale', {}, 'text', 'GREGORIAN'],
		['method', {}, 'text', 'PUBLISH'],
		newText('name', name),
		newText('x-wr-calname', name),
		text('description', about),
		newText('x-wr-caldesc', about),
		...(origin ? [['url', {}, 'uri', `${origin}/`] satisfies Property] : []),
		['refresh-interval', {}, 'duration', refreshInterval],
		['x-published-ttl', {}, 'unknown', refreshInterval]
	];
}

/** A docking or a departure. */
interface Moment {
	readonly what: 'docking' | 'departure';
	readonly at: Instant;
	readonly precision: Precision;
}

function momentsOf(stay: Stay): Moment[] {
	const { docking, departure } = stay;
	const first: Moment = { what: 'docking', at: docking, precision: stay.dockingPrecision };
	if (departure === undefined) return [first];
	return [first, { what: 'departure', at: departure, precision: stay.departurePrecision }];
}

/** Without DTEND or DURATION: an event that ends when it begins (3.6.1). */
function eventProperties(
	stay: Stay,
	moment: Moment,
	{ places, now, updated }: Excerpt,
	{ origin }: CalendarOptions
): Property[] {
	const { what, at } = moment;
	const host = places.hosts.get(stay.hostKey)?.name;
	const port = stay.portId > 0 ? places.lanes.get(stay.portId)?.port.name : undefined;
	const place = [...new Set([port, host])].filter(Boolean).join(', ');
	const verb = what === 'docking' ? 'docks at' : 'leaves';
	return [
		['uid', {}, 'text', `${stay.id}-${what}@berthline`],
		['dtstamp', {}, 'date-time', isoSecond(updated)],
		['dtstart', {}, 'date-time', isoSecond(at)],
		text('summary', `${stay.craft} ${verb} ${place}`),
		text('location', place),
		text('description', describe(stay, moment, now)),
		['categories', {}, 'text', stay.kind],
		['status', {}, 'text', at > now ? 'TENTATIVE' : 'CONFIRMED'],
		// It takes nobody's time.
		['transp', {}, 'text', 'TRANSPARENT'],
		...(origin ? [['url', {}, 'uri', `${origin}/events/${stay.id}`] satisfies Property] : [])
	];
}

function describe(stay: Stay, { what, at, precision }: Moment, now: Instant): string {
	const lines = [[stay.kind, stay.agency?.name].filter(Boolean).join(', ')];
	if (stay.vehicle !== stay.craft) lines.push(`Vehicle: ${stay.vehicle}`);
	if (at > now) lines.push('Planned');
	if (precision === 'day') lines.push('Known to the day; the hour is not.');
	if (what === 'departure' && stateAt(stay, now) === 'departed')
		lines.push(`Stayed ${stayLength(stay, now)}`);
	if (what === 'docking' && isDepartureUnknown(stay, now))
		lines.push(`Departure unknown, before ${formatDate(endAt(stay, now))}`);
	return lines.join('\n');
}

function text(name: string, value: string): Property {
	return [name, {}, 'text', calendarText(value)];
}

/** A text of a name that the library does not know (RFC 7986, X-): it would escape nothing. */
function newText(name: string, value: string): Property {
	return [name, {}, 'unknown', ICAL.stringify.value(calendarText(value), 'text', icalendar, false)];
}

/** `value` as a TEXT can hold it (3.3.11): line ends as one sign, no other control character. */
export function calendarText(value: string): string {
	return value
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\t\n]/gu, '');
}

/** Calendars know no fraction of a second. */
function isoSecond(at: Instant): string {
	return `${formatIso(at).slice(0, 19)}Z`;
}

const utcZone: Component = [
	'vtimezone',
	[['tzid', {}, 'text', 'Etc/UTC']],
	[
		[
			'standard',
			[
				['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
				['tzoffsetfrom', {}, 'utc-offset', '+00:00'],
				['tzoffsetto', {}, 'utc-offset', '+00:00']
			],
			[]
		]
	]
];
