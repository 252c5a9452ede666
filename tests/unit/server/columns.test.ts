import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { decodeColumns, type Columns } from '../../../src/lib/docking/columns.ts';
import { encodeColumns } from '../../../src/lib/docking/encode-columns.ts';
import { everyStay, wordsTest } from '../../../src/lib/docking/query.ts';
import {
	createColumnAnswers,
	readWords,
	sendColumns,
	type WordsFilter
} from '../../../src/lib/server/columns.ts';
import { sampleCatalogue, sampleEvents } from '../docking/sample-catalogue.ts';

const catalogue = sampleCatalogue();
const all: WordsFilter = { agencies: [], text: '' };
const read = (query: string) => readWords(new URLSearchParams(query));

async function textOf(filter: WordsFilter): Promise<string> {
	const { pieces } = await createColumnAnswers().answer({ catalogue }, filter).body(undefined);
	return Buffer.concat(pieces).toString();
}

describe('what columns are asked for', () => {
	it('is read as `/` reads it', () => {
		expect(read('q=Soyuz&agency=63,44')).toMatchObject({ text: 'Soyuz', agencies: [63, 44] });
		expect(read('agency=63&agency=44&q=')).toMatchObject({ text: '', agencies: [63, 44] });
	});

	it('is nothing but words: other names are ignored, senseless or not', () => {
		expect(read('station=abc&from=never&kind=boat')).toMatchObject(all);
	});

	it.each([
		['agency=x', 'agency'],
		[`q=${'x'.repeat(201)}`, 'q']
	])('is refused with 400 and a sentence: %s', (query, name) => {
		const sentence = expect.stringMatching(new RegExp(`^${name} must be `));
		expect(() => read(query)).toThrow(
			expect.objectContaining({ status: 400, body: { message: sentence } })
		);
	});
});

describe('the answer', () => {
	it.each(['', 'q=soyuz', 'agency=63', 'q=tianzhou&agency=17', 'q=nothing-like-that'])(
		'to “%s” is the columns, with those that match',
		async (query) => {
			const filter = read(query);
			const test = wordsTest(catalogue, { ...everyStay, ...filter });
			const text = await textOf(filter);
			expect(text).toBe(JSON.stringify(encodeColumns(catalogue, test)));
			const { matching } = decodeColumns(JSON.parse(text) as Columns);
			const hits = catalogue.stays.filter(test).map(({ id }) => id);
			expect(matching).toEqual(query ? new Set(hits) : undefined);
		}
	);

	it('is made once for a catalogue and a filter', () => {
		const answers = createColumnAnswers();
		const first = answers.answer({ catalogue }, read('q=soyuz'));
		expect(answers.answer({ catalogue }, read('q=SOYUZ'))).toBe(first);
		expect(answers.answer({ catalogue }, read('q=progress'))).not.toBe(first);
		expect(answers.answer({ catalogue: sampleCatalogue() }, read('q=soyuz'))).not.toBe(first);
	});

	it('has the tag of its content: another one for other stays or other matches, and only then', () => {
		const tagOf = (query: string, of = catalogue) =>
			createColumnAnswers().answer({ catalogue: of }, read(query)).tag;
		expect(tagOf('')).toMatch(/^W\/"[\w-]{27}"$/);
		expect(tagOf('', sampleCatalogue())).toBe(tagOf(''));
		expect(tagOf('q=soyuz')).not.toBe(tagOf(''));
		expect(tagOf('q=soyuz')).not.toBe(tagOf('q=progress'));
		expect(tagOf('', buildCatalogue(sampleEvents().slice(1)))).not.toBe(tagOf(''));
	});
});

describe('the response', () => {
	const respond = (coding: string) =>
		sendColumns(
			new Request('http://localhost/columns.json', { headers: { 'accept-encoding': coding } }),
			createColumnAnswers().answer({ catalogue }, all)
		);

	it('is compressed as the request accepts, and says so', async () => {
		const response = await respond('gzip, br');
		const body = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-encoding')).toBe('br');
		expect(response.headers.get('content-length')).toBe(String(body.length));
		expect(brotliDecompressSync(body).toString()).toBe(await textOf(all));
	});

	it('is plain to who takes no coding, with the same tag', async () => {
		const plain = await respond('identity');
		expect(plain.headers.has('content-encoding')).toBe(false);
		expect(await plain.text()).toBe(await textOf(all));
		expect(plain.headers.get('etag')).toBe((await respond('br')).headers.get('etag'));
	});
});
