import { plusDays, plusMonths } from '../time/calendar.ts';
import { parseInstant } from '../time/instant.ts';
import { spanHolds } from '../time/span.ts';
import type { Guess } from './guess.ts';
import { viewLimits } from './limits.ts';

const pattern = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/**
 * The date that was meant where `text` is a year, a month or a day that is not written as ISO 8601
 * has it: its first day, or its last where it is an `end`. Undefined when it is none.
 */
export function guessDate(text: string, isEnd: boolean): Guess | undefined {
	const [, year, month, day] = pattern.exec(text.trim()) ?? [];
	const padded = (part = '1') => part.padStart(2, '0');
	const first = year && parseInstant(`${year}-${padded(month)}-${padded(day)}`);
	if (!first) return undefined;
	const months = day ? 0 : month ? 1 : 12;
	const at = isEnd && months ? plusDays(plusMonths(first, months), -1) : first;
	if (!spanHolds(viewLimits, at)) return undefined;
	return { ids: new Date(at).toISOString().slice(0, 10), names: '' };
}
