import { buildCatalogue, type Catalogue } from '../../../src/lib/docking/catalogue.ts';
import { occupancySteps } from '../../../src/lib/docking/occupancy.ts';
import { everyStay, stayTest } from '../../../src/lib/docking/query.ts';
import type { BareStay } from '../../../src/lib/docking/stay.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import {
	buildScene,
	type Scene,
	type SceneLane,
	type SceneQuery
} from '../../../src/lib/timeline/scene.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule } from '../docking/make-event.ts';

const now = at('2024-07-01');

/** A small station: a relocation, an overlap, a plan, a lost craft, an old port and a module's. */
export function smallCatalogue(): Catalogue {
	const soyuz = { config: { name: 'Soyuz MS' }, flightId: 100, vehicle: 'Soyuz MS-25' };
	return buildCatalogue([
		makeEvent({
			...soyuz,
			id: 1,
			portId: 3,
			portName: 'Poisk zenith',
			docking: '2024-01-10T00:00Z',
			departure: '2024-04-01T00:00Z'
		}),
		makeEvent({
			...soyuz,
			id: 2,
			portId: 13,
			portName: 'Rassvet nadir',
			docking: '2024-04-01T01:00Z'
		}),
		makeEvent({
			id: 3,
			portId: 2,
			portName: 'Zvezda aft',
			vehicle: 'Progress MS-26',
			docking: '2023-11-01T00:00Z',
			departure: '2024-03-01T00:00Z'
		}),
		makeEvent({
			id: 4,
			portId: 2,
			portName: 'Zvezda aft',
			vehicle: 'Progress MS-27',
			docking: '2024-02-01T00:00Z',
			departure: '2024-06-01T00:00Z'
		}),
		makeEvent({
			id: 5,
			portId: 2,
			portName: 'Zvezda aft',
			vehicle: 'Progress MS-28',
			docking: '2024-08-01T00:00Z'
		}),
		makeEvent({
			id: 6,
			portId: 3,
			portName: 'Poisk zenith',
			vehicle: 'Argo',
			config: { name: 'Argo' },
			docking: '2024-05-01T00:00Z',
			missionEnd: '2024-06-01T00:00Z'
		}),
		makeEvent({
			id: 7,
			portId: 18,
			portName: 'Pirs nadir',
			vehicle: 'Progress M-66',
			docking: '2009-02-13T00:00Z',
			departure: '2009-05-06T00:00Z'
		}),
		makeModule({
			id: 8,
			portId: 40,
			portName: 'Nauka nadir',
			vehicle: 'Prichal',
			docking: '2021-11-26T00:00Z'
		}),
		makeEvent({
			id: 9,
			stationId: 18,
			stationName: 'Tiangong space station',
			portId: 32,
			portName: 'Tianhe aft',
			vehicle: 'Tianzhou-7',
			config: { name: 'Tianzhou' },
			docking: '2024-01-17T17:46Z',
			departure: '2024-11-10T08:30Z'
		}),
		makeEvent({
			id: 10,
			stationId: null,
			portId: 48,
			portName: 'Intelsat 901',
			vehicle: 'MEV-1',
			config: { name: 'MEV' },
			docking: '2020-02-25T00:00Z'
		})
	]);
}

/** What `query` says of a scene from December 2023 to September 2024, seen on 1 July 2024. */
export function sceneOf(query: Partial<SceneQuery> = {}, catalogue = smallCatalogue()): Scene {
	const asked: SceneQuery = {
		filter: everyStay,
		span: between('2023-12-01', '2024-09-01'),
		clock: { now, knownUntil: now },
		ports: 'used',
		order: 'front',
		collapsed: [],
		widthPx: 1000,
		...query
	};
	const test = stayTest(catalogue, asked.filter, asked.clock.now);
	return buildScene(catalogue, asked, {
		indexOf: (lane, at) => indexLane(lane.stays.filter(test), at),
		stepsIn: (key, span, at) => occupancySteps(catalogue.lanesByHost.get(key) ?? [], span, at)
	});
}

/** The stays that stand alone in a lane, in its order. */
export function staysIn({ items }: SceneLane): BareStay[] {
	return items.flatMap((item) => (item.type === 'stay' ? [item.stay] : []));
}
