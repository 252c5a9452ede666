import { describe, expect, it } from 'vitest';
import { guessDate } from '../../../src/lib/view/date-guess.ts';

describe('a date that is not written as ISO 8601 has it', () => {
	it.each([
		['2025', '2025-01-01', '2025-12-31'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2025/3', '2025-03-01', '2025-03-31'],
		['2025-3-7', '2025-03-07', '2025-03-07'],
		[' 2025.03.07 ', '2025-03-07', '2025-03-07']
	])('%s is meant as %s, or %s where it is the end', (text, from, to) => {
		expect(guessDate(text, false)?.ids).toBe(from);
		expect(guessDate(text, true)?.ids).toBe(to);
	});

	it.each(['', 'spring', '2025-13', '2025-02-30', '20255', '7.3.2025', '0001', '9999-12'])(
		'%j is none',
		(text) => expect(guessDate(text, false)).toBeUndefined()
	);
});
