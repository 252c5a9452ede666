import { unpackScene } from '$lib/timeline/packed-scene.ts';
import type { PageLoad } from './$types';

/** The table, and what to say where nothing is found, come with their code only where they are needed. */
export const load: PageLoad = async ({ data: { packedScene, ...data } }) => ({
	...data,
	...(packedScene && { scene: unpackScene(packedScene) }),
	...(data.stayCount === 0 && { NoMatch: (await import('./NoMatch.svelte')).default }),
	...(data.rows && { StayTable: (await import('./StayTable.svelte')).default })
});
