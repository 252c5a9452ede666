import { describe, expect, it } from 'vitest';
import { buildCatalogue, type Catalogue } from '../../../src/lib/docking/catalogue.ts';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, type Span } from '../../../src/lib/time/span.ts';
import { mostItems } from '../../../src/lib/timeline/detail.ts';
import { createLaneSource, type LaneSource } from '../../../src/lib/timeline/lane-source.ts';
import { buildScene, type Scene } from '../../../src/lib/timeline/scene.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { smallCatalogue, staysIn } from './scene-for-test.ts';

const range = between('2000-01-01', '2030-01-01');
const now = at('2024-07-01');

function sceneBy(
	catalogue: Catalogue,
	span = between('2024-05-01', '2024-07-10'),
	test = () => true
) {
	const source = createLaneSource(catalogue, test, range);
	const query = {
		filter: everyStay,
		span,
		clock: { now, knownUntil: now },
		ports: 'all' as const,
		order: 'front' as const,
		collapsed: [],
		widthPx: 1000
	};
	return { source, scene: buildScene(catalogue, query, source) };
}

const items = ({ groups }: Scene) =>
	groups.flatMap((group) => group.lanes.flatMap((lane) => lane.items));
const ids = ({ groups }: Scene) =>
	groups
		.flatMap((group) => group.lanes.flatMap(staysIn))
		.map(({ id }) => id)
		.sort((a, b) => a - b);

/** `count` stays of hours over thirty ports in twenty years. */
function crowd(count: number): Catalogue {
	const lengthMs = (20 * 365 * dayMs * 30) / count;
	return buildCatalogue(
		Array.from({ length: count }, (_, index) => {
			const docking = at('2003-01-01') + Math.floor(index / 30) * lengthMs;
			const iso = (ms: number) => new Date(ms).toISOString();
			return makeEvent({
				id: index + 1,
				portId: 100 + (index % 30),
				portName: `Port ${index % 30}`,
				docking: iso(docking),
				departure: iso(docking + lengthMs * 0.6)
			});
		})
	);
}

/** The scene with what stands in `view`. */
function seenIn(source: LaneSource, scene: Scene, view: Span, widthPx: number): Scene {
	const { itemsOf, stepsOf } = source.inView(scene, view, widthPx);
	const groups = scene.groups.map((group) => ({
		...group,
		steps: stepsOf(group),
		lanes: group.lanes.map((lane) => ({ ...lane, items: itemsOf(lane) }))
	}));
	return { ...scene, groups };
}

describe('a lane source', () => {
	it('brings what lies in a wider stretch than the scene, in the same lanes', () => {
		const { source, scene } = sceneBy(smallCatalogue());
		const wide = seenIn(source, scene, between('2023-01-01', '2025-01-01'), 1000);
		expect(wide.groups.map(({ lanes }) => lanes.length)).toEqual(
			scene.groups.map(({ lanes }) => lanes.length)
		);
		for (const id of ids(scene)) expect(ids(wide)).toContain(id);
		expect(ids(wide).length).toBeGreaterThan(ids(scene).length);
	});

	it('tells of occupied ports from before the stretch on, so that it begins at the right height', () => {
		const { source, scene } = sceneBy(smallCatalogue());
		const cut = between('2024-05-15', '2024-06-15');
		const [group] = seenIn(source, scene, cut, 1000).groups;
		expect(group!.steps[0]!.at).toBeLessThanOrEqual(cut.from);
		const everything = seenIn(source, scene, range, 1000).groups[0]!.steps;
		const atCut = everything.findLast((step) => step.at <= cut.from);
		expect(group!.steps[0]).toEqual(atCut);
	});

	it('never brings more than a plot bears, from all of it down to an hour', () => {
		const { source, scene } = sceneBy(crowd(20_000), range);
		for (let lengthMs = 27 * 365 * dayMs; lengthMs > hourMs; lengthMs /= 3) {
			const from = at('2010-06-01');
			const view = { from, to: instant(from + lengthMs) };
			const shown = items(seenIn(source, scene, view, 1600));
			expect(shown.length).toBeLessThanOrEqual(mostItems + 60);
			const count = shown.reduce((sum, item) => sum + (item.type === 'run' ? item.count : 1), 0);
			expect(count).toBeGreaterThanOrEqual(shown.length);
		}
	});

	it('melts nothing where few are in view', () => {
		const { source, scene } = sceneBy(crowd(20_000), range);
		const view = between('2010-06-01', '2010-06-20');
		const shown = items(seenIn(source, scene, view, 1600));
		expect(shown.length).toBeGreaterThan(30);
		expect(shown.every(({ type }) => type === 'stay')).toBe(true);
	});

	it('leaves out what does not pass the test', () => {
		const { source, scene } = sceneBy(smallCatalogue(), range, () => false);
		expect(items(seenIn(source, scene, range, 1000))).toEqual([]);
	});

	it('keeps an index until a planned docking has come', () => {
		const catalogue = smallCatalogue();
		const { source } = sceneBy(catalogue);
		const lane = catalogue.lanes.get(2)!;
		const first = source.indexOf(lane, now);
		expect(source.indexOf(lane, at('2024-07-31'))).toBe(first);
		expect(source.indexOf(lane, at('2024-08-01'))).not.toBe(first);
	});

	it('makes beforehand, step by step, what the first movement asks for', () => {
		const catalogue = smallCatalogue();
		const { scene } = sceneBy(catalogue);
		let tested = 0;
		const source = createLaneSource(catalogue, () => ++tested > 0, range);
		const steps = [...source.ready(scene, scene.span, 1000)].length;
		expect(steps).toBeGreaterThanOrEqual(scene.groups.flatMap(({ lanes }) => lanes).length);
		const readied = tested;
		expect(readied).toBeGreaterThan(0);
		seenIn(source, scene, scene.span, 1000);
		expect(tested).toBe(readied);
	});

	it('lets keys walk beyond what is drawn', () => {
		const { source, scene } = sceneBy(smallCatalogue());
		const walked = source.walked(scene, scene.span, 1000);
		expect(walked.flatMap((lane) => lane.items).length).toBeGreaterThan(items(scene).length);
	});
});
