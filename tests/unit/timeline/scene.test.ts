import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { everyStay } from '../../../src/lib/docking/query.ts';
import type { Scene } from '../../../src/lib/timeline/scene.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule } from '../docking/make-event.ts';
import { sceneOf, smallCatalogue, staysIn } from './scene-for-test.ts';

const ports = (scene: Scene) =>
	scene.groups.map(({ host, lanes }) => [host.shortName, ...lanes.map((lane) => lane.port.name)]);

describe('buildScene', () => {
	it('shows stations as groups, the active ones first, and a lane for each port used', () => {
		expect(ports(sceneOf())).toEqual([
			['ISS', 'Zvezda aft', 'Poisk zenith', 'Rassvet nadir'],
			['Tiangong', 'Tianhe aft'],
			['Intelsat 901', 'Intelsat 901']
		]);
	});

	it('folds ports that no visiting craft was at, in the view or 24 months before it', () => {
		const [iss] = sceneOf().groups;
		expect(iss!.folded).toEqual({
			names: ['Nauka nadir', 'Pirs nadir'],
			stayCount: 1,
			moduleOnly: 1,
			last: [at('2009-05-06')],
			next: []
		});
	});

	it('shows a port from the last day of those 24 months, and of a visit only planned', () => {
		const visit = (docking: string, departure: string | null) =>
			sceneOf({}, buildCatalogue([makeEvent({ id: 1, docking, departure })])).groups[0]!.lanes
				.length;
		expect(visit('2021-06-01T00:00Z', '2021-12-01T00:00Z')).toBe(0);
		expect(visit('2021-06-01T00:00Z', '2021-12-01T00:01Z')).toBe(1);
		expect(visit('2024-08-30T00:00Z', null)).toBe(1);
		expect(visit('2024-09-01T00:00Z', null)).toBe(0);
	});

	it('unfolds them when asked for all, for that port, or for modules', () => {
		const all = sceneOf({ ports: 'all' }).groups[0]!;
		expect([all.lanes.length, all.folded.names]).toEqual([5, []]);
		const [pirs] = sceneOf({ filter: { ...everyStay, ports: [18] } }).groups;
		expect(pirs!.lanes.map((lane) => lane.port.id)).toEqual([18]);
		const [modules] = sceneOf({ filter: { ...everyStay, kinds: ['module'] } }).groups;
		expect(modules!.lanes.map((lane) => lane.port.id)).toContain(40);
	});

	it('filters bars, and leaves status, share, n of m and area to tell all', () => {
		const [all] = sceneOf().groups;
		const [crew] = sceneOf({ filter: { ...everyStay, kinds: ['crew'] } }).groups;
		expect(crew!.occupancy).toEqual({ occupied: 1, inUse: 3 });
		expect(crew!.occupancy).toEqual(all!.occupancy);
		expect(crew!.steps).toEqual(all!.steps);
		expect(crew!.lanes.map((lane) => staysIn(lane).length)).toEqual([0, 1, 1]);
		expect(crew!.lanes.map((lane) => [lane.status, lane.share])).toEqual(
			all!.lanes.map((lane) => [lane.status, lane.share])
		);
	});

	it('shows only the ports that are asked for, and tells of the whole station all the same', () => {
		const scene = sceneOf({ filter: { ...everyStay, ports: [13] } });
		expect(ports(scene)).toEqual([['ISS', 'Rassvet nadir']]);
		expect(scene.groups[0]!.occupancy.inUse).toBe(3);
	});

	it('counts the stays on the lanes it shows', () => {
		expect(sceneOf().stayCount).toBe(8);
		expect(sceneOf({ ports: 'all' }).stayCount).toBe(9);
		const collapsed = sceneOf({ collapsed: [4] });
		expect(collapsed.stayCount).toBe(2);
		expect(collapsed.groups[0]).toMatchObject({ isCollapsed: true, lanes: [] });
	});

	it.each([
		['front', ['Zvezda aft', 'Poisk zenith', 'Rassvet nadir']],
		['name', ['Poisk zenith', 'Rassvet nadir', 'Zvezda aft']],
		['first-use', ['Zvezda aft', 'Poisk zenith', 'Rassvet nadir']],
		['occupancy', ['Zvezda aft', 'Poisk zenith', 'Rassvet nadir']]
	] as const)('orders lanes by %s', (order, names) => {
		const [iss] = sceneOf({ order }).groups;
		expect(iss!.lanes.map((lane) => lane.port.name)).toEqual(names);
	});

	it('orders lanes by occupancy in the span up to now', () => {
		const span = between('2024-05-01', '2024-09-01');
		const [iss] = sceneOf({ order: 'occupancy', span }).groups;
		expect(iss!.lanes.map((lane) => [lane.port.name, Math.round(lane.share! * 100)])).toEqual([
			['Rassvet nadir', 100],
			['Poisk zenith', 51],
			['Zvezda aft', 51]
		]);
	});

	it('tells which craft came last, not counting one that only moved', () => {
		expect(sceneOf().groups[0]!.lastArrival?.craft).toBe('Argo');
		const clock = { now: at('2024-04-10'), knownUntil: at('2024-04-10') };
		expect(sceneOf({ clock }).groups[0]!.lastArrival?.craft).toBe('Progress MS-27');
	});

	it('does not count modules as visitors', () => {
		const catalogue = buildCatalogue([makeModule({ id: 1, docking: '2024-01-01T00:00Z' })]);
		const [group] = sceneOf({}, catalogue).groups;
		expect(group).toMatchObject({ occupancy: { occupied: 0, inUse: 0 }, lanes: [] });
		expect(group!.lastArrival).toBeUndefined();
	});

	it('is empty for an empty catalogue, and for places that are not there', () => {
		expect(sceneOf({}, buildCatalogue([])).groups).toEqual([]);
		expect(sceneOf({ filter: { ...everyStay, stations: [999] } }, smallCatalogue()).groups).toEqual(
			[]
		);
	});
});
