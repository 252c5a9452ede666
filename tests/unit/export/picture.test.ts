import fc from 'fast-check';
import { sum } from 'd3';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../src/lib/export/picture.ts';
import { fitPicture } from '../../../src/lib/export/picture-fit.ts';
import { kindsShown } from '../../../src/lib/timeline/kinds-shown.ts';
import { labelTexts } from '../../../src/lib/timeline/labels.ts';
import { lettersOf, writeSvg } from '../../../src/lib/export/write-svg.ts';
import { relocationLines, sampleQuery, textBoxes } from './picture-for-test.ts';

const sizes = fc.oneof(
	fc.record({
		widthPx: fc.integer({ min: 600, max: 4000 }),
		heightPx: fc.integer({ min: 400, max: 2200 })
	}),
	fc.record({
		widthPx: fc.integer({ min: 200, max: 1200 }),
		heightPx: fc.integer({ min: 300, max: 2400 })
	})
);
const places = fc.constantFrom(
	[4, 18],
	[4],
	[18],
	[5],
	[4, 18, 5],
	[7, 8],
	[4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 18]
);
const spans = fc.constantFrom(
	{ from: '2025-04-08', to: '2026-12-08' },
	{ from: '1998-11-01', to: '2027-01-01', ports: 'all' as const },
	{ from: '2026-09-20', to: '2026-10-20' },
	{ from: '2020-01-01', to: '2021-01-01' },
	{ from: '1998-11-01', to: '2026-10-08' }
);
const settings = { numRuns: 120, seed: 20_261_008 };

const document = (query: Parameters<typeof drawPicture>[0]) =>
	writeSvg(drawPicture(query), { ...query, name: 'A picture' });

describe('a picture of any size', () => {
	it('has every text inside of it', () => {
		fc.assert(
			fc.property(sizes, places, spans, (size, stations, span) => {
				const picture = drawPicture(sampleQuery(stations, size, span));
				for (const { text, x0, x1, y0, y1 } of textBoxes(picture)) {
					expect([text, x0 >= 0, y0 >= 0]).toEqual([text, true, true]);
					expect([text, x1 <= picture.width + 0.5]).toEqual([text, true]);
					expect([text, y1 <= picture.height + 0.5]).toEqual([text, true]);
				}
			}),
			settings
		);
	});

	it('has no two texts on each other', () => {
		fc.assert(
			fc.property(sizes, places, spans, (size, stations, span) => {
				const boxes = textBoxes(drawPicture(sampleQuery(stations, size, span)));
				// Arrows stand on their bars, beside names that keep clear of them by a hair.
				const words = boxes.filter(({ text }) => text !== '‹' && text !== '›');
				const meet = words.flatMap((a, index) =>
					words
						.slice(index + 1)
						.filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
						.map((b) => `${a.text} / ${b.text}`)
				);
				expect(meet).toEqual([]);
			}),
			settings
		);
	});

	it('has no line of a relocation through a name beside its bar, on no ground either', () => {
		const span = { from: '1998-11-01', to: '2027-01-01', ports: 'all' } as const;
		let lineCount = 0;
		for (const widthPx of [420, 800, 1280, 1920, 2560]) {
			const query = sampleQuery([4], { widthPx, heightPx: 1080 }, span);
			const picture = drawPicture({ ...query, background: 'transparent' });
			const names = textBoxes(picture).filter(({ weight, isInk }) => weight === 500 && isInk);
			const lines = relocationLines(picture);
			lineCount += lines.length;
			const crossed = lines.flatMap((line) =>
				names.filter(
					(name) => line.x0 < name.x1 && line.x1 > name.x0 && line.y0 < name.y1 && line.y1 > name.y0
				)
			);
			expect(crossed, `${widthPx} px`).toEqual([]);
		}
		expect(lineCount).toBeGreaterThan(100);
	});

	it('has none through words that stand above a lane either', () => {
		const mir = sampleQuery(
			[5],
			{ widthPx: 480, heightPx: 900 },
			{ from: '1986-02-01', to: '2001-06-30' }
		);
		const picture = drawPicture(mir);
		const { lanes } = mir.scene.groups[0]!;
		const words = textBoxes(picture).filter(
			({ text }) => lanes.some(({ port }) => port.name === text) || text.startsWith('empty since')
		);
		expect(words.length).toBeGreaterThan(lanes.length);
		const lines = relocationLines(picture);
		expect(lines.length).toBeGreaterThan(5);
		const crossed = words.filter(({ x0, x1, y0, y1 }) =>
			lines.some((line) => line.x1 > x0 && line.x0 < x1 && line.y1 > y0 && line.y0 < y1)
		);
		expect(crossed.map(({ text }) => text)).toEqual([]);
	});

	it('names who is docked, whatever time is in view and however short the bar', () => {
		fc.assert(
			fc.property(sizes, places, spans, (size, stations, span) => {
				const query = sampleQuery(stations, size, span);
				const texts = new Set(textBoxes(drawPicture(query)).map(({ text }) => text));
				const { groups } = fitPicture(query.scene, query, query);
				const unnamed = groups
					.flatMap(({ group }) => group.lanes)
					.flatMap(({ status }) => status.docked)
					.filter(({ craft }) => !labelTexts(craft).some((text) => texts.has(text)));
				expect(unnamed.map(({ craft }) => craft)).toEqual([]);
			}),
			settings
		);
	});

	it('tells what its colours mean, however long its subtitle', () => {
		fc.assert(
			fc.property(sizes, places, spans, (size, stations, span) => {
				const query = sampleQuery(stations, size, span);
				const subtitle = `${query.subtitle}. What happened after 8 Oct is not known here`;
				const texts = textBoxes(drawPicture({ ...query, subtitle })).map(({ text }) => text);
				expect(texts).toEqual(expect.arrayContaining(kindsShown(query.scene)));
			}),
			settings
		);
	});

	it('leaves out no lane without saying so', () => {
		fc.assert(
			fc.property(sizes, places, spans, (size, stations, span) => {
				const query = sampleQuery(stations, size, span);
				const { groups } = fitPicture(query.scene, query, query);
				const count = (all: readonly { lanes: readonly unknown[] }[]) =>
					sum(all, ({ lanes }) => lanes.length);
				const shown = count(groups.map(({ group }) => group));
				expect(shown + sum(groups, ({ more }) => more)).toBe(count(query.scene.groups));
			}),
			settings
		);
	});
});

describe('where there is no room for all lanes', () => {
	const query = sampleQuery(
		[4, 5],
		{ widthPx: 800, heightPx: 500 },
		{ from: '1998-11-01', to: '2027-01-01', ports: 'all' }
	);
	const { groups } = fitPicture(query.scene, query, query);

	it('ports with what was asked for come before those that have none of it', () => {
		const modules = sampleQuery([4], { widthPx: 640, heightPx: 400 }, { kinds: ['module'] });
		const [station] = fitPicture(modules.scene, modules, modules).groups;
		expect(station!.more).toBeGreaterThan(0);
		expect(station!.group.lanes.every(({ stayCount }) => stayCount > 0)).toBe(true);
	});

	it('ports in use are shown, and the others are counted', () => {
		const [iss] = groups;
		const inUse = query.scene.groups[0]!.lanes.filter((lane) => lane.isInUse);
		const names = iss!.group.lanes.map(({ port }) => port.name);
		expect(inUse.map(({ port }) => port.name).filter((name) => !names.includes(name))).toEqual([]);
		const texts = textBoxes(drawPicture(query)).map(({ text }) => text);
		expect(texts).toContain(`${iss!.more} more ports: no room here`);
	});
});

it('a picture heads its columns as the page does: a share of time is called occupied', () => {
	const wide = drawPicture(sampleQuery([4], { widthPx: 1280, heightPx: 720 }));
	const texts = textBoxes(wide).map(({ text }) => text);
	expect(texts).toEqual(expect.arrayContaining(['Docked for', 'Occupied']));
	expect(texts).not.toContain('In use');
});

describe('ports that are folded', () => {
	const dates = { from: '2003-01-01', to: '2004-01-01' };
	const textsAt = (widthPx: number) =>
		textBoxes(drawPicture(sampleQuery([4], { widthPx, heightPx: 720 }, dates))).map(
			({ text }) => text
		);

	it('are told of with when they are visited, in a narrow picture by their number', () => {
		expect(textsAt(1280)).toContain(
			'20 more ports: 12 with modules only, 1 last visited Oct 2000, 7 not visited until Feb 2008'
		);
		expect(textsAt(360)).toContain('20 more ports');
	});
});

describe('a picture as SVG', () => {
	const slide = { widthPx: 1920, heightPx: 1080 };

	it('is the same for the same query', () => {
		expect(document(sampleQuery([4], slide))).toBe(document(sampleQuery([4], slide)));
	});

	it('has exactly the size asked for, and nothing from elsewhere', () => {
		const svg = document(sampleQuery([4, 18], { widthPx: 1234, heightPx: 777 }));
		expect(svg).toContain('width="1234" height="777"');
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
			/https?:|href|@import|<script/
		);
		expect(svg).not.toMatch(/var\(|NaN|undefined|Infinity/);
	});

	it('holds names as text, whatever is in them', () => {
		const query = sampleQuery([18], slide);
		const title = `<script>alert("1")</script> & 'more' \u{0}\u{D800}`;
		const svg = document({ ...query, title });
		expect(svg).not.toContain('<script');
		expect(svg).toContain(
			'&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39; \u{FFFD}'
		);
		for (const letter of ['\u{0}', '\u{D800}']) expect(svg.includes(letter)).toBe(false);
	});

	it('without a title has none', () => {
		const query = sampleQuery([18], slide);
		const texts = textBoxes(drawPicture({ ...query, title: undefined })).map(({ text }) => text);
		expect(texts).toContain('Tianhe aft');
		expect(texts).not.toContain(query.title);
	});

	it('rounds all corners of a bar alike, however narrow it is', () => {
		const mir = drawPicture(sampleQuery([5], slide, { from: '1986-01-01', to: '2001-07-01' }));
		const radii = mir.marks.flatMap((mark) => {
			if (typeof mark !== 'string' || !mark.includes('data-event')) return [];
			const corners = [...mark.matchAll(/A([\d.]+),/g)].map(([, radius]) => Number(radius));
			return corners.length === 4 ? [corners] : [];
		});
		expect(radii.length).toBeGreaterThan(50);
		for (const corners of radii) expect(new Set(corners).size, String(corners)).toBe(1);
	});

	it('draws a ground only where one is wanted', () => {
		const query = sampleQuery([18], slide);
		const ground = (background?: string) =>
			drawPicture({ ...query, background }).marks.find((mark) => typeof mark === 'string');
		expect(ground()).toContain('fill="#ffffff"');
		expect(ground('#123456')).toContain('fill="#123456"');
		expect(ground('transparent')).not.toMatch(/^<rect width="[\d.]+" height="[\d.]+" fill/);
	});

	it('tells which letters it needs', () => {
		const query = { ...sampleQuery([18], slide), title: 'Мир' };
		expect([...lettersOf(drawPicture(query))]).toEqual(
			expect.arrayContaining(['М', 'и', 'р', 'T'])
		);
	});
});
