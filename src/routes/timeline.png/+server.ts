import { version } from '$app/environment';
import { berthline, serverPictures } from '$lib/server/instance.ts';
import { answerPicture } from '$lib/server/pictures/answer-picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const snapshot = (await berthline()).snapshot();
	return answerPicture(request, 'png', { pictures: await serverPictures(), snapshot, version });
};
