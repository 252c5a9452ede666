import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/lib/docking/stay.ts';
import { layoutTimeline } from '../../../src/lib/timeline/layout.ts';
import { stories } from '../../../src/lib/timeline/stories/stories.ts';
import { asSvg, widthPx } from './layout-svg.ts';

const layouts = stories.map(({ scene }) =>
	layoutTimeline(scene, { widthsPx: [widthPx], zone: 'UTC' })
);
const groups = layouts.flatMap((layout) => layout.groups);
const lanes = groups.flatMap((group) => group.lanes);
const bars = lanes.flatMap((lane) => lane.bars);

describe('the stories', () => {
	it.each(stories.map((story, index) => ({ ...story, layout: layouts[index]! })))(
		'“$title” is laid out as it is drawn in $id.svg',
		async ({ id, layout }) => {
			await expect(asSvg(layout)).toMatchFileSnapshot(`stories/${id}.svg`);
		}
	);

	it('have names of their own', () => {
		expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
	});

	it('show each kind in each state, and each stretch of it', () => {
		const told = bars.flatMap(({ stay, state, segments }) =>
			segments.map(({ style }) => `${stay.kind} ${state} ${style}`)
		);
		const wanted = kinds.flatMap((kind) =>
			['departed solid', 'docked solid', 'docked pale', 'docked outline', 'planned outline'].map(
				(look) => `${kind} ${look}`
			)
		);
		expect([...new Set(told)].sort()).toEqual(wanted.sort());
	});

	it('show each end of each kind', () => {
		for (const kind of kinds) {
			const own = bars.filter(({ stay }) => stay.kind === kind);
			expect(own.some((bar) => bar.startsBefore && bar.goesOn)).toBe(true);
			expect(own.some((bar) => !bar.startsBefore && !bar.goesOn)).toBe(true);
			expect(own.some((bar) => bar.isFaded)).toBe(true);
		}
	});

	it('show sub-lanes, links, melted stays, folded ports, another name, a ring and a closed station', () => {
		expect(Math.max(...lanes.map((lane) => lane.subLanes))).toBeGreaterThan(1);
		expect(groups.some((group) => group.links.length)).toBe(true);
		expect(lanes.some((lane) => lane.marks.length)).toBe(true);
		expect(groups.some(({ group }) => group.folded.names.length)).toBe(true);
		expect(lanes.some(({ lane }) => lane.port.aliases.length)).toBe(true);
		expect(lanes.some(({ lane }) => lane.isInUse && !lane.status.docked.length)).toBe(true);
		expect(lanes.some(({ lane }) => !lane.isInUse)).toBe(true);
		expect(groups.some(({ group }) => group.isCollapsed)).toBe(true);
		expect(groups.some(({ group }) => group.host.type !== 'station')).toBe(true);
	});

	it('place names inside, and at either side', () => {
		const sides = lanes.flatMap(({ labels }) =>
			[...labels.values()].flat().map(({ side }) => side)
		);
		expect([...new Set(sides)].sort()).toEqual(['inside', 'left', 'right']);
	});
});
