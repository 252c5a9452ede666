import type { Occupancy } from '../docking/occupancy.ts';
import { dockedFor } from '../docking/stay-text.ts';
import {
	formatDate,
	formatDayMonth,
	formatDays,
	formatMonthYear,
	formatStretch,
	formatYear
} from '../time/format.ts';
import type { Instant, Precision } from '../time/instant.ts';
import { dayMs, type Span } from '../time/span.ts';
import { isOutdated, type ViewClock } from '../docking/state.ts';
import type { BareStay } from '../docking/stay.ts';
import type { SceneLane } from './scene.ts';

/** What a lane says in words. */
export interface LaneWords {
	readonly isOccupied: boolean;
	/** Craft docked there: `Crew-13 Dragon`; mostly one, or none. */
	readonly docked: string;
	/** `6 d 12 h`, `empty 74 d`, `empty since Oct 2000`, `never used`, `holds a module`. */
	readonly status: string;
	/** Share of the span in which a craft was docked: `63%`; empty when nothing of the span has passed. */
	readonly share: string;
	/** `12 stays`. */
	readonly count: string;
}

/** After so long, an empty port says since when instead of how long. */
const longEmptyMs = 730 * dayMs;

/** The words of one lane at the clock's instant. */
export function laneWords(lane: SceneLane, clock: ViewClock): LaneWords {
	const count = lane.stayCount;
	const docked = lane.status.docked.map(({ craft }) => craft).join(', ');
	return {
		isOccupied: lane.status.docked.length > 0,
		docked,
		status: laneStatus(lane, clock),
		share: lane.share === undefined ? '' : `${Math.round(lane.share * 100)}%`,
		count: `${count} ${count === 1 ? 'stay' : 'stays'}`
	};
}

/**
 * Who is docked and has no name at a bar, as `labels` (by stay id) tell: a bar too short for it, or
 * out of view.
 */
export function dockedUnnamed(
	lane: SceneLane,
	labels: ReadonlyMap<number, unknown>
): readonly BareStay[] {
	return lane.status.docked.filter(({ id }) => !labels.has(id));
}

/** What stands over the statuses of lanes: of when they are, where `view` is of another time. */
export function statusHeading(view: Span, { now, knownUntil }: ViewClock): string {
	const isNowSeen = view.from <= now && now <= view.to;
	return isNowSeen ? 'Docked for' : `On ${formatDate(knownUntil)}`;
}

/** How full a station is: `5 of 8 ports occupied`, `no port in use`. */
export function occupancyText({ occupied, inUse }: Occupancy): string {
	if (!inUse) return 'no port in use';
	return `${occupied} of ${inUse} ${inUse === 1 ? 'port' : 'ports'} occupied`;
}

/** The time of a station: `since Nov 1998`, or `1971–1986` once it is over. */
export function lifeText({ from, to, isOver }: Span & { readonly isOver: boolean }): string {
	if (!isOver) return `since ${formatMonthYear(from)}`;
	const [first, last] = [formatYear(from), formatYear(to)];
	return first === last ? first : `${first}–${last}`;
}

function laneStatus(lane: SceneLane, clock: ViewClock): string {
	const [first] = lane.status.docked;
	if (first) {
		if (first.dockingPrecision === 'day') return dockedFor(first, clock.now, clock.knownUntil);
		const until = Math.max(first.docking, Math.min(clock.now, clock.knownUntil)) as Instant;
		const isKnown = !isOutdated(clock) || first.docking > clock.knownUntil;
		const stretch = formatStretch(first.docking, isKnown ? clock.now : until);
		return isKnown ? stretch : `at least ${stretch}`;
	}
	const { emptySince: since, emptySincePrecision, goneSince, holdsModule } = lane.status;
	if (goneSince !== undefined) return `gone since ${formatMonthYear(goneSince)}`;
	if (holdsModule) return 'holds a module';
	if (since === undefined) return 'never used';
	if (clock.now - since > longEmptyMs) return `empty since ${formatMonthYear(since)}`;
	if (isOutdated(clock)) return `empty on ${formatDayMonth(clock.knownUntil)}`;
	return `empty ${emptyFor(since, emptySincePrecision, clock.now)}`;
}

/** How long a port has been empty by `at`: no hours are told where the day alone is known. */
export function emptyFor(since: Instant, precision: Precision | undefined, at: Instant): string {
	const isToTheDay = precision === 'day' && at - since < 100 * dayMs;
	return isToTheDay ? formatDays(at - since) : formatStretch(since, at);
}
