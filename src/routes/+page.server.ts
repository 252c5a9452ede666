import { berthline } from '$lib/server/instance.ts';
import { pageClock, pageData } from '$lib/server/page-data.ts';
import { cacheForAMoment, readPageView } from '$lib/server/requests.ts';
import { packScene } from '$lib/timeline/packed-scene.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, depends, setHeaders }) => {
	depends('berthline:catalogue');
	const snapshot = (await berthline()).snapshot();
	const view = readPageView(url, snapshot);
	const clock = pageClock(view, snapshot);
	setHeaders(cacheForAMoment);
	const { scene, ...data } = pageData(snapshot, view, clock);
	return { ...data, ...(scene && { packedScene: packScene(scene) }), clock };
};
