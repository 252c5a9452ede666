import { formatIso } from '../time/instant.ts';
import { gathered } from './data-pieces.ts';
import { dataRow } from './data-row.ts';
import type { Excerpt } from './excerpt.ts';

/** The stays as JSON in pieces, a stay a line; `data-schema.ts` describes it. */
export function jsonPieces(excerpt: Excerpt): Generator<string, void> {
	return gathered(jsonLines(excerpt));
}

function* jsonLines({ stays, places, now, ...about }: Excerpt): Generator<string, void> {
	const { source, credits } = about;
	const head = { updated: formatIso(about.updated), source, ...(credits.length && { credits }) };
	yield `${JSON.stringify(head).slice(0, -1)},"stays":[`;
	let before = '\n';
	for (const stay of stays) {
		yield before + JSON.stringify(dataRow(stay, places, now));
		before = ',\n';
	}
	yield '\n]}\n';
}
