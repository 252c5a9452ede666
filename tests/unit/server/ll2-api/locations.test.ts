import { describe, expect, test } from 'vitest';
import { readSample } from '../../../../src/lib/server/archive/sample.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { stationPorts } from '../../../upstream/documents/stations.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { oddDocuments } from '../../../upstream/odd-events.ts';
import { apiForTest, idsOf, type Shown } from './api-for-test.ts';
import { problemsIn } from './own-open-api.ts';

const listed = stationPorts() as unknown as JsonObject[];
const documents = generateEvents({ count: 60 });
const path = 'config/docking_locations/';

async function readAll(shown: Shown): Promise<JsonObject[]> {
	const page = await apiForTest(shown).list(`${path}?limit=100`);
	expect(page.next).toBeNull();
	expect(page.count).toBe(page.results.length);
	expect(problemsIn('PaginatedDockingLocationList', page)).toEqual([]);
	return [...page.results];
}

describe('config/docking_locations/', () => {
	test('is upstream’s own list, by id', async () => {
		const all = await readAll({ documents: [], locations: listed.toReversed() });
		expect(all).toEqual(listed.toSorted((a, b) => Number(a['id']) - Number(b['id'])));
	});

	test('has ports that only events name, and believes upstream’s list about the others', async () => {
		const [first, ...others] = listed;
		const renamed = others.map((one): JsonObject => ({ ...one, name: `${String(one['name'])}!` }));
		const all = await readAll({ documents, locations: renamed });
		const names = new Map(all.map((one) => [one['id'], one['name']]));
		expect(names.get(first?.['id'] ?? 0)).toBe(first?.['name']);
		for (const one of renamed) expect(names.get(one['id'] ?? 0)).toBe(one['name']);
	});

	test('falls back on the ports of events alone', async () => {
		const all = await readAll({ documents });
		const seen = new Set(documents.map((event) => event.docking_location?.id));
		expect(all.map((one) => one['id'])).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
	});

	test('fits the description for odd documents and for the sample', async () => {
		expect((await readAll({ documents: oddDocuments() })).length).toBeGreaterThan(5);
		const sample = readSample();
		const all = await readAll({ documents: sample.documents, locations: sample.locations });
		expect(all.length).toBeGreaterThan(30);
	});

	test('keeps ports under two ids apart', async () => {
		const ids = idsOf(await apiForTest({ documents, locations: listed }).list(`${path}?limit=100`));
		expect(ids).toEqual(expect.arrayContaining([12, 19]));
	});

	test('pages, searches and orders', async () => {
		const api = apiForTest({ documents: [], locations: listed });
		const seen: number[] = [];
		for (let next: string | null = `${path}?limit=4`; next !== null;) {
			const page = await api.list(next);
			seen.push(...idsOf(page));
			next = page.next;
		}
		expect(seen).toEqual(idsOf(await api.list(`${path}?limit=100`)));
		const namesFor = async (query: string) =>
			(await api.list(`${path}?limit=100&${query}`)).results.map((one) => String(one['name']));
		const harmony = await namesFor('search=harmony+FORWARD');
		expect(harmony.length).toBeGreaterThan(0);
		for (const name of harmony) expect(name).toMatch(/harmony.*forward/i);
		expect(await namesFor('search=nowhere')).toEqual([]);
		const ascending = await namesFor('ordering=name');
		expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b, 'en')));
		expect(ascending[0]).not.toBe((await namesFor('ordering=-name'))[0]);
		expect(idsOf(await api.list(`${path}?limit=100&ordering=foo,-id`))).toEqual(seen.toReversed());
	});

	test('has each one by itself', async () => {
		const api = apiForTest({ documents, locations: listed });
		for (const location of listed) {
			const response = await api.ask(`${path}${String(location['id'])}/`);
			const body = await response.json();
			expect(body).toEqual(location);
			expect(problemsIn('DockingLocation', body)).toEqual([]);
		}
	});

	test('changes at once with a refresh that brings other locations, were no document changed', async () => {
		const api = apiForTest({ documents, locations: listed });
		const before = (await api.list(path)).count;
		api.show(
			{ locations: [...listed, { ...listed[0]!, id: 999 }], updatedMs: 1 },
			{ isNew: false }
		);
		expect((await api.list(path)).count).toBe(before + 1);
	});
});
