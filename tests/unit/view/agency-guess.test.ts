import { describe, expect, it } from 'vitest';
import { guessAgencies } from '../../../src/lib/view/agency-guess.ts';

const agencies = [
	{ id: 121, name: 'SpaceX', abbrev: 'SpX' },
	{ id: 63, name: 'Russian Federal Space Agency (ROSCOSMOS)', abbrev: 'RFSA' },
	{ id: 27, name: 'European Space Agency', abbrev: 'ESA' },
	{ id: 37, name: 'Japan Aerospace Exploration Agency' }
];

describe('guessAgencies', () => {
	it.each([
		['by its name', 'spacex', '121'],
		['by its name with a blank', 'Space X', '121'],
		['by its abbreviation', 'esa', '27'],
		['by a word of its name alone', 'roscosmos', '63'],
		['several, and ids among them', 'japan, 63,SpaceX', '37,63,121'],
		['once each', 'spacex,SpX,121', '121']
	])('knows agencies %s: %s', (_, text, ids) => {
		expect(guessAgencies(agencies, text)?.ids).toBe(ids);
	});

	it.each(['space agency', 'ja', 'acme', 'spacex,acme', '', '–', ','])(
		'does not know %j',
		(text) => {
			expect(guessAgencies(agencies, text)).toBeUndefined();
		}
	);

	it('names them', () => {
		expect(guessAgencies(agencies, 'spx,esa')?.names).toBe('SpaceX, European Space Agency');
	});
});
