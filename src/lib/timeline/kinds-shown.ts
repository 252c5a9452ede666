import { kinds, type Kind } from '../docking/stay.ts';
import type { Scene } from './scene.ts';

/** The kinds that a scene shows, in the order of the legend. */
export function kindsShown({ groups }: Pick<Scene, 'groups'>): Kind[] {
	const items = groups.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.items));
	const shown = new Set(items.map((item) => (item.type === 'stay' ? item.stay.kind : item.kind)));
	return kinds.filter((kind) => shown.has(kind));
}
