import { endAt, type ViewClock } from '../docking/state.ts';
import { detailsOf } from '../docking/stay-details.ts';
import { stayFacts, type Fact, type StayPlace } from '../docking/stay-facts.ts';
import { sourceWords } from '../docking/stay-text.ts';
import type { PortAlias, Stay } from '../docking/stay.ts';
import { formatDate, formatStretch } from '../time/format.ts';
import { parseInstant, type Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';

/** From so many days on, nobody counts in days. */
const manyDays = 1000;

/** What is told of an event beside its stay. */
export interface EventContext {
	readonly place: StayPlace;
	/** Other ids under which the source lists the port. */
	readonly aliases: readonly PortAlias[];
	readonly destination?: string | undefined;
	/** How the mission ended, in the source's words. */
	readonly landing?: string | undefined;
	/** Whether Berthline gave the event its number, because the source's is not known. */
	readonly hasOwnNumber: boolean;
}

/**
 * The facts of an event's page, in reading order: what the tooltip tells, then whose flight it was,
 * then where all this is from. A departure that no source tells is told where it would stand.
 */
export function eventFacts(
	stay: Stay,
	{ place, aliases, destination, landing, hasOwnNumber }: EventContext,
	clock: ViewClock,
	zone: Zone
): Fact[] {
	const { sources } = stay;
	const isOpen = stay.departure === undefined;
	const told = stayFacts(stay, detailsOf(stay), place, clock, zone);
	const of = (name: string) => told.filter(({ term }) => term === name);
	const inYears = yearsText(stay, clock);
	const rows: { readonly term: string; readonly text: string | undefined }[] = [
		...told
			.filter(({ term }) => !['Source', 'Launched', 'Serial'].includes(term))
			.map(({ term, text }) => ({
				term,
				text: inYears && /^(Stayed|Docked for)$/.test(term) ? `${text} (${inYears})` : text
			})),
		{ term: 'Departure', text: isOpen ? timeFrom(sources?.departure) : undefined },
		...of('Launched'),
		{ term: 'Mission', text: stay.launch?.mission },
		{ term: 'Destination', text: destination },
		{ term: 'End', text: landing },
		{ term: 'Agency', text: stay.agency?.name },
		...of('Serial'),
		{ term: 'Source', text: sourceWords(sources?.row ?? 'LL2') },
		{ term: 'Times from', text: timesFrom(stay) },
		{
			term: 'Event',
			text: `${stay.id}${hasOwnNumber ? ': Berthline’s own number, Launch Library 2’s is not known' : ''}`
		},
		...aliases.map(({ id, name }) => ({
			term: 'Port ids',
			text: `Launch Library 2 lists the port twice: also as ${id}, “${name}”`
		}))
	];
	return rows.flatMap(({ term, text }) => (text ? [{ term, text }] : []));
}

/** How long a stay of many days is in years: `19 y 10 mo`; undefined of others. */
function yearsText(stay: Stay, { now, knownUntil }: ViewClock): string | undefined {
	const until = Math.min(endAt(stay, now), stay.departure ?? knownUntil) as Instant;
	const isLong = until - stay.docking >= manyDays * dayMs;
	return isLong ? formatStretch(stay.docking, until) : undefined;
}

/** `docking: GCAT, attached; departure: GCAT, undocking`, without those that the source of all tells. */
function timesFrom({ sources, departure }: Stay): string {
	const times = [
		['docking', sources?.docking],
		['departure', departure === undefined ? undefined : sources?.departure]
	] as const;
	return times
		.flatMap(([name, basis]) =>
			basis && basis !== sources?.row ? `${name}: ${timeFrom(basis)}` : []
		)
		.join('; ');
}

/** What a source says, its dates as all others are written. */
function timeFrom(basis: string | undefined): string | undefined {
	if (!basis) return undefined;
	return sourceWords(basis).replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => {
		const at = parseInstant(day);
		return at === undefined ? day : formatDate(at);
	});
}
