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

	test.each(['"', '\\"', '" \\" ', '\' "', '"\\'])(
		'reads 16 KB of %j, as long as an address can be, in a moment',
		(part) => {
			const startedAt = performance.now();
			searchTerms(part.repeat(16_384 / part.length));
			expect(performance.now() - startedAt).toBeLessThan(1000);
		}
	);
});
