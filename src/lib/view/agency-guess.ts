import type { Agency } from '../docking/stay.ts';
import { guessBy, plain, type Guess } from './guess.ts';

/** Letters fewer than these stand in many names. */
const leastLetters = 3;

/** What was meant where `text` names agencies, all of them known; ids among them stay. */
export function guessAgencies(agencies: readonly Agency[], text: string): Guess | undefined {
	return guessBy(
		text,
		(part) => agencies.find(({ id }) => String(id) === part) ?? agencyCalled(agencies, part)
	);
}

/** The agency with this name or abbreviation, else the only one whose name holds it. */
function agencyCalled(agencies: readonly Agency[], text: string): Agency | undefined {
	const asked = plain(text);
	if (!asked) return undefined;
	const exact = agencies.find(
		({ name, abbrev = '' }) => plain(name) === asked || plain(abbrev) === asked
	);
	if (exact || asked.length < leastLetters) return exact;
	const holding = agencies.filter(({ name }) => plain(name).includes(asked));
	return holding.length === 1 ? holding[0] : undefined;
}
