import { occupancySteps, type OccupancyStep } from '../docking/occupancy.ts';
import type { Atlas, Lane } from '../docking/lane.ts';
import { occupiedMsBefore } from '../docking/occupied-index.ts';
import type { StayTest } from '../docking/query.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { nearerShortMs, shortestShownMs } from './detail.ts';
import { indexLane, type LaneIndex } from './lane-index.ts';
import type { ItemsInView, Scene, SceneSource } from './scene.ts';
import { indexSteps, type StepIndex } from './step-index.ts';
import type { WalkedLane } from './steps.ts';

/** Everything that may come into view, ready for any span. */
export interface LaneSource extends SceneSource {
	/** What stands in `view` at the places of `scene`, as much as it bears at a width. */
	inView(scene: Scene, view: Span, widthPx: number): ItemsInView;
	/** Makes what the first movement from `view`, and its end, will need, step by step. */
	ready(scene: Scene, view: Span, widthPx: number): Generator<void, void>;
	/** All that keys may lead to in the lanes of `scene`, told apart as `view` does at a width. */
	walked(scene: Scene, view: Span, widthPx: number): WalkedLane[];
}

/** How long the steps of a station hold, in milliseconds: the last of them grow with the clock. */
const freshMs = 60_000;

/**
 * The source of the stays of `atlas` that pass `test`. What it makes it keeps: an index until the
 * next planned docking has come, the steps of a station for a minute.
 */
export function createLaneSource(atlas: Atlas, test: StayTest, range: Span): LaneSource {
	const indexes = new Map<Lane, LaneIndex>();
	const steps = new Map<string, { readonly at: Instant; readonly index: StepIndex }>();

	function indexOf(lane: Lane, now: Instant): LaneIndex {
		const known = indexes.get(lane);
		if (known && !((known.holdsUntil ?? Infinity) <= now)) return known;
		const made = indexLane(lane.stays.filter(test), now);
		indexes.set(lane, made);
		return made;
	}

	function stepsIn(hostKey: string, span: Span, now: Instant): readonly OccupancyStep[] {
		const known = steps.get(hostKey);
		if (known && now >= known.at && now - known.at < freshMs) return known.index.stepsIn(span);
		const index = indexSteps(occupancySteps(atlas.lanesByHost.get(hostKey) ?? [], range, now));
		steps.set(hostKey, { at: now, index });
		return index.stepsIn(span);
	}

	function shortMsIn(scene: Scene, view: Span, widthPx: number): number {
		const shown = lanesIn(scene).map((lane) => indexOf(lane, scene.clock.now));
		return shortestShownMs(shown, view, widthPx);
	}

	function lanesIn({ groups }: Scene): Lane[] {
		const lanes = groups.flatMap((group) => group.lanes);
		return lanes.flatMap((lane) => atlas.lanes.get(lane.port.id) ?? []);
	}

	return {
		indexOf,
		stepsIn,
		inView(scene, view, widthPx) {
			const { now } = scene.clock;
			const shortMs = shortMsIn(scene, view, widthPx);
			return {
				itemsOf({ port, items }) {
					const lane = atlas.lanes.get(port.id);
					return lane ? indexOf(lane, now).itemsIn(view, now, shortMs) : items;
				},
				stepsOf: ({ host }) => stepsIn(host.key, view, now)
			};
		},
		*ready(scene, view, widthPx) {
			const { now } = scene.clock;
			for (const lane of lanesIn(scene)) {
				indexOf(lane, now);
				occupiedMsBefore(lane, now);
				yield;
			}
			for (const { host } of scene.groups) {
				stepsIn(host.key, view, now);
				yield;
			}
			const nearer = nearerShortMs(view, widthPx);
			for (const lane of lanesIn(scene)) {
				for (const shortMs of nearer) {
					indexOf(lane, now).countIn(view, shortMs);
					yield;
				}
			}
			shortMsIn(scene, view, widthPx);
		},
		walked(scene, view, widthPx) {
			const shortMs = shortMsIn(scene, view, widthPx);
			const { now } = scene.clock;
			return lanesIn(scene).map((lane) => ({
				portId: lane.port.id,
				hostKey: lane.port.hostKey,
				items: indexOf(lane, now).itemsIn(range, now, shortMs)
			}));
		}
	};
}
