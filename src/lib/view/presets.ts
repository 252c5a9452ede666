import { plusMonths } from '../time/calendar.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs, spanLength, type Span } from '../time/span.ts';
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
	{ name: '2 y', title: 'Two years', before: 22, ahead: 2 },
	{ name: '5 y', title: 'Five years', before: 57, ahead: 3 },
	{ name: '10 y', title: 'Ten years', before: 114, ahead: 6 }
];

/** Spans around `now`, and all of `life`; the 20 months are the default and need no dates. */
export function presetsOf(view: View, now: Instant, life: Span | undefined): Preset[] {
	const { from, to, ...rest } = view;
	const rows: Pick<Preset, 'name' | 'title' | 'view'>[] = lengths.map(
		({ name, title, before, ahead }) => {
			const isDefault = name === '20 mo' && !isWholeLife(view);
			const around = { from: plusMonths(now, -before), to: plusMonths(now, ahead) };
			const span = withinLimits(wholeDays(around));
			return { name, title, view: isDefault ? rest : { ...rest, ...span } };
		}
	);
	if (life) {
		rows.push({ name: 'All', title: 'All of it', view: { ...rest, ...withinLimits(life) } });
	}
	return rows.map((row) => ({
		...row,
		isMinor: row.name === '2 y' || row.name === '10 y',
		isChosen: row.view.from === from && row.view.to === to
	}));
}

/** The span zoomed about its middle, as far as an address may: `factor` 0.5 shows half of it. */
export function zoomed(span: Span, factor: number): Span {
	const middle = span.from + spanLength(span) / 2;
	const half = (spanLength(span) * factor) / 2;
	const day = { from: instant(middle - half), to: instant(middle + half) };
	return withinLimits(spanLength(day) > 4 * dayMs ? wholeDays(day) : day);
}

/** Places chosen without dates may stand for their whole life, which 20 months must then leave. */
function isWholeLife(view: View): boolean {
	return view.filter.stations.length > 0 || view.filter.ports.length > 0;
}
