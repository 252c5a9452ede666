import { ViewError } from '$lib/view/parameters.ts';
import { parseView } from '$lib/view/parse-view.ts';
import type { View } from '$lib/view/view.ts';
import { formQuery } from './form-query.ts';

/** The view that a form asks for, or what is wrong with it. */
export type AskedView =
	| { readonly view: View; readonly problem?: undefined }
	| { readonly view?: undefined; readonly problem: string };

/**
 * The view that `form` asks for where `view` is shown. A date field that still reads as it was shown
 * stands for the instant that the view has, not for the beginning of its day, and for none where the
 * view has none of its own.
 */
export function viewOfForm(
	form: HTMLFormElement,
	view: View,
	shownDates: { readonly from: string; readonly to: string }
): AskedView {
	const query = formQuery(form);
	for (const end of ['from', 'to'] as const) {
		const at = view[end];
		if (query.get(end) !== shownDates[end]) continue;
		if (at === undefined) query.delete(end);
		else query.set(end, new Date(at).toISOString());
	}
	try {
		return { view: parseView(query) };
	} catch (error) {
		if (!(error instanceof ViewError)) throw error;
		return { problem: error.message };
	}
}
