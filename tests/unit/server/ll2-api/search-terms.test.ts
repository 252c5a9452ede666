import { describe, expect, test } from 'vitest';
import { searchTerms } from '../../../../src/lib/server/ll2-api/search-terms.ts';

describe('searchTerms', () => {
	// As Django REST framework's SearchFilter parts them, over Django's smart_split.
	test.each([
		['', []],
		['   ', []],
		['salyut', ['SALYUT']],
		['salyut 7', ['SALYUT', '7']],
		['  salyut\t7\n', ['SALYUT', '7']],
		['salyut,7', ['SALYUT', '7']],
		[',salyut,,7,', ['SALYUT', '7']],
		['salyut , 7', ['SALYUT', '7']],
		['"salyut 7"', ['SALYUT 7']],
		["'salyut 7'", ['SALYUT 7']],
		['"salyut 7",', ['SALYUT 7']],
		['"salyut, 7" soyuz', ['SALYUT, 7', 'SOYUZ']],
		['"say \\"hi\\" now"', ['SAY "HI" NOW']],
		['"back\\\\slash"', ['BACK\\SLASH']],
		['5" pipe', ['5"', 'PIPE']],
		["o'neill", ["O'NEILL"]],
		['"open phrase', ['"OPEN', 'PHRASE']],
		// A quoted part inside a token keeps its white space, and its quotes.
		['x"a b"y', ['X"A B"Y']],
		['"a b",c', ['"A B"', 'C']],
		['""', []],
		['"', []],
		['salyut SALYUT', ['SALYUT']],
		['sal\0yut', ['SALYUT']],
		['naïve МИР', ['NAÏVE', 'МИР']]
	])('reads %j as %j', (search, terms) => {
		expect(searchTerms(search)).toEqual(terms);
	});

	/** Of some tries the least, which leaves out what else the machine does. */
	function leastMs(search: string): number {
		const triesMs = Array.from({ length: 9 }, () => {
			const startedAt = performance.now();
			searchTerms(search);
			return performance.now() - startedAt;
		});
		return Math.min(...triesMs);
	}

	test.each(['"', '\\"', '" \\" ', '\' "', '"\\'])(
		'reads %j sixteen times as often in about so much time, not in its square',
		(part) => {
			const short = part.repeat(4096 / part.length);
			leastMs(short);
			expect(leastMs(short.repeat(16)) / leastMs(short)).toBeLessThan(64);
		}
	);
});
