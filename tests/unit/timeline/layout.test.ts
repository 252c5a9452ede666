import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { ladderPx } from '../../../src/lib/timeline/ladder.ts';
import { layoutTimeline, type TimelineLayout } from '../../../src/lib/timeline/layout.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { asSvg, widthPx } from './layout-svg.ts';
import { sceneOf, smallCatalogue } from './scene-for-test.ts';

describe('layoutTimeline', () => {
	it('draws a small station as it is drawn in small-station.svg', async () => {
		const knownUntil = at('2024-06-20');
		const scene = sceneOf({ clock: { now: at('2024-07-01'), knownUntil } });
		const layout = layoutTimeline(scene, { widthsPx: [widthPx], zone: 'UTC' });
		await expect(asSvg(layout)).toMatchFileSnapshot('small-station.svg');
	});

	it('knows where now is, if it is in the view', () => {
		const options = { widthsPx: [widthPx], zone: 'UTC' };
		expect(layoutTimeline(sceneOf(), options).nowX).toBeCloseTo(213 / 275, 5);
		const after = { now: at('2024-09-01'), knownUntil: at('2024-09-01') };
		expect(layoutTimeline(sceneOf({ clock: after }), options).nowX).toBeUndefined();
	});

	it('gives the same bars for the ladder as for one width, and labels for every rung', () => {
		const scene = sceneOf();
		const known = layoutTimeline(scene, { widthsPx: [widthPx], zone: 'UTC' });
		const unknown = layoutTimeline(scene, { widthsPx: ladderPx, zone: 'UTC' });
		const bars = (layout: TimelineLayout) =>
			layout.groups.map((group) => group.lanes.map((lane) => lane.bars));
		expect(bars(unknown)).toEqual(bars(known));
		const labels = [...unknown.groups[0]!.lanes[0]!.labels.values()].flat();
		expect(labels.some((label) => label.fromPx !== undefined)).toBe(true);
	});

	const crowdEvents = (count: number) => {
		const minutes = (index: number) => new Date(Date.UTC(2024, 3, 1, 0, 10 * index)).toISOString();
		return Array.from({ length: count }, (_, index) =>
			makeEvent({ id: index + 1, docking: minutes(index), departure: minutes(index + 0.5) })
		);
	};
	const crowd = (count: number) => buildCatalogue(crowdEvents(count));
	it('merges nothing up to 500 stays in view', () => {
		const layout = layoutTimeline(sceneOf({}, crowd(500)), { widthsPx: [widthPx], zone: 'UTC' });
		const [lane] = layout.groups[0]!.lanes;
		expect([lane!.bars.length, lane!.marks.length]).toEqual([500, 0]);
	});

	it('merges beyond that, and counts every stay', () => {
		const layout = layoutTimeline(sceneOf({}, crowd(501)), { widthsPx: [widthPx], zone: 'UTC' });
		const [lane] = layout.groups[0]!.lanes;
		const merged = lane!.marks.reduce((sum, { run }) => sum + run.count, 0);
		expect(lane!.marks.length).toBeGreaterThan(0);
		expect(lane!.bars.length + merged).toBe(501);
		expect(lane!.bars.length + lane!.marks.length).toBeLessThan(20);
	});

	it('writes no name across bars that melted together', () => {
		const days = { docking: '2024-03-25T00:00Z', departure: '2024-03-30T00:00Z' };
		const before = makeEvent({ id: 9999, ...days });
		const scene = sceneOf({}, buildCatalogue([before, ...crowdEvents(501)]));
		const layout = layoutTimeline(scene, { widthsPx: [widthPx], zone: 'UTC' });
		const [lane] = layout.groups[0]!.lanes;
		expect(lane!.marks.length).toBeGreaterThan(0);
		expect(lane!.labels.get(9999)).toMatchObject([{ side: 'left' }]);
	});

	it('names each of a lane’s stays', () => {
		const { groups } = layoutTimeline(sceneOf(), { widthsPx: [widthPx], zone: 'UTC' });
		const lane = groups[0]!.lanes.find((one) => one.lane.port.name === 'Rassvet nadir')!;
		expect(lane.stays.map(({ name }) => name)).toEqual([
			'Soyuz MS-25 at Rassvet nadir, docked 1 Apr 2024 01:00 UTC, still docked, 90 d 23 h so far'
		]);
	});

	it('leaves the catalogue as it was', () => {
		const catalogue = smallCatalogue();
		const before = structuredClone([...catalogue.stays]);
		layoutTimeline(sceneOf({}, catalogue), { widthsPx: ladderPx, zone: 'Europe/Berlin' });
		expect(catalogue.stays).toEqual(before);
	});
});
