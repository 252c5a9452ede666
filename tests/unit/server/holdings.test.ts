import { expect, test } from 'vitest';
import { changeHoldings, readHoldings } from '../../../src/lib/server/holdings.ts';
import { generateEvents } from '../../upstream/generate.ts';

const texts = generateEvents({ count: 30 }).map((document) => JSON.stringify(document));

test('readHoldings gives the same documents the same version in any order', async () => {
	const { holdings } = await readHoldings(texts);
	const { holdings: reversed } = await readHoldings(texts.toReversed());
	expect(reversed.version).toBe(holdings.version);
	expect(holdings.version).toMatch(/^[\w-]{16}$/);
});

test('changeHoldings changes the version with any document, and back again', async () => {
	const { holdings } = await readHoldings(texts);
	const { holdings: fewer } = await readHoldings(texts.slice(1));
	const first = holdings.documents.get(1);
	if (!first) throw new Error('no event 1');
	const without = changeHoldings(holdings, [], [1]);
	expect(without.version).toBe(fewer.version);
	expect(changeHoldings(without, [first], []).version).toBe(holdings.version);
	const edited = changeHoldings(holdings, [{ ...first, text: `${first.text} ` }], []);
	expect(edited.version).not.toBe(holdings.version);
	expect(holdings.documents.get(1)).toBe(first);
});

test('changeHoldings leaves everything as it is when nothing differs', async () => {
	const { holdings } = await readHoldings(texts);
	expect(changeHoldings(holdings, [], [])).toBe(holdings);
});

test('readHoldings says what it refused and why', async () => {
	const { holdings, refused } = await readHoldings(['{', '{"id":8,"docking":"soon"}', '7']);
	expect(holdings.documents.size).toBe(0);
	expect(refused).toEqual([
		{ ok: false, reason: expect.stringContaining('JSON') },
		{ ok: false, id: 8, reason: 'docking is "soon"' },
		{ ok: false, reason: 'not a JSON object' }
	]);
});
