import { describe, expect, it } from 'vitest';
import { parseKiosk } from '../../../src/lib/view/kiosk-options.ts';
import { kioskProblemTexts } from '../../../src/lib/view/kiosk-problems.ts';

const known = {
	stations: [
		{ name: 'International Space Station', shortName: 'ISS', stationId: 4 },
		{ name: 'Mir', shortName: 'Mir', stationId: 5 },
		{ name: 'Tiangong', shortName: 'Tiangong', stationId: 18 }
	],
	active: new Set([4, 18])
};

function textsOf(address: string, missing: readonly number[] = []): string[] {
	const query = new URLSearchParams(address);
	return kioskProblemTexts(parseKiosk(query).problems, missing, { query, ...known });
}

describe('what is told of a kiosk’s address', () => {
	it('is nothing where all of it makes sense', () => {
		expect(textsOf('station=4&dwell=30')).toEqual([]);
	});

	it('is what is wrong, then what is shown instead', () => {
		const [text] = textsOf('dwell=soon');
		expect(text).toMatch(/^dwell must be .*, not “soon”\. Each view stays for 20 seconds\.$/);
	});

	it.each([
		['stations=18', '“stations” is no option of a kiosk: did you mean “station”? The stations'],
		['Dwell=30', '“Dwell” is no option of a kiosk: did you mean “dwell”? Each view stays'],
		['them=dark', '“them” is no option of a kiosk: did you mean “theme”? The screen']
	])('tells of a name that is nearly an option’s: %s', (address, beginning) => {
		const [text] = textsOf(address);
		expect(text?.slice(0, beginning.length)).toBe(beginning);
	});

	it.each(['utm_source=mail', 's=4', 'station=4&stations=18', 'time=noon'])(
		'is nothing of other names: %s',
		(address) => {
			expect(textsOf(address)).toEqual([]);
		}
	);

	it.each([
		['names the ids of stations that the address calls by name', 'station=mir', 'Mir is 5.'],
		['names each once', 'station=iss,ISS', 'ISS is 4.'],
		['names those in use where it calls none', 'station=x', 'ISS is 4, Tiangong is 18.']
	])('%s', (_, address, ids) => {
		const [text] = textsOf(address);
		expect(text).toContain(` ${ids} The stations with a port in use are shown.`);
	});

	it('ends with the stations that are missing', () => {
		expect(textsOf('station=998,999', [998, 999])).toEqual([
			'No docking at a station 998 or 999 is known here. ISS is 4, Tiangong is 18.'
		]);
	});
});
