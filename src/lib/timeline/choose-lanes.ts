import type { SceneLane } from './scene.ts';

/**
 * As many of `lanes` as there is room for, in their order: those that `rank` highest, if not told
 * otherwise occupied ports, then others in use.
 */
export function chooseLanes(
	lanes: readonly SceneLane[],
	room: number,
	rank = ({ isInUse, status }: SceneLane) => Number(isInUse) + 2 * Math.sign(status.docked.length)
): readonly SceneLane[] {
	if (lanes.length <= room) return lanes;
	const first = [...lanes].sort((a, b) => rank(b) - rank(a));
	const chosen = new Set(first.slice(0, room));
	return lanes.filter((lane) => chosen.has(lane));
}
