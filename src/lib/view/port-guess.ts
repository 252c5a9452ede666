import type { Lane } from '../docking/lane.ts';
import { guessBy, plain, type Guess } from './guess.ts';

/** Letters fewer than these begin many names. */
const leastLetters = 3;

/** What was meant where `text` names ports of `lanes`, all of them known; ids among them stay. */
export function guessPorts(lanes: Iterable<Lane>, text: string): Guess | undefined {
	const ports = [...lanes].map(({ port }) => port);
	return guessBy(
		text,
		(part) =>
			ports.find(({ id }) => String(id) === part) ??
			onlyOne(ports, (name) => name === plain(part)) ??
			onlyOne(ports, (name) => part.length >= leastLetters && name.startsWith(plain(part)))
	);
}

function onlyOne<P extends { readonly name: string }>(
	ports: readonly P[],
	isCalled: (name: string) => boolean
): P | undefined {
	const found = ports.filter(({ name }) => isCalled(plain(name)));
	return found.length === 1 ? found[0] : undefined;
}
