import { insteadOf, type KioskProblem } from './kiosk-options.ts';
import { distinct, quoted, shortened, textParameter } from './parameters.ts';
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
 * Names that no option has are ignored; those that nearly are an option's are told of, too. `missing`
 * are ids of stations that no docking is known at.
 */
export function kioskProblemTexts(
	problems: readonly KioskProblem[],
	missing: readonly number[],
	{ query, ...known }: KnownStations & { readonly query: URLSearchParams }
): string[] {
	const told = problems.map(({ parameter, sentence, instead }) =>
		parameter === 'station'
			? `${sentence} ${stationIds(query, known)} ${instead}`
			: `${sentence} ${instead}`
	);
	const texts = [...told, ...misspeltTexts(query)];
	if (!missing.length) return texts;
	const ids = shortened(missing.join(' or '));
	return [...texts, `No docking at a station ${ids} is known here. ${stationIds(query, known)}`];
}

/** Of names that are an option's but for capitals, an ending that is missing or one too many. */
function misspeltTexts(query: URLSearchParams): string[] {
	const names = Object.keys(insteadOf);
	return distinct([...query.keys()]).flatMap((name) => {
		const written = name.toLowerCase();
		const meant = names.find((one) => {
			const isShort = written.length > 2 && one.startsWith(written);
			const isLong = one.length > 2 && written.startsWith(one) && written.length < one.length + 3;
			return isShort || isLong || written === one;
		});
		if (!meant || meant === name || query.has(meant)) return [];
		return `${quoted(name)} is no option of a kiosk: did you mean ${quoted(meant)}? ${insteadOf[meant]}`;
	});
}

function stationIds(query: URLSearchParams, { stations, active }: KnownStations): string {
	const asked = (textParameter(query, 'station') ?? '').split(',');
	const called = [...new Set(asked.flatMap((part) => stationCalled(stations, part) ?? []))];
	return idsText(
		called.length ? called : stations.filter(({ stationId }) => active.has(stationId))
	);
}
