import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { residentBytes, tellsMemory } from './memory.ts';

const app = useApp();
const other = useApp();
const frozen = 'now=2026-10-08T12:00Z';

const get = (path: string, headers: Record<string, string> = {}, origin = app.url) =>
	ask(origin + path, { headers });

/** A PNG's width and height, from its first chunk (PNG, 11.2.2). */
function pngSize(bytes: Buffer): { width: number; height: number } {
	expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('/timeline.png', () => {
	it.each([
		['', { width: 1920, height: 1080 }],
		['width=1200&height=630', { width: 1200, height: 630 }],
		['width=801&height=457&scale=1.5', { width: 1202, height: 686 }],
		['width=300&height=200&scale=4', { width: 1200, height: 800 }],
		['width=1080&height=1920&theme=dark', { width: 1080, height: 1920 }],
		['width=8192&height=1000', { width: 8192, height: 1000 }]
	])('has exactly the size asked for: %s', async (query, size) => {
		const { status, headers, body } = await get(`/timeline.png?${frozen}&${query}`);
		expect([status, headers['content-type']]).toEqual([200, 'image/png']);
		expect(pngSize(body)).toEqual(size);
		expect(headers['content-disposition']).toBe(
			`inline; filename="berthline-2025-04-08-to-2026-12-08-${size.width}x${size.height}.png"`
		);
	});

	it('is the same to the byte from another server, and at another time', async () => {
		const path = `/timeline.png?station=4&${frozen}`;
		const first = await get(path);
		const second = await get(path, {}, other.url);
		expect(first.body.equals(second.body)).toBe(true);
		expect(first.body.length).toBeGreaterThan(20_000);
	});

	it('is another one for another view, theme, title or moment', async () => {
		const paths = ['station=4', 'station=18', 'station=4&theme=dark', 'station=4&title=Hello'];
		const answers = await Promise.all([
			...paths.map((query) => get(`/timeline.png?${query}&${frozen}`)),
			get('/timeline.png?station=4&now=2026-09-08')
		]);
		const distinct = new Set(answers.map(({ body }) => body.toString('base64')));
		expect(distinct.size).toBe(answers.length);
		expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(answers.length);
	});
});

describe('/timeline.svg', () => {
	it('carries its letters with it, and only those parts of the typeface that it needs', async () => {
		const latin = (await get(`/timeline.svg?station=18&${frozen}`)).body.toString();
		expect(latin).toContain("font-family:'IBM Plex Sans'".replaceAll("'", '&#39;'));
		expect(latin).toContain('>Tianhe aft</text>');
		const russian = await get(
			`/timeline.svg?station=18&${frozen}&title=${encodeURIComponent('Мир')}`
		);
		const faces = (svg: string) => svg.match(/@font-face/g)?.length ?? 0;
		expect(faces(latin)).toBe(3);
		expect(faces(russian.body.toString())).toBe(6);
	});

	it('draws letters as outlines when asked to: no text is left but its name', async () => {
		const svg = (await get(`/timeline.svg?station=18&text=outline&${frozen}`)).body.toString();
		expect(svg).not.toMatch(/<text|@font-face/);
		expect(svg.match(/<path transform=/g)!.length).toBeGreaterThan(20);
	});

	it('draws a letter that the typeface has not got as an empty box, in outlines and as PNG', async () => {
		const title = encodeURIComponent('天宫 and 🛰 and חללית');
		for (const path of ['/timeline.svg?text=outline', '/timeline.png?']) {
			const { status, body } = await get(`${path}&station=18&${frozen}&title=${title}`);
			const plain = await get(`${path}&station=18&${frozen}&title=none`);
			expect(status).toBe(200);
			expect(body.equals(plain.body)).toBe(false);
		}
	});

	it('is as large as asked for, whatever the scale of a PNG would be', async () => {
		const svg = (await get(`/timeline.svg?width=800&height=600&scale=2&${frozen}`)).body.toString();
		expect(svg).toContain('width="800" height="600"');
	});
});

describe.each(['/timeline.svg', '/timeline.png'])('%s', (path) => {
	it('answers 304 to who holds it, and may be kept for a minute', async () => {
		const first = await get(`${path}?${frozen}`);
		expect(first.headers['cache-control']).toBe('public, max-age=60');
		const again = await get(`${path}?${frozen}`, { 'if-none-match': first.headers.etag! });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		expect(again.headers.etag).toBe(first.headers.etag);
	});

	it('may be shown anywhere, and runs nothing', async () => {
		const { headers } = await get(`${path}?${frozen}`);
		expect(headers['access-control-allow-origin']).toBe('*');
		expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
	});

	it.each([
		['width=1e9', 'width must be whole pixels'],
		['height=50', 'height must be whole pixels'],
		['width=8000&height=8000', 'at most 40 megapixels'],
		['scale=9', 'scale must be a number from 1 to 4'],
		['background=red', 'background must be transparent or a hex colour'],
		['tz=local', 'tz must be utc or an IANA zone in a picture'],
		['station=abc', 'station must be Launch Library 2 station ids'],
		['from=2026-02-01&to=2026-01-01', 'from must be before to=2026-01-01, not “2026-02-01”']
	])('answers 400 with a sentence: %s', async (query, sentence) => {
		const { status, body } = await get(`${path}?${query}`);
		expect(status).toBe(400);
		expect(body.toString()).toContain(sentence);
	});

	it('shows nothing of a table but the timeline', async () => {
		expect((await get(`${path}?view=table&${frozen}`)).status).toBe(200);
	});
});

it('other answers are not held up while pictures are drawn', async () => {
	const drawn: string[] = [];
	const sizes = Array.from({ length: 8 }, (_, index) => 4000 + index);
	const pictures = sizes.map(async (width) => {
		await get(`/timeline.png?width=${width}&height=4000&from=1998-11-01&ports=all&${frozen}`);
		drawn.push('picture');
	});
	await get('/healthz');
	drawn.push('health');
	await Promise.all(pictures);
	expect(drawn[0]).toBe('health');
});

it('pictures beyond those that may wait are refused, and the server goes on', async () => {
	const many = Array.from({ length: 90 }, (_, index) =>
		get(`/timeline.png?width=${3000 + index}&height=3000&${frozen}`)
	);
	const answers = await Promise.all(many);
	const statuses = new Set(answers.map(({ status }) => status));
	expect([...statuses].sort()).toEqual([200, 503]);
	const refused = answers.find(({ status }) => status === 503)!;
	expect(refused.headers['retry-after']).toBe('5');
	expect(refused.body.toString()).toContain('Try again in a few seconds');
	expect((await get(`/timeline.png?${frozen}`)).status).toBe(200);
});

it.runIf(tellsMemory)('what a picture was drawn with is given back', async () => {
	const drawn = async (from: number, count: number) => {
		for (let at = from; at < from + count; at++) {
			const now = new Date(Date.UTC(2026, 8, 1) + at * 60_000).toISOString();
			expect((await get(`/timeline.png?station=4&now=${now}`)).status).toBe(200);
		}
	};
	await drawn(0, 20);
	const before = residentBytes(app.processId);
	await drawn(20, 100);
	// Each takes 17 MB while it is drawn.
	expect(residentBytes(app.processId) - before).toBeLessThan(500 * 1024 * 1024);
});
