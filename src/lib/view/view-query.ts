import { plusDays } from '../time/calendar.ts';
import { formatQueryInstant } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { defaultView, type View } from './view.ts';

/**
 * The query that gives `view` back, with its question mark; empty for the default view. Names in a
 * fixed order, defaults left out, so that one view has one address.
 */
export function viewQuery(view: View): string {
	const query = viewPairs(view)
		.map(([name, value]) => `${name}=${readable(encodeURIComponent(value))}`)
		.join('&');
	return query && `?${query}`;
}

/** The names and values of a view's query, in their order; defaults left out. */
export function viewPairs(view: View): [name: string, value: string][] {
	const { filter } = view;
	const pairs: [string, string][] = [
		['station', filter.stations.join(',')],
		['port', filter.ports.join(',')],
		['kind', filter.kinds.join(',')],
		['agency', filter.agencies.join(',')],
		['q', filter.text],
		['docked', filter.isDockedNow ? 'now' : ''],
		['from', view.from === undefined ? '' : formatQueryInstant(view.from)],
		['to', view.to === undefined ? '' : endOfSpan(view.to)],
		['now', view.now === undefined ? '' : formatQueryInstant(view.now)],
		['view', unlessDefault(view.mode, defaultView.mode)],
		['sort', sortText(view)],
		['order', unlessDefault(view.order, defaultView.order)],
		['ports', unlessDefault(view.ports, defaultView.ports)],
		['collapsed', view.collapsed.join(',')],
		['theme', unlessDefault(view.theme, defaultView.theme)],
		['tz', unlessDefault(view.zone, defaultView.zone)]
	];
	return pairs.filter(([, value]) => value);
}

/** Commas, colons and slashes need no escape in a query. */
function readable(encoded: string): string {
	return encoded.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
}

/** The address of `view` on `/`. */
export function viewHref(view: View): string {
	return `/${viewQuery(view)}`;
}

/** `list` without `item` when it holds it, else with it. */
export function toggled<T>(list: readonly T[], item: T): T[] {
	return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** A bare date in `to` is its end, so midnight is written as the date before. */
function endOfSpan(to: Instant): string {
	return formatQueryInstant(to % dayMs === 0 ? plusDays(to, -1) : to);
}

function unlessDefault(value: string, byDefault: string): string {
	return value === byDefault ? '' : value;
}

function sortText({ sort }: View): string {
	if (
		sort.column === defaultView.sort.column &&
		sort.isDescending === defaultView.sort.isDescending
	)
		return '';
	return `${sort.isDescending ? '-' : ''}${sort.column}`;
}
