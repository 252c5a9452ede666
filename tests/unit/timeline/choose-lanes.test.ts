import { expect, it } from 'vitest';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { chooseLanes } from '../../../src/lib/timeline/choose-lanes.ts';
import { at, between } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { sceneOf } from './scene-for-test.ts';

const now = at('2026-10-08T00:00Z');
const scene = sceneOf(
	{
		filter: { ...everyStay, stations: [4] },
		span: between('2025-04-08', '2026-12-08'),
		clock: { now, knownUntil: now },
		ports: 'all'
	},
	sampleCatalogue()
);
const { lanes } = scene.groups[0]!;
const occupied = lanes.filter(({ status }) => status.docked.length);
const inUse = lanes.filter((lane) => lane.isInUse);

it.each([
	[occupied.length, occupied],
	[inUse.length, inUse],
	[lanes.length, lanes]
])('with room for %i lanes the most telling ones stay, in their order', (room, shown) => {
	expect([occupied.length, inUse.length]).toEqual([5, 8]);
	expect(chooseLanes(lanes, room)).toEqual(shown);
});
