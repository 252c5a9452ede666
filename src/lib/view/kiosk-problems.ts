import { shortened, textParameter } from './parameters.ts';
import type { KioskProblem } from './kiosk-options.ts';
import { idsText, stationCalled, type NamedStation } from './station-guess.ts';

/** What is known of the stations that a kiosk's address may ask for. */
export interface KnownStations {
	readonly stations: readonly NamedStation[];
	/** Ids of those with a port in use. */
	readonly active: ReadonlySet<number>;
}

/**
 * What to tell of a kiosk's address, a text for each problem: what is wrong, and what is shown
 * instead; for a station, the ids of those that the address calls by name, else of those in use.
 * `missing` are ids of stations that no docking is known at.
 */
export function kioskProblemTexts(
	problems: readonly KioskProblem[],
	missing: readonly number[],
	{ query, ...known }: KnownStations & { readonly query: URLSearchParams }
): string[] {
	const texts = problems.map(({ parameter, sentence, instead }) =>
		parameter === 'station'
			? `${sentence} ${stationIds(query, known)} ${instead}`
			: `${sentence} ${instead}`
	);
	if (!missing.length) return texts;
	const ids = shortened(missing.join(' or '));
	return [...texts, `No docking at a station ${ids} is known here. ${stationIds(query, known)}`];
}

function stationIds(query: URLSearchParams, { stations, active }: KnownStations): string {
	const asked = (textParameter(query, 'station') ?? '').split(',');
	const called = [...new Set(asked.flatMap((part) => stationCalled(stations, part) ?? []))];
	return idsText(
		called.length ? called : stations.filter(({ stationId }) => active.has(stationId))
	);
}
