import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Bar } from '../../../src/lib/timeline/bars.ts';
import { ladderPx } from '../../../src/lib/timeline/ladder.ts';
import {
	layoutTimeline,
	type LaneLayout,
	type TimelineLayout
} from '../../../src/lib/timeline/layout.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { sceneOf, smallCatalogue } from './scene-for-test.ts';

const widthPx = 1000;
const lanePx = 28;
const px = (share: number) => Math.round(share * widthPx * 10) / 10;

function barLines(bar: Bar, topPx: number, lane: LaneLayout): string[] {
	const ends = `${bar.startsBefore ? '<' : '|'}${bar.isFaded ? '~' : bar.goesOn ? '>' : '|'}`;
	const y = topPx + bar.subLane * lanePx;
	const labels = lane.labels.get(bar.stay.id) ?? [];
	return [
		...bar.segments.map(
			({ style, x0, x1 }) =>
				`<rect class="${bar.stay.kind} ${bar.state} ${style}" data-ends="${ends}" x="${px(x0)}" y="${y + 4}" width="${px(x1 - x0)}" height="20"/>`
		),
		...labels.map(
			({ text, side, x, dxPx, isOnSolid }) =>
				`<text class="${side}${isOnSolid ? ' on-solid' : ''}" x="${px(x)}" dx="${dxPx}" y="${y + 18}"${side === 'left' ? ' text-anchor="end"' : ''}>${text}</text>`
		)
	].map((line) => line.replaceAll('&', '&amp;'));
}

/** A layout as a picture that can be read as text: one line a mark, everything rounded. */
function asSvg(layout: TimelineLayout): string {
	const [axis] = layout.axis;
	const lines: string[] = [];
	for (const tick of axis!.upper)
		lines.push(`<text class="upper" x="${px(tick.x)}" y="12">${tick.label}</text>`);
	for (const tick of axis!.lower)
		lines.push(`<text class="lower" x="${px(tick.x)}" y="28">${tick.label}</text>`);
	let y = 40;
	for (const { group, lanes, links, area } of layout.groups) {
		const { occupied, inUse } = group.occupancy;
		lines.push(
			`<text class="station" y="${y + 12}">${group.host.name}, ${occupied} of ${inUse}</text>`
		);
		if (area)
			lines.push(
				`<path class="area" transform="translate(0 ${y}) scale(1 0.2)" d="${area.line}"/>`
			);
		y += 24;
		for (const lane of lanes) {
			lines.push(`<!-- ${lane.lane.port.name} -->`);
			for (const bar of lane.bars) lines.push(...barLines(bar, y, lane));
			y += lane.subLanes * lanePx;
		}
		for (const link of links) {
			lines.push(
				`<!-- from lane ${link.from.lane} at ${px(link.x0)} to lane ${link.to.lane} at ${px(link.x1)} -->`
			);
		}
	}
	lines.push(
		`<line class="now" x1="${px(layout.nowX!)}" x2="${px(layout.nowX!)}" y1="0" y2="${y}"/>`
	);
	const size = `width="${widthPx}" height="${y}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} font-size="13.5" fill-opacity="0.6">`,
		...lines,
		'</svg>',
		''
	].join('\n');
}

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
