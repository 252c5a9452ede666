import { timeScale } from '../time/time-scale.ts';
import type { Scene, SceneLane } from './scene.ts';

/** A relocation: one craft's way from a lane to another of the same station. */
export interface RelocationLink {
	readonly fromId: number;
	readonly toId: number;
	/** Shares of the plot: where it left, and where it docked again. */
	readonly x0: number;
	readonly x1: number;
	/** Indices of the lanes. */
	readonly fromLane: number;
	readonly toLane: number;
}

/** The relocations whose two bars the lanes of one station show. */
export function layoutLinks(lanes: readonly SceneLane[], scene: Scene): RelocationLink[] {
	const scale = timeScale(scene.span);
	const places = new Map(
		lanes.flatMap((lane, index) => lane.stays.map((stay) => [stay.id, { stay, index }] as const))
	);
	return [...places.values()].flatMap(({ stay, index }) => {
		const after = stay.movedToId === undefined ? undefined : places.get(stay.movedToId);
		if (!after || stay.departure === undefined || after.index === index) return [];
		const x0 = scale.share(stay.departure);
		const x1 = scale.share(after.stay.docking);
		if (x1 < 0 || x0 > 1) return [];
		return [{ fromId: stay.id, toId: after.stay.id, x0, x1, fromLane: index, toLane: after.index }];
	});
}
