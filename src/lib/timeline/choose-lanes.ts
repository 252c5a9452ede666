import type { SceneLane } from './scene.ts';

/** As many of `lanes` as there is room for, in their order; ports in use rather than others. */
export function chooseLanes(lanes: readonly SceneLane[], room: number): readonly SceneLane[] {
	if (lanes.length <= room) return lanes;
	const first = [...lanes].sort((a, b) => Number(b.isInUse) - Number(a.isInUse));
	const chosen = new Set(first.slice(0, room));
	return lanes.filter((lane) => chosen.has(lane));
}
