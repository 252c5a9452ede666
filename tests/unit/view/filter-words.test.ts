import { describe, expect, it } from 'vitest';
import { filterText } from '../../../src/lib/view/filter-words.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const sample = sampleCatalogue();
const textOf = (query: string) => filterText(sample, parseView(new URLSearchParams(query)).filter);

describe('what a reader chose', () => {
	it.each([
		['', ''],
		['from=2026-01-01&ports=all', ''],
		['q=dragon', '“dragon”'],
		['docked=now', '“Docked now”'],
		['kind=crew,cargo', 'kind crew or cargo'],
		['agency=37', 'agency JAXA'],
		['station=4,18,5', 'ISS, Tiangong or Mir'],
		['station=other', 'craft that are no station'],
		['port=12', 'port Harmony forward'],
		['station=99999&port=98&agency=97', 'agency 97, station 99999 and port 98 together'],
		['q=dragon&kind=module', '“dragon” and kind module together'],
		['q=dragon&kind=module&station=18', '“dragon”, kind module and Tiangong together']
	])('is told by name, all of it: “%s” is “%s”', (query, text) => {
		expect(textOf(query)).toBe(text);
	});
});
