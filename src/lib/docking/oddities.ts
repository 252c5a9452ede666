import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import type { Atlas } from './lane.ts';
import { overlapsOf } from './overlaps.ts';
import { endAt, isDepartureUnknown, stateAt } from './state.ts';
import type { BareStay, Port } from './stay.ts';

/** What may be wrong with docking events, or is worth knowing about them. */
export const oddityKinds = [
	'overlap',
	'backwards',
	'overlong',
	'departure-unknown',
	'listed-twice',
	'no-station'
] as const;
export type OddityKind = (typeof oddityKinds)[number];

/** One finding: the stays that it concerns, by docking. */
export interface Oddity<S extends BareStay> {
	readonly kind: OddityKind;
	readonly port: Port;
	readonly stays: readonly S[];
	/** How long two stays claim one port, in milliseconds; of overlaps alone. */
	readonly overlapMs?: number;
}

/** No craft that comes and goes has stayed so long: Progress MS-14 left after 367 d. */
export const longestStayDays = 500;

/** Everything odd that `now` can tell, the newest of each kind first. */
export function odditiesOf<S extends BareStay>(atlas: Atlas<S>, now: Instant): Oddity<S>[] {
	const found: Oddity<S>[] = [];
	for (const lane of atlas.lanes.values()) {
		const { port, stays } = lane;
		const add = (kind: OddityKind, ...own: S[]) => found.push({ kind, port, stays: own });
		const byId = new Map(stays.map((stay) => [stay.id, stay]));
		for (const [a, b] of overlapsOf(lane, now)) {
			const overlapMs = Math.min(endAt(a, now), endAt(b, now)) - b.docking;
			found.push({ kind: 'overlap', port, stays: [byId.get(a.id)!, byId.get(b.id)!], overlapMs });
		}
		for (const stay of stays) {
			if (stay.departure !== undefined && stay.departure <= stay.docking) add('backwards', stay);
			if (isOverlong(stay, now)) add('overlong', stay);
			if (isDepartureUnknown(stay, now)) add('departure-unknown', stay);
			if (stay.stationId === undefined) add('no-station', stay);
		}
		if (port.aliases.length && stays.length) found.push({ kind: 'listed-twice', port, stays });
	}
	return found.sort((a, b) => lastDocking(b) - lastDocking(a));
}

function isOverlong(stay: BareStay, now: Instant): boolean {
	const mayLeave = stay.kind === 'crew' || stay.kind === 'cargo';
	const isOpen = stay.departure === undefined && stateAt(stay, now) === 'docked';
	return mayLeave && isOpen && now - stay.docking > longestStayDays * dayMs;
}

function lastDocking({ stays }: Oddity<BareStay>): number {
	return stays.at(-1)?.docking ?? 0;
}
