import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { oddDocuments } from '../../../upstream/odd-events.ts';
import { apiForTest, heldOf, idsOf } from './api-for-test.ts';
import { addressOf, at, namesOf, slowSearch, type Question } from './slow-search.ts';

/**
 * Documents of all kinds, by id. Of the generated ones some dock at the same instant, some depart
 * at the same, and some have not departed, so that an order has ties and holes.
 */
function documentsOf(seed: number, count: number): JsonObject[] {
	const generated = generateEvents({ count, seed }).map((event, index) => ({
		...event,
		docking: index % 3 ? event.docking : `${event.docking.slice(0, 4)}-01-01T00:00:00Z`,
		departure: index % 5 === 0 ? null : index % 4 ? event.departure : '2026-01-01T00:00:00Z'
	}));
	return [...heldOf([...generated, ...oddDocuments()]).values()].map(
		({ text }) => JSON.parse(text) as JsonObject
	);
}

/** Questions whose values come from the documents themselves, so that bounds are met exactly. */
function questionsOf(documents: readonly JsonObject[]): fc.Arbitrary<Question> {
	const document = fc.constantFrom(...documents);
	const date = document.map((one) => String(one['docking'])).filter((text) => /Z$/.test(text));
	const id = (field: string) =>
		fc.oneof(
			document.map((one) => at(one, field, 'id')).filter((value) => typeof value === 'number'),
			fc.integer({ min: 0, max: 40 })
		);
	const name = document.chain((one) => fc.constantFrom('Soyuz', ...namesOf(one)));
	const part = fc
		.tuple(name, fc.nat(20), fc.integer({ min: 1, max: 12 }), fc.boolean())
		.map(([text, from, length, isUpper]) => {
			const some = text.slice(Math.min(from, text.length - 1)).slice(0, length);
			return isUpper ? some.toUpperCase() : some;
		})
		// A phrase in quotes; what breaks out of them is the parser's own test.
		.filter((text) => text.length > 0 && text.isWellFormed() && !/["\\\0]/.test(text));
	const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 3, nil: undefined });
	return fc
		.record({
			dockingGt: rarely(date),
			dockingGte: rarely(date),
			dockingLt: rarely(date),
			dockingLte: rarely(date),
			locationId: rarely(id('docking_location')),
			chaserId: rarely(id('flight_vehicle_chaser')),
			targetId: optional(id('space_station_target')),
			words: fc.oneof(fc.constant([]), fc.array(part, { maxLength: 3 })),
			ordering: fc.uniqueArray(fc.constantFrom('docking', '-docking', 'departure', '-departure'), {
				maxLength: 2,
				selector: (key) => key.replace('-', '')
			})
		})
		.map((question) => JSON.parse(JSON.stringify(question)) as Question);
}

function rarely<T>(values: fc.Arbitrary<T>) {
	return fc.option(values, { freq: 1, nil: undefined });
}

const sets = [documentsOf(1, 0), documentsOf(2, 1), documentsOf(3, 150), documentsOf(4, 600)].map(
	(documents) => ({ documents, api: apiForTest({ documents }) })
);

const set = fc.constantFrom(...sets);

describe('docking_events/', { timeout: 60_000 }, () => {
	test('finds what a slow and obvious search finds: the same events, order and count', async () => {
		const asked = set.chain((one) =>
			fc.record({
				one: fc.constant(one),
				question: questionsOf(one.documents),
				limit: fc.integer({ min: 1, max: 100 }),
				offset: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(700))
			})
		);
		let found = 0;
		await fc.assert(
			fc.asyncProperty(asked, async ({ one, question, limit, offset }) => {
				const expected = slowSearch(one.documents, question);
				found += Math.min(expected.length, 1);
				const body = await one.api.list(addressOf(question, limit, offset));
				expect(body.count).toBe(expected.length);
				expect(idsOf(body)).toEqual(expected.slice(offset, offset + limit));
			}),
			{ numRuns: 500 }
		);
		// Questions that nothing answers would prove little.
		expect(found).toBeGreaterThan(100);
	});

	test('following next meets every event once, in order, and previous leads back', async () => {
		const walk = set.chain((one) =>
			fc.record({
				one: fc.constant(one),
				question: questionsOf(one.documents),
				limit: fc.integer({ min: 7, max: 100 })
			})
		);
		await fc.assert(
			fc.asyncProperty(walk, async ({ one, question, limit }) => {
				const expected = slowSearch(one.documents, question);
				const seen: number[] = [];
				const pages: string[] = [];
				let next: string | null = addressOf(question, limit, 0);
				while (next !== null) {
					pages.push(next);
					const body = await one.api.list(next);
					seen.push(...idsOf(body));
					next = body.next;
				}
				expect(seen).toEqual(expected);
				const last = await one.api.list(pages.at(-1)!);
				if (pages.length === 1) expect(last.previous).toBeNull();
				else {
					const before = await one.api.list(last.previous!);
					expect(idsOf(before)).toEqual(expected.slice((pages.length - 2) * limit).slice(0, limit));
				}
			}),
			{ numRuns: 60 }
		);
	});

	test.each([
		['', ['docking', 'id']],
		['departure', ['departure', 'id']]
	])('ordering %j stands by id where its keys are equal', async (ordering) => {
		const twins = generateEvents({ count: 40, seed: 9 }).map((event) => ({
			...event,
			docking: '2024-01-01T00:00:00Z',
			departure: null
		}));
		const api = apiForTest({ documents: twins.toReversed() });
		for (const sign of ['', '-'])
			expect(
				idsOf(await api.list(`docking_events/?limit=100&ordering=${ordering && sign + ordering}`))
			).toEqual(twins.map(({ id }) => id));
	});

	test('puts open stays last by departure and first by -departure', async () => {
		const [a, b, c, d] = generateEvents({ count: 4 });
		const documents = [
			{ ...a, departure: null },
			{ ...b, departure: '2020-01-01T00:00:00Z' },
			{ ...c, departure: '1999-01-01T00:00:00Z' },
			{ ...d, departure: null }
		];
		const api = apiForTest({ documents });
		expect(idsOf(await api.list('docking_events/?ordering=departure'))).toEqual([3, 2, 1, 4]);
		expect(idsOf(await api.list('docking_events/?ordering=-departure'))).toEqual([1, 4, 2, 3]);
	});

	test('never finds a term across two fields', async () => {
		const [event] = generateEvents({ count: 1 });
		const api = apiForTest({ documents: [event] });
		const names = namesOf(event as unknown as JsonObject);
		const [first = '', second = ''] = names;
		const across = `"${first.slice(-3)}${second.slice(0, 3)}"`;
		const search = (term: string) => api.list(`docking_events/?search=${encodeURIComponent(term)}`);
		expect((await search(first)).count).toBe(1);
		expect((await search(across)).count).toBe(0);
	});
});
