import { unpackScene } from '$lib/timeline/packed-scene.ts';
import type { PageLoad } from './$types';

/** The table comes with its code only where it is asked for. */
export const load: PageLoad = async ({ data: { packedScene, ...data } }) => ({
	...data,
	...(packedScene && { scene: unpackScene(packedScene) }),
	...(data.rows && { StayTable: (await import('./StayTable.svelte')).default })
});
