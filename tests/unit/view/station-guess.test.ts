import { describe, expect, it } from 'vitest';
import {
	guessStations,
	idsText,
	stationCalled,
	stationsOf
} from '../../../src/lib/view/station-guess.ts';

const stations = stationsOf([
	{
		key: 'station:4',
		type: 'station',
		stationId: 4,
		name: 'International Space Station',
		shortName: 'ISS'
	},
	{ key: 'station:18', type: 'station', stationId: 18, name: 'Tiangong', shortName: 'Tiangong' },
	{ key: 'station:5', type: 'station', stationId: 5, name: 'Mir', shortName: 'Mir' },
	{ key: 'station:14', type: 'station', stationId: 14, name: 'Salyut 6', shortName: 'Salyut 6' },
	{ key: 'station:15', type: 'station', stationId: 15, name: 'Salyut 7', shortName: 'Salyut 7' },
	{ key: 'port:48', type: 'payload', name: 'Intelsat 901', shortName: 'Intelsat 901' }
]);

describe('a station is known', () => {
	it.each([
		['by its name', 'International Space Station', 4],
		['by its short name', 'ISS', 4],
		['in any case', 'tianGONG', 18],
		['with blanks, hyphens or none', 'salyut-7', 15],
		['by the words that it often goes with', 'Tiangong space station', 18],
		['by how its name alone begins', 'Internat', 4],
		['not by how several begin', 'Salyut', undefined],
		['not by two letters', 'Ti', undefined],
		['not where the host is no station', 'Intelsat 901', undefined],
		['not by another name', 'Skylab', undefined],
		['not by nothing', '–', undefined]
	])('%s: %s', (_, text, id) => {
		expect(stationCalled(stations, text)?.stationId).toBe(id);
	});
});

describe('what an address meant', () => {
	it.each([
		['iss', '4', 'ISS'],
		['tiangong, iss ,', '18,4', 'Tiangong, ISS'],
		['18,mir', '18,5', 'Tiangong, Mir'],
		['iss,ISS,4', '4', 'ISS']
	])('by %s', (text, ids, names) => {
		expect(guessStations(stations, text)).toEqual({ ids, names });
	});

	it.each(['iss,abc', 'abc', '', ','])('is not guessed where a part is unknown: %j', (text) => {
		expect(guessStations(stations, text)).toBeUndefined();
	});
});

it('idsText tells which ids stations have', () => {
	expect(idsText(stations.slice(0, 2))).toBe('ISS is 4, Tiangong is 18.');
	expect(idsText([])).toBe('');
});
