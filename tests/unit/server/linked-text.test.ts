import { expect, it } from 'vitest';
import { linkedText } from '../../../src/lib/server/linked-text.ts';

const addresses = { GCAT: 'https://gcat.example/', 'CC BY 4.0': 'https://cc.example/' };

it.each([
	['no source', [{ text: 'no source' }]],
	['GCAT', [{ text: 'GCAT', href: addresses.GCAT }]],
	[
		'by GCAT, GCAT; CC BY 4.0',
		[
			{ text: 'by ' },
			{ text: 'GCAT', href: addresses.GCAT },
			{ text: ', ' },
			{ text: 'GCAT', href: addresses.GCAT },
			{ text: '; ' },
			{ text: 'CC BY 4.0', href: addresses['CC BY 4.0'] }
		]
	],
	['', []]
])('linkedText gives the words of an address their address: %s', (text, pieces) => {
	expect(linkedText(text, addresses)).toEqual(pieces);
	expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
