import { endAt, isVisiting } from '../docking/state.ts';
import type { Catalogue } from '../docking/catalogue.ts';
import { everyStay, type StayFilter } from '../docking/query.ts';
import { kinds, type Stay } from '../docking/stay.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { withinLimits } from './limits.ts';
import { wholeDays } from './view-span.ts';
import { keptOf, type View } from './view.ts';

/** Beside the stay, as a share of its length, and never less or more than so many milliseconds. */
const margin = { share: 0.3, leastMs: 2 * dayMs, mostMs: 60 * dayMs };

/**
 * The view of `/` that shows a stay among its neighbours, in whole days: from a little before the
 * docking to a little after the end. `kept` gives the clock, the theme and the zone.
 */
export function eventView(catalogue: Catalogue, stay: Stay, kept: View, now: Instant): View {
	const end = endAt(stay, now);
	const lengthMs = end - stay.docking;
	const marginMs = Math.max(margin.leastMs, Math.min(lengthMs * margin.share, margin.mostMs));
	const from = instant(stay.docking - marginMs);
	const to = instant(end + marginMs);
	return {
		...keptOf(kept),
		filter: neighbours(catalogue, stay),
		...withinLimits(wholeDays({ from, to }))
	};
}

/**
 * A visiting craft stands among all at its station. A module, whose port is folded away as most
 * are that modules hold, stands at its own ports alone, and so does a craft at no station, which
 * has nothing to do with others of its like.
 */
function neighbours(catalogue: Catalogue, stay: Stay): StayFilter {
	const isModule = !isVisiting(stay);
	const stations = [stay.stationId ?? ('other' as const)];
	const isAlone = isModule || stay.stationId === undefined;
	const ports = isAlone ? portsOf(catalogue, stay).filter((id) => id > 0) : [];
	// Modules count only where they are asked for.
	return { ...everyStay, stations, ports, kinds: isModule ? kinds : [] };
}

/** The ports that a craft held at one place, in the order in which it came to them. */
function portsOf({ stays }: Catalogue, { craftKey, stationId }: Stay): number[] {
	const own = stays.filter((one) => one.craftKey === craftKey && one.stationId === stationId);
	return [...new Set(own.map(({ portId }) => portId))];
}
