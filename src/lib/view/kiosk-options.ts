import { plusDays, plusMonths } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import { secondMs, type Span } from '../time/span.ts';
import { distinct, idsParameter, textParameter, ViewError } from './parameters.ts';
import { parseView } from './parse-view.ts';
import { defaultView, type View } from './view.ts';

/** What the address of a kiosk asks for. */
export interface KioskOptions extends Pick<View, 'now' | 'theme' | 'zone'> {
	/** Station ids, in the order of their turns; none: the active stations. */
	readonly stations: readonly number[];
	/** How long each view stays, in milliseconds. */
	readonly dwellMs: number;
	/** How much is shown before now, and how much after. */
	readonly back: Stretch;
	readonly ahead: Stretch;
	/** Hours in which the screen is dimmed, in minutes of the day on the wall of `zone`. */
	readonly dim?: DimHours;
}

/** A length in days or in calendar months. */
export interface Stretch {
	readonly count: number;
	readonly unit: 'days' | 'months';
}

/** From the one minute of the day to before the other; over midnight when it comes first. */
export interface DimHours {
	readonly from: number;
	readonly to: number;
}

export const defaultKiosk: KioskOptions = {
	stations: [],
	dwellMs: 20 * secondMs,
	back: { count: 18, unit: 'months' },
	ahead: { count: 2, unit: 'months' },
	theme: defaultView.theme,
	zone: defaultView.zone
};

/** The hours of `dim` alone. */
const usualNight: DimHours = { from: 22 * 60, to: 7 * 60 };
const longestYears = 100;
const mostDwellSeconds = 86_400;

/** A value that makes no sense: a sentence that says so, and one that says what is shown instead. */
export interface KioskProblem {
	readonly parameter: string;
	readonly sentence: string;
	readonly instead: string;
}

/** What is shown where an option makes no sense, or is not given: its default. */
export const insteadOf: Readonly<Record<string, string>> = {
	station: 'The stations with a port in use are shown.',
	dwell: 'Each view stays for 20 seconds.',
	span: 'The last 18 months are shown.',
	ahead: 'The next 2 months are shown.',
	now: 'The clock goes on.',
	theme: 'The screen is as the system has it.',
	tz: 'Dates are in UTC.',
	dim: 'The screen is not dimmed.'
};

/** The options of a query, and what is wrong with each value that makes no sense: it has its default. */
export function parseKiosk(query: URLSearchParams): {
	readonly options: KioskOptions;
	readonly problems: readonly KioskProblem[];
} {
	const problems: KioskProblem[] = [];
	function read<T>(parse: () => T, otherwise: T): T {
		try {
			return parse();
		} catch (problem) {
			if (!(problem instanceof ViewError)) throw problem;
			const { parameter, message: sentence } = problem;
			problems.push({ parameter, sentence, instead: insteadOf[parameter] ?? '' });
			return otherwise;
		}
	}
	const viewed = <K extends 'now' | 'theme' | 'zone'>(name: string, key: K) =>
		read(
			() => parseView(new URLSearchParams(query.getAll(name).map((value) => [name, value])))[key],
			defaultView[key]
		);
	const { back, ahead, dwellMs } = defaultKiosk;
	const now = viewed('now', 'now');
	const dim = read(() => dimParameter(query), undefined);
	const options: KioskOptions = {
		stations: read(() => distinct(idsParameter(query, 'station', 'Launch Library 2 station')), []),
		dwellMs: read(() => dwellParameter(query), dwellMs),
		back: read(() => stretchParameter(query, 'span', 1), back),
		ahead: read(() => stretchParameter(query, 'ahead', 0), ahead),
		theme: viewed('theme', 'theme'),
		zone: viewed('tz', 'zone'),
		...(now !== undefined && { now }),
		...(dim && { dim })
	};
	return { options, problems };
}

/** What a kiosk shows of time at `now`. */
export function kioskSpan({ back, ahead }: KioskOptions, now: Instant): Span {
	return { from: moved(now, back, -1), to: moved(now, ahead, 1) };
}

/** True when `minute` of the day lies in the hours. */
export function isDimmed({ from, to }: DimHours, minute: number): boolean {
	return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function moved(at: Instant, { count, unit }: Stretch, sign: 1 | -1): Instant {
	return unit === 'days' ? plusDays(at, sign * count) : plusMonths(at, sign * count);
}

function dwellParameter(query: URLSearchParams): number {
	const text = textParameter(query, 'dwell');
	if (text === undefined) return defaultKiosk.dwellMs;
	const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	if (seconds < 1 || seconds > mostDwellSeconds)
		throw new ViewError('dwell', text, `whole seconds from 1 to ${mostDwellSeconds}`);
	return seconds * secondMs;
}

function stretchParameter(query: URLSearchParams, name: 'span' | 'ahead', least: number): Stretch {
	const text = textParameter(query, name);
	if (text === undefined) return name === 'span' ? defaultKiosk.back : defaultKiosk.ahead;
	const [, digits = '', letter = ''] = /^(\d{1,5})([dwmy])$/i.exec(text) ?? [];
	const count = Number(digits);
	const stretch = stretchOf(count, letter.toLowerCase());
	const isTooLong = (stretch?.count ?? 0) > (stretch?.unit === 'days' ? 366 : 12) * longestYears;
	if (!stretch || count < least || isTooLong) {
		const shortest = least ? '' : ', 0d for none';
		throw new ViewError(
			name,
			text,
			`days, weeks, months or years such as 90d, 12w, 18m or 2y${shortest}, ${longestYears} years at most`
		);
	}
	return stretch;
}

function stretchOf(count: number, letter: string): Stretch | undefined {
	if (letter === 'd') return { count, unit: 'days' };
	if (letter === 'w') return { count: 7 * count, unit: 'days' };
	if (letter === 'm') return { count, unit: 'months' };
	if (letter === 'y') return { count: 12 * count, unit: 'months' };
	return undefined;
}

function dimParameter(query: URLSearchParams): DimHours | undefined {
	const text = textParameter(query, 'dim');
	// A switch that is named is on.
	if (text === undefined) return query.has('dim') ? usualNight : undefined;
	const [from, to] = text.split('-').map(minuteOfDay);
	if (from === undefined || to === undefined || from === to || text.split('-').length !== 2)
		throw new ViewError('dim', text, 'two different times of day such as 22:00-07:00');
	return { from, to };
}

function minuteOfDay(text: string): number | undefined {
	const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
	return hours === undefined ? undefined : 60 * Number(hours) + Number(minutes);
}
