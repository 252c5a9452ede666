import { plusMonths } from '../time/calendar.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs, minuteMs, spanLength, type Span } from '../time/span.ts';
import { withinLimits } from './limits.ts';
import { wholeDays } from './view-span.ts';
import type { View } from './view.ts';

/** A span offered as a button. */
export interface Preset {
	readonly name: string;
	/** For assistive technology: what the short name means. */
	readonly title: string;
	readonly view: View;
	/** Left out where there is little room. */
	readonly isMinor: boolean;
	readonly isChosen: boolean;
}

const lengths = [
	{ name: '6 mo', title: 'Six months', before: 5, ahead: 1 },
	{ name: '20 mo', title: 'Twenty months', before: 18, ahead: 2 },
	{ name: '2 y', title: 'Two years', before: 22, ahead: 2, isMinor: true },
	{ name: '5 y', title: 'Five years', before: 57, ahead: 3 },
	{ name: '10 y', title: 'Ten years', before: 114, ahead: 6, isMinor: true }
];

/** What a view shows of time, and what there is. */
export interface ShownTime {
	/** What the view's dates, or the lack of them, come to. */
	readonly span: Span;
	readonly now: Instant;
	/** Of the places shown. */
	readonly life: Span | undefined;
}

/** Spans around `now`, and all of `life`; the 20 months are the default and need no dates. */
export function presetsOf(view: View, { span, now, life }: ShownTime): Preset[] {
	const { from, to, ...rest } = view;
	const hasDates = from !== undefined || to !== undefined;
	const isChosen = (dates: Partial<Span>, length: Span) =>
		hasDates ? dates.from === from && dates.to === to : isSame(length, span);
	const rows = lengths.map(({ name, title, before, ahead, isMinor = false }) => {
		const around = { from: plusMonths(now, -before), to: plusMonths(now, ahead) };
		const isDefault = name === '20 mo' && !isWholeLife(view);
		const dates = isDefault ? {} : withinLimits(wholeDays(around));
		return { name, title, view: { ...rest, ...dates }, isMinor, isChosen: isChosen(dates, around) };
	});
	if (!life) return rows;
	const all = withinLimits(life);
	return [
		...rows,
		{
			name: 'All',
			title: 'All of it',
			view: { ...rest, ...all },
			isMinor: false,
			isChosen: isChosen(all, all)
		}
	];
}

function isSame(a: Span, b: Span): boolean {
	return a.from === b.from && a.to === b.to;
}

/** The span zoomed about its middle, as far as an address may: `factor` 0.5 shows half of it. */
export function zoomed(span: Span, factor: number): Span {
	const middle = span.from + spanLength(span) / 2;
	const half = (spanLength(span) * factor) / 2;
	const day = { from: wholeMinute(middle - half), to: wholeMinute(middle + half) };
	return withinLimits(spanLength(day) > 4 * dayMs ? wholeDays(day) : day);
}

function wholeMinute(ms: number): Instant {
	return instant(Math.round(ms / minuteMs) * minuteMs);
}

/** Places chosen without dates may stand for their whole life, which 20 months must then leave. */
function isWholeLife(view: View): boolean {
	return view.filter.stations.length > 0 || view.filter.ports.length > 0;
}
