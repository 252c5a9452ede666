import { describe, expect, it } from 'vitest';
import { detailsById, readIds, sendDetails } from '../../../src/lib/server/details.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const catalogue = sampleCatalogue();
const read = (query: string) => readIds(new URLSearchParams(query));
const list = (count: number) => Array.from({ length: count }, (_, index) => index + 1).join(',');

describe('the ids of details', () => {
	it('are 1 to 200, each once, others left alone', () => {
		expect(read('id=529,530')).toEqual([529, 530]);
		expect(read('id=529&id=529&id=7&station=abc')).toEqual([529, 7]);
		expect(read(`id=${list(200)}`)).toHaveLength(200);
	});

	it.each(['', 'id=', 'id=,', 'id=x', 'id=1.5', 'ids=529', `id=${list(201)}`])(
		'are refused with 400 and a sentence: “%s”',
		(query) => {
			const body = { message: expect.stringMatching(/^id must be /) };
			expect(() => read(query)).toThrow(expect.objectContaining({ status: 400, body }));
		}
	);
});

describe('details', () => {
	it('are those of the stays that there are, by id', () => {
		const { vehicle, serial, launch, agency, sources } = catalogue.stayById.get(529)!;
		const details = detailsById(catalogue, [529, 999_999]);
		expect(details).toEqual({ 529: { vehicle, serial, launch, agency, sources } });
		expect(vehicle).toBe('Tianzhou-7');
	});

	it('hold nothing that the columns tell already', () => {
		const [details] = Object.values(detailsById(catalogue, [529]));
		for (const name of ['id', 'craft', 'docking', 'departure', 'portId', 'kind'])
			expect(details).not.toHaveProperty(name);
	});

	it('are sent with the tag of their content', async () => {
		const send = (...ids: number[]) => sendDetails(detailsById(catalogue, ids));
		const tagOf = (response: Response) => response.headers.get('etag');
		expect(await send(529).json()).toEqual(detailsById(catalogue, [529]));
		expect(tagOf(send(529))).toMatch(/^W\/"[\w-]{27}"$/);
		expect(tagOf(send(529))).toBe(tagOf(send(529, 999_999)));
		expect(tagOf(send())).not.toBe(tagOf(send(529)));
	});
});
