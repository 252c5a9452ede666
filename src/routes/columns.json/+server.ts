import { createColumnAnswers, readWords, sendColumns } from '$lib/server/columns.ts';
import { berthline } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

const answers = createColumnAnswers();

export const GET: RequestHandler = async ({ request, url }) => {
	const words = readWords(url.searchParams);
	const snapshot = (await berthline()).snapshot();
	return sendColumns(request, answers.answer(snapshot, words));
};
