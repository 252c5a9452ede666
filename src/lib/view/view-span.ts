import { plusDays, plusMonths } from '../time/calendar.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs, minuteMs, spanAround, spanWithMargin, type Span } from '../time/span.ts';
import { lifeOf, type Atlas } from '../docking/lane.ts';
import { lanesOf, type StayFilter } from '../docking/query.ts';
import { isPortInUse } from '../docking/occupancy.ts';
import { activeStations } from '../timeline/scene.ts';
import { withinLimits } from './limits.ts';
import type { View } from './view.ts';

/** The default view: so many months before now, and so many after it. */
export const monthsBefore = 18;
export const monthsAhead = 2;

/** The id of no station: what the default stands for while no station is active. */
export const noStation = -1;

/** The filter with its default made explicit: without a station or port, the active stations. */
export function placedFilter(atlas: Atlas, filter: StayFilter, now: Instant): StayFilter {
	if (filter.stations.length || filter.ports.length) return filter;
	const active = activeStations(atlas, now);
	return { ...filter, stations: active.length ? active : [noStation] };
}

/**
 * The span that `view` shows. Without one of its ends the other rules, 20 months away; without
 * both it is 18 months before `now` and 2 after, or, when only places that are gone are chosen,
 * their whole life. Never beyond the years that an address may name.
 */
export function viewSpan(atlas: Atlas, view: View, now: Instant): Span {
	return withinLimits(askedSpan(atlas, view, now));
}

function askedSpan(atlas: Atlas, view: View, now: Instant): Span {
	const { from, to } = view;
	if (from !== undefined && to !== undefined) return { from, to };
	if (from !== undefined) {
		const byDefault = plusMonths(now, monthsAhead);
		const end = from < byDefault - dayMs ? byDefault : plusMonths(from, monthsBefore + monthsAhead);
		return { from, to: end };
	}
	if (to !== undefined) return { from: plusMonths(to, -monthsBefore - monthsAhead), to };
	const lanes = lanesOf(atlas, placedFilter(atlas, view.filter, now));
	const isChosen = view.filter.stations.length > 0 || view.filter.ports.length > 0;
	const isGone = isChosen && !lanes.some((lane) => isPortInUse(lane, now));
	const life = isGone ? lifeOf(lanes, now) : undefined;
	return life ? wholeLife(life) : defaultSpan(now);
}

/** 18 months before `now` and 2 after it. */
export function defaultSpan(now: Instant): Span {
	return { from: plusMonths(now, -monthsBefore), to: plusMonths(now, monthsAhead) };
}

/** The span that shows all of `life`: whole days, with a margin. */
export function wholeLife(life: Span): Span {
	const withDays = { from: plusDays(life.from, -1), to: plusDays(life.to, 1) };
	return withinLimits(wholeDays(spanWithMargin(withDays, 0.02)));
}

/** The last minute of a span that is over at `now`: what a picture of the past is as of. */
export function pastEnd(span: Span, now: Instant): Instant | undefined {
	return span.to <= now ? instant(span.to - minuteMs) : undefined;
}

/** Around all data, as a share of their length. */
const rangeMargin = 0.03;

/** As far as a reader can go: where there are data, `now` and what is shown, with a margin. */
export function wholeRange(extent: Span | undefined, span: Span, now: Instant): Span {
	const known = spanAround(spanAround(extent ?? span, span.from), span.to);
	const wide = spanWithMargin(spanAround(known, now), rangeMargin);
	return withinLimits(wholeDays(wide));
}

/** `span` widened to midnights UTC. */
export function wholeDays(span: Span): Span {
	return {
		from: instant(Math.floor(span.from / dayMs) * dayMs),
		to: instant(Math.ceil(span.to / dayMs) * dayMs)
	};
}
