import { readWords, sendColumns } from '$lib/server/columns.ts';
import { berthline, columnAnswers } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, url }) => {
	const words = readWords(url.searchParams);
	const snapshot = (await berthline()).snapshot();
	return sendColumns(request, (await columnAnswers()).answer(snapshot, words));
};
