import type { Host } from '../docking/stay.ts';
import { guessBy, plain, type Guess } from './guess.ts';

/** A station and its id, for who asks for it by another name. */
export type NamedStation = Required<Pick<Host, 'name' | 'shortName' | 'stationId'>>;

/** A name this short may begin many others. */
const leastLetters = 3;

/** The hosts that are stations. */
export function stationsOf(hosts: Iterable<Host>): NamedStation[] {
	return [...hosts].flatMap(({ name, shortName, stationId }) =>
		stationId === undefined ? [] : { name, shortName, stationId }
	);
}

/**
 * The station that `text` calls by its name, its short name or its initials, whatever the case,
 * blanks and hyphens; else the only one whose name begins so.
 */
export function stationCalled(
	stations: readonly NamedStation[],
	text: string
): NamedStation | undefined {
	const asked = plain(text);
	if (!asked) return undefined;
	const exact = stations.find((station) => callsOf(station).includes(asked));
	if (exact || asked.length < leastLetters) return exact;
	const begun = stations.filter(({ name }) => plain(name).startsWith(asked));
	return begun.length === 1 ? begun[0] : undefined;
}

/** What was meant where `text` names stations, all of them known; ids among them stay. */
export function guessStations(stations: readonly NamedStation[], text: string): Guess | undefined {
	return guessBy(text, (part) => {
		const meant =
			stations.find(({ stationId }) => String(stationId) === part) ?? stationCalled(stations, part);
		return meant && { id: meant.stationId, name: meant.shortName };
	});
}

/** Which ids stations have, in a sentence: `ISS is 4, Tiangong is 18.` */
export function idsText(stations: readonly NamedStation[]): string {
	const ids = stations.map(({ shortName, stationId }) => `${shortName} is ${stationId}`);
	return ids.length ? `${ids.join(', ')}.` : '';
}

function callsOf({ name, shortName }: NamedStation): string[] {
	const words = name.split(/[\s-]+/);
	const initials = words.length > 2 ? words.map((word) => word[0]).join('') : name;
	return [name, shortName, `${name} space station`, initials].map(plain);
}
