import { endAt, isVisiting } from '../docking/state.ts';
import { everyStay } from '../docking/query.ts';
import type { BareStay } from '../docking/stay.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { withinLimits } from './limits.ts';
import { wholeDays } from './view-span.ts';
import { keptOf, type View } from './view.ts';

/** Beside the stay, as a share of its length, and never less or more than so many milliseconds. */
const margin = { share: 0.3, leastMs: 2 * dayMs, mostMs: 60 * dayMs };

/**
 * The view of `/` that shows a stay among its neighbours: its station from a little before the
 * docking to a little after the end, in whole days. A module alone at its port, because most ports
 * that modules hold are folded away; `kept` gives the clock, the theme and the zone.
 */
export function eventView(stay: BareStay, kept: View, now: Instant): View {
	const end = endAt(stay, now);
	const lengthMs = end - stay.docking;
	const marginMs = Math.max(margin.leastMs, Math.min(lengthMs * margin.share, margin.mostMs));
	const from = instant(stay.docking - marginMs);
	const to = instant(end + marginMs);
	const ports = isVisiting(stay) || stay.portId <= 0 ? [] : [stay.portId];
	return {
		...keptOf(kept),
		filter: { ...everyStay, stations: [stay.stationId ?? 'other'], ports },
		...withinLimits(wholeDays({ from, to }))
	};
}
