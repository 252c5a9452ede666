import type { PortFacts } from '../docking/port-facts.ts';
import { inUseMonths } from '../docking/occupancy.ts';
import { isDepartureUnknown, isOutdated, stateAt } from '../docking/state.ts';
import type { StationFacts, StationState } from '../docking/station-facts.ts';
import type { BusiestDay, StationHistory } from '../docking/station-history.ts';
import { dockedFor, stayLength } from '../docking/stay-text.ts';
import type { BareStay } from '../docking/stay.ts';
import { formatDate, formatMoment, formatMonthYear, formatStretch } from '../time/format.ts';
import type { Span } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import { emptyFor } from '../timeline/lane-words.ts';
import type { ViewClock } from '../docking/state.ts';

/** What makes a port count as in use, for who wonders about n of m. */
export const inUseRule =
	`A port is in use when a visiting craft (crew, cargo or other) was there in the last ` +
	`${inUseMonths} months and no module is docked at it.`;

/** Whether a station flies: `active`, `de-orbited on 23 Mar 2001`. */
export function stateText(state: StationState): string {
	if (state.is === 'deorbited') return `de-orbited on ${formatDate(state.at)}`;
	return state.is === 'active' ? 'active' : 'not known whether it still flies';
}

/** Since when a station is used: `Used since 5 Dec 1998, for 27 y 10 mo`. */
export function usedText({ life, state }: StationFacts, { now }: ViewClock, zone: Zone): string {
	if (!life) return 'No docking yet';
	const from = formatDate(life.from, zone);
	if (state.is === 'active') return `Used since ${from}, for ${formatStretch(life.from, now)}`;
	return `Used from ${from} to ${formatDate(life.to, zone)}, for ${formatStretch(life.from, life.to)}`;
}

/** What stands at a port where no visiting craft is docked: `empty since 24 Jul 2026, 74 d`. */
export function emptyText(
	{ status, modules, life, isInUse }: PortFacts,
	state: StationState,
	clock: ViewClock,
	zone: Zone
): string {
	const { goneSince, emptySince, emptySincePrecision } = status;
	if (goneSince !== undefined) return `gone since ${formatDate(goneSince, zone)}`;
	if (modules.length) return `holds ${modules.map((module) => module.craft).join(', ')}`;
	if (emptySince === undefined) return 'no visiting craft so far';
	const left = formatDate(emptySince, emptySincePrecision === 'day' ? 'UTC' : zone);
	if (state.is === 'deorbited') {
		// A module may have come after the last craft, and stayed to the end.
		const visited = isInUse ? emptySince : (life?.to ?? emptySince);
		if (visited !== emptySince) return `last visit ended ${formatDate(visited)}`;
		return `last stay ended ${left}`;
	}
	const isOld = isOutdated(clock);
	const length = emptyFor(emptySince, emptySincePrecision, isOld ? clock.knownUntil : clock.now);
	return `empty since ${left}, ${isOld ? 'at least ' : ''}${length}`;
}

/** How long a stay lasted: `297 d 14 h`, `6 d 12 h so far`, `at least 6 d so far`. */
export function lengthText(stay: BareStay, { now, knownUntil }: ViewClock): string {
	if (isDepartureUnknown(stay, now)) return 'length unknown';
	if (stateAt(stay, now) === 'departed') return stayLength(stay, now);
	return `${dockedFor(stay, now, knownUntil)} so far`;
}

/** When a craft docked: `since 14 Apr 2026, 17:20 UTC`. */
export function sinceText(stay: BareStay, zone: Zone): string {
	return `since ${formatMoment(stay.docking, stay.dockingPrecision, zone)}`;
}

/** Whose stays a station's history counts: `by 311 visiting craft and 17 modules`. */
export function staysByText({
	craftCount,
	moduleCount
}: Pick<StationHistory, 'craftCount' | 'moduleCount'>): string {
	const modules = `${moduleCount} ${moduleCount === 1 ? 'module' : 'modules'}`;
	if (!craftCount) return `by ${modules}`;
	return `by ${craftCount} visiting craft${moduleCount ? ` and ${modules}` : ''}`;
}

/** Of which time a port's share is: `of the time since Jun 2021`, `of Dec 1998 to Oct 2000`. */
export function shareBaseText(isInUse: boolean, life: Span, zone: Zone): string {
	const from = formatMonthYear(life.from, zone);
	if (isInUse) return `of the time since ${from}`;
	const to = formatMonthYear(life.to, zone);
	return from === to ? `of ${from}` : `of ${from} to ${to}`;
}

/** When a station was at its busiest: `first on 1 Dec 2025, then on 8 more days`. */
export function busiestText({ first, days }: BusiestDay): string {
	const more = days - 1;
	const rest = more > 0 ? `, then on ${more} more ${more === 1 ? 'day' : 'days'}` : '';
	return `first on ${formatDate(first)}${rest}`;
}
