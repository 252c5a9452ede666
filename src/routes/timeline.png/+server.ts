import { version } from '$app/environment';
import { clientAddress } from '$lib/server/client-address.ts';
import { berthline, serverPictures } from '$lib/server/instance.ts';
import { answerPicture } from '$lib/server/pictures/answer-picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const snapshot = (await berthline()).snapshot();
	const asker = { request: event.request, address: clientAddress(event) };
	const pictures = await serverPictures();
	return answerPicture(asker, 'png', { pictures, snapshot, version });
};
