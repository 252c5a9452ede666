import { tick } from 'svelte';
import { formatDate } from '$lib/time/format.ts';
import { parseInstant, type Instant } from '$lib/time/instant.ts';
import { spanHolds } from '$lib/time/span.ts';
import { viewLimits, viewYears } from '$lib/view/limits.ts';
import { parseView, problemIn } from '$lib/view/parse-view.ts';
import type { ShownDates } from '$lib/view/shown-dates.ts';
import type { View } from '$lib/view/view.ts';
import { formQuery } from './form-query.ts';

/** The view that a form asks for, or what is wrong with its dates: all else in it can only be chosen. */
export type AskedView =
	| { readonly view: View; readonly problem?: undefined }
	| { readonly view?: undefined; readonly problem: string };

/**
 * The view that `form` asks for where `view` is shown. A date field that still reads as it was shown
 * stands for the instant that the view has, not for the beginning of its day, and for none where the
 * view has none of its own.
 */
export function viewOfForm(form: HTMLFormElement, view: View, shown: ShownDates): AskedView {
	const query = formQuery(form);
	for (const end of ['from', 'to'] as const) {
		const at = view[end];
		if (query.get(end) !== shown[end]) continue;
		if (at === undefined) query.delete(end);
		else query.set(end, new Date(at).toISOString());
	}
	const problem = problemIn(query);
	if (!problem) return { view: parseView(query) };
	return { problem: datesProblem(formQuery(form)) ?? problem.message };
}

/** Opens the list that the dates stand in, so that what is wrong with them is seen beside them. */
export async function showDates(form: HTMLFormElement): Promise<void> {
	form.querySelector('[name=from]')?.closest('details')?.setAttribute('open', '');
	await tick();
	form.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
}

/** What is wrong with the dates as the fields show them; undefined where that is not all of it. */
function datesProblem(fields: URLSearchParams): string | undefined {
	const [from, to] = [dateOf(fields, 'from'), dateOf(fields, 'to')];
	for (const [name, at] of [
		['From', from],
		['To', to]
	] as const) {
		if (at === undefined || spanHolds(viewLimits, at)) continue;
		const { first, last } = viewYears;
		return `${name} is ${formatDate(at)}, but dates must lie in the years ${first} to ${last}. ${stays}`;
	}
	if (from === undefined || to === undefined || from <= to) return undefined;
	return `From, ${formatDate(from)}, must not be later than To, ${formatDate(to)}. ${stays}`;
}

const stays = 'Change one of them: until then the view stays as it is.';

function dateOf(fields: URLSearchParams, name: 'from' | 'to'): Instant | undefined {
	return parseInstant(fields.get(name) ?? '');
}
