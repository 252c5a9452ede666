import { afterAll, describe, expect, it } from 'vitest';
import { decodeColumns, type Columns } from '../../src/lib/docking/columns.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const caching = 'public, max-age=0, s-maxage=30';

describe('the sample', () => {
	const app = useApp();
	const paths = ['/columns.json', '/columns.json?q=soyuz', '/details.json?id=529,530'];
	const decoded = async (path: string) =>
		decodeColumns(JSON.parse((await ask(app.url + path)).text) as Columns);

	it.each(paths)('%s is JSON, and may be kept as pages may', async (path) => {
		const { status, headers } = await ask(app.url + path);
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('application/json');
		expect(headers['cache-control']).toBe(caching);
		expect(headers.vary).toBe('Accept-Encoding');
	});

	it.each(paths.flatMap((path) => ['identity', 'gzip', 'br'].map((coding) => [path, coding])))(
		'%s answers 304 to who holds it, coded as %s',
		async (path, coding) => {
			const headers = { 'accept-encoding': coding! };
			const first = await ask(app.url + path, { headers });
			const tag = first.headers.etag ?? '';
			expect(tag).toMatch(/^W\/"[^"]+"$/);
			const again = await ask(app.url + path, { headers: { ...headers, 'if-none-match': tag } });
			expect(again.status).toBe(304);
			expect(again.body).toHaveLength(0);
			expect(again.headers).toMatchObject({ etag: tag, 'cache-control': caching });
			expect(again.headers.vary).toBe(first.headers.vary);
			const other = await ask(app.url + path, { headers: { ...headers, 'if-none-match': '"x"' } });
			expect(other.status).toBe(200);
		}
	);

	it.each(['br', 'gzip'])('comes as %s to who takes it, and is the same inside', async (coding) => {
		const path = `${app.url}/columns.json`;
		const plain = await ask(path, { headers: { 'accept-encoding': 'identity' } });
		const packed = await ask(path, { headers: { 'accept-encoding': coding } });
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(packed.headers['content-encoding']).toBe(coding);
		expect(packed.text).toBe(plain.text);
		expect(packed.body.length).toBeLessThan(plain.body.length / 2);
		expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
	});

	it('answers HEAD as GET, without a body', async () => {
		for (const path of paths) {
			const { status, body } = await ask(app.url + path, { method: 'HEAD' });
			expect([status, body.length]).toEqual([200, 0]);
		}
	});

	it('is told stay by stay, with those that match when words are given', async () => {
		const all = await decoded('/columns.json');
		expect(all.stayById.get(529)?.craft).toBe('Tianzhou-7');
		expect(all.matching).toBeUndefined();
		const { matching } = await decoded('/columns.json?q=Tianzhou-7&station=abc');
		expect(matching).toEqual(new Set([529]));
	});

	it('has the details of one stay, and leaves out ids that nobody knows', async () => {
		const { text } = await ask(`${app.url}/details.json?id=529,999999`);
		const details = JSON.parse(text) as Record<string, { launch?: { rocket?: string } }>;
		expect(Object.keys(details)).toEqual(['529']);
		expect(details['529']).toMatchObject({ vehicle: 'Tianzhou-7' });
	});

	it.each([
		['/columns.json?agency=x', 'agency'],
		[`/columns.json?q=${'x'.repeat(201)}`, 'q'],
		['/details.json', 'id'],
		['/details.json?id=', 'id'],
		['/details.json?id=529,x', 'id'],
		[`/details.json?id=${Array.from({ length: 201 }, (_, id) => id).join(',')}`, 'id']
	])('answers %.40s with 400 and a sentence that names %s, kept by nobody', async (path, name) => {
		const { status, headers, text } = await ask(app.url + path, {
			headers: { accept: 'application/json' }
		});
		expect(status).toBe(400);
		expect(headers['cache-control']).toBe('no-store');
		const { message } = JSON.parse(text) as { message: string };
		expect(message).toMatch(new RegExp(`^${name} must be .+\\.$`));
	});

	it('takes no other method', async () => {
		for (const path of paths)
			expect((await ask(app.url + path, { method: 'POST' })).status).toBe(405);
	});
});

describe('live data', () => {
	const documents = generateEvents({ count: 30 });
	const upstream = startUpstream({ documents });
	const app = useApp(async () => ({
		upstream: (await upstream).url,
		env: { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000' }
	}));
	afterAll(async () => (await upstream).close());

	it('has another tag and another stay after a refresh that brought one', async () => {
		const count = async () => {
			const { text, headers } = await ask(`${app.url}/columns.json`);
			return { stays: (JSON.parse(text) as Columns).ids.length, tag: headers.etag ?? '' };
		};
		await expect.poll(async () => (await count()).stays).toBe(30);
		const before = await count();
		(await upstream).put({ ...structuredClone(documents.at(-1)!), id: 9001 });
		await expect.poll(async () => (await count()).stays).toBe(31);
		const after = await ask(`${app.url}/columns.json`, {
			headers: { 'if-none-match': before.tag }
		});
		expect(after.status).toBe(200);
		expect(after.headers.etag).not.toBe(before.tag);
	});
});
