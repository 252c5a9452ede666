import { months } from '../time/format.ts';
import { textWidthEm } from '../timeline/text-width.ts';
import type { Weight } from './svg.ts';

/** The width of `text` in the units of `size`; never less than it will be. */
export function textWidth(text: string, size: number, weight: Weight = 500): number {
	return textWidthEm(text) * size * (weight === 600 ? 1.03 : 1);
}

/** What stays on one line: a date, else a word. */
const unbroken = new RegExp(`\\d{1,2} (?:${months.join('|')})\\b(?: \\d{4}\\b)?\\S*|\\S+`, 'g');

/** What a text has room in. */
export interface Room {
	readonly size: number;
	readonly weight: Weight;
	readonly width: number;
	/** The most lines. */
	readonly most: number;
}

/** As `wrapText`, with lines about as long as each other: no word stands alone on the last. */
export function balanceText(text: string, room: Room): string[] {
	const lines = wrapText(text, room);
	if (lines.length < 2 || lines.at(-1)!.endsWith('…')) return lines;
	for (let width = room.width / lines.length; width < room.width; width += room.size) {
		const tried = wrapText(text, { ...room, width, most: Infinity });
		if (tried.length === lines.length) return tried;
	}
	return lines;
}

/**
 * `text` on at most `most` lines of `width`, cut between words but within no date; what has no room
 * ends in an ellipsis.
 */
export function wrapText(text: string, { size, weight, width, most }: Room): string[] {
	const fits = (line: string) => textWidth(line, size, weight) <= width;
	const lines: string[] = [];
	for (const word of text.match(unbroken) ?? []) {
		const last = lines.at(-1);
		if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	const kept = lines.slice(0, most);
	const isCut = lines.length > most;
	return kept.map((line, index) =>
		(index === kept.length - 1 && isCut) || !fits(line) ? shortened(line, isCut, fits) : line
	);
}

function shortened(line: string, isCut: boolean, fits: (line: string) => boolean): string {
	if (!isCut && fits(line)) return line;
	let letters = [...line];
	while (letters.length && !fits(`${letters.join('').trimEnd()}…`)) letters = letters.slice(0, -1);
	return `${letters.join('').trimEnd()}…`;
}
