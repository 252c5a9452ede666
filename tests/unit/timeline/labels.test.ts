import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { layoutMarks, type Bar, type LaneMarks } from '../../../src/lib/timeline/bars.ts';
import { spanLength } from '../../../src/lib/time/span.ts';
import {
	deskLabels,
	labelTexts,
	layoutLabels,
	pictureLabels,
	placeLabels,
	type LabelMetrics,
	type LabelPlace
} from '../../../src/lib/timeline/labels.ts';
import { ladderPx } from '../../../src/lib/timeline/ladder.ts';
import { textWidthEm } from '../../../src/lib/timeline/text-width.ts';
import { makeEvent } from '../docking/make-event.ts';
import { randomLane, type RandomLane } from './random-lane.ts';

interface Box {
	readonly x0: number;
	readonly x1: number;
	readonly subLane: number;
}

function boxOf(bar: Bar, place: LabelPlace, widthPx: number, { fontPx }: LabelMetrics): Box {
	const anchor = place.x * widthPx + place.dxPx;
	const textPx = textWidthEm(place.text) * fontPx;
	const x0 = place.side === 'left' ? anchor - textPx : anchor;
	return { x0, x1: x0 + textPx, subLane: bar.subLane };
}

const meet = (a: Box, b: Box) => a.subLane === b.subLane && a.x0 < b.x1 && b.x0 < a.x1;

/** Holds the labels of one width against each other, all bars and marks, now and the plot. */
function expectRoom(
	lane: LaneMarks,
	places: ReadonlyMap<number, LabelPlace>,
	widthPx: number,
	nowShare: number | undefined,
	metrics = deskLabels
): void {
	const inPx = ({ x0, x1, subLane }: Box) => ({
		x0: x0 * widthPx,
		x1: Math.max(x1 * widthPx, x0 * widthPx + 2),
		subLane
	});
	const boxes = lane.bars.flatMap((bar) => {
		const place = places.get(bar.stay.id);
		return place ? [{ bar, place, box: boxOf(bar, place, widthPx, metrics) }] : [];
	});
	for (const [index, { bar, place, box }] of boxes.entries()) {
		expect(box.x0).toBeGreaterThanOrEqual(0);
		expect(box.x1).toBeLessThanOrEqual(widthPx);
		for (const other of boxes.slice(index + 1)) expect(meet(box, other.box)).toBe(false);
		for (const mark of lane.marks) expect(meet(box, inPx(mark))).toBe(false);
		for (const other of lane.bars) {
			if (other !== bar || place.side !== 'inside') expect(meet(box, inPx(other))).toBe(false);
		}
		if (place.side === 'inside') {
			const own = inPx(bar);
			const { arrowPx, padPx, tightPadPx = padPx } = metrics;
			const isIn = (segment = bar.segments[0]) => segment?.x0 === place.x;
			const startPx = (bar.startsBefore && isIn() ? arrowPx : 0) + tightPadPx;
			const isLast = isIn(bar.segments.at(-1));
			const endPx = bar.goesOn && isLast ? arrowPx + padPx / 2 : tightPadPx;
			expect(box.x0).toBeGreaterThanOrEqual(own.x0 + startPx - 1e-6);
			expect(box.x1).toBeLessThanOrEqual(own.x1 - endPx + 1e-6);
		} else if (nowShare !== undefined) {
			const nowPx = nowShare * widthPx;
			expect(box.x0 < nowPx && nowPx < box.x1).toBe(false);
		}
	}
}

/** A lane as it is, and as it is when bars melt together. */
function lanesOf(lane: RandomLane, minPx: number): LaneMarks[] {
	const { index, span, clock } = lane;
	const shortMs = (minPx / 1280) * spanLength(span);
	const merged = index.itemsIn(span, clock.now, shortMs);
	return [lane, layoutMarks(merged, span, clock)];
}

describe('labels of any lane', () => {
	it('stand apart from each other, from other bars and from now, inside the plot', () => {
		const width = fc.integer({ min: 220, max: 3840 });
		const wall = { fontPx: 28, padPx: 16, arrowPx: 14, gapPx: 12 };
		fc.assert(
			fc.property(
				randomLane(),
				width,
				fc.constantFrom(deskLabels, pictureLabels, wall),
				(random, widthPx, metrics) => {
					for (const lane of lanesOf(random, 20)) {
						const places = placeLabels(lane, widthPx, { nowX: random.nowShare, metrics });
						expectRoom(lane, places, widthPx, random.nowShare, metrics);
					}
				}
			),
			{ numRuns: 400 }
		);
	});

	it('laid out for a rung still fit at every width up to the next', () => {
		const part = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(randomLane(), part, (random, share) => {
				for (const lane of lanesOf(random, 20)) {
					const labels = layoutLabels(lane, ladderPx, {
						nowX: random.nowShare,
						metrics: deskLabels
					});
					for (const [index, rung] of ladderPx.entries()) {
						const next = ladderPx[index + 1] ?? 3840;
						const widthPx = rung + share * (next - rung - 0.01);
						const places = new Map<number, LabelPlace>();
						for (const [id, own] of labels) {
							const shown = own.filter(
								({ fromPx = 0, toPx = Infinity }) => fromPx <= widthPx && widthPx < toPx
							);
							expect(shown.length).toBeLessThan(2);
							if (shown[0]) places.set(id, shown[0]);
						}
						expectRoom(lane, places, widthPx, random.nowShare);
					}
				}
			}),
			{ numRuns: 150 }
		);
	});

	it('are the craft’s name or its short form, and inside wherever that fits', () => {
		fc.assert(
			fc.property(randomLane(), (lane) => {
				const { bars } = lane;
				const room = { nowX: lane.nowShare, metrics: deskLabels };
				const places = placeLabels(lane, 1280, room);
				for (const bar of bars) {
					const place = places.get(bar.stay.id);
					if (place) expect(labelTexts(bar.stay.craft)).toContain(place.text);
					const { padPx, arrowPx, fontPx } = deskLabels;
					const needPx = textWidthEm(bar.stay.craft) * fontPx + 2 * (padPx + arrowPx);
					const widest = Math.max(...bar.segments.map(({ x0, x1 }) => x1 - x0)) * 1280;
					if (widest >= needPx)
						expect(place).toMatchObject({ side: 'inside', text: bar.stay.craft });
				}
			})
		);
	});
});

describe('a name that has no place beside its bar', () => {
	const { fontPx, padPx, arrowPx } = deskLabels;
	const [docked] = buildCatalogue([makeEvent({ id: 1, docking: '2024-01-01T00:00Z' })]).stays;
	const shortPx = textWidthEm('NG-23') * fontPx;
	const widthPx = 1000;

	/** A bar at the plot's right end that goes on, with another right before it. */
	function nameIn(barPx: number, metrics = pictureLabels): LabelPlace | undefined {
		const bar = (id: number, x0: number, x1: number, goesOn: boolean): Bar => ({
			stay: { ...docked!, id, craft: 'Cygnus NG-23' },
			state: 'docked',
			isFaded: false,
			subLane: 0,
			x0,
			x1,
			segments: [{ x0, x1, style: 'solid' }],
			startsBefore: false,
			goesOn
		});
		const x0 = 1 - barPx / widthPx;
		const bars = [bar(1, 0, x0 - 0.002, false), bar(2, x0, 1, true)];
		const lane = { bars, marks: [], subLanes: 1 };
		return placeLabels(lane, widthPx, { metrics }).get(2);
	}

	it('goes into it with less air in a picture, clear of its arrow', () => {
		const usualPx = shortPx + padPx + arrowPx + padPx / 2;
		expect(nameIn(usualPx + 0.1)).toMatchObject({ side: 'inside', text: 'NG-23', dxPx: padPx });
		expect(nameIn(usualPx - 1)).toMatchObject({ side: 'inside', text: 'NG-23', dxPx: 7 });
		expect(nameIn(usualPx - 3.1)).toBeUndefined();
		expect(nameIn(usualPx - 1, deskLabels)).toBeUndefined();
	});
});
