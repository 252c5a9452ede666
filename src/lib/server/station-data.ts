import type { PortFacts } from '../docking/port-facts.ts';
import type { ViewClock } from '../docking/state.ts';
import { stationFacts, type StationFacts } from '../docking/station-facts.ts';
import { bareStay, type BareStay, type Stay } from '../docking/stay.ts';
import type { Span } from '../time/span.ts';
import type { Scene } from '../timeline/scene.ts';
import { defaultSpan, wholeLife } from '../view/view-span.ts';
import { keptOf, type View } from '../view/view.ts';
import { movedPorts, timelineData } from './page-data.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that `/stations/{id}` shows, as plain data. */
export interface StationData {
	readonly facts: StationFacts;
	/** Names of the station's ports by id. */
	readonly portNames: Readonly<Record<number, string>>;
	/** The station's whole time; what is drawn, and what its data and pictures show. */
	readonly span: Span;
	readonly scene: Scene;
	/** Names of ports that a relocation leads to or from, by the id of the other stay. */
	readonly movedPorts: Readonly<Record<number, string>>;
}

/** The data of one station; undefined when the catalogue has none with this id. */
export function stationData(
	snapshot: Snapshot,
	id: number,
	view: View,
	clock: ViewClock
): StationData | undefined {
	const facts = stationFacts(snapshot.catalogue, id, clock);
	if (!facts) return undefined;
	const asked = keptOf(view);
	const span = facts.life ? wholeLife(facts.life) : defaultSpan(clock.now);
	const shown = { ...asked, filter: { ...asked.filter, stations: [id] }, ...span };
	const { scene } = timelineData(snapshot, shown, clock);
	return {
		facts: withBareStays(facts),
		portNames: Object.fromEntries(facts.ports.map(({ port }) => [port.id, port.name])),
		span,
		scene,
		movedPorts: movedPorts(snapshot.catalogue, scene)
	};
}

/** The facts without what the page does not tell of each stay. */
function withBareStays(facts: StationFacts<Stay>): StationFacts {
	const { longest, shortest, ...history } = facts.history;
	return {
		...facts,
		docked: facts.docked.map(bareStay),
		ports: facts.ports.map(withBarePort),
		history: {
			...history,
			...(longest && { longest: bareStay(longest) }),
			...(shortest && { shortest: bareStay(shortest) })
		}
	};
}

function withBarePort({ longest, ...port }: PortFacts<Stay>): PortFacts<BareStay> {
	return {
		...port,
		status: { ...port.status, docked: port.status.docked.map(bareStay) },
		modules: port.modules.map(bareStay),
		...(longest && { longest: bareStay(longest) })
	};
}
