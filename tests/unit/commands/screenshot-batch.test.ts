import { describe, expect, it } from 'vitest';
import { readBatch, withDefaults } from '../../../src/commands/screenshot/batch.ts';
import { UsageFailure } from '../../../src/commands/screenshot/failure.ts';
import type { Given } from '../../../src/commands/screenshot/options.ts';

function batch(content: unknown, defaults: Given = {}) {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	return readBatch(text, { name: 'slides.json', defaults, folder: '/home/a' });
}

function refusal(content: unknown, defaults: Given = {}): string[] {
	try {
		batch(content, defaults);
	} catch (error) {
		if (error instanceof UsageFailure) return error.message.split('\n');
		throw error;
	}
	return [];
}

describe('readBatch', () => {
	it('takes an array, or an object that holds it, with numbers and lists', () => {
		const entries = [
			{ url: '/kiosk', station: [4, 18], preset: '4k', out: 'wall.png' },
			{ station: 4, width: 800, height: 600, scale: 2, out: 'b/iss.webp' }
		];
		const pictures = batch(entries);
		expect(pictures.map(({ out }) => out)).toEqual(['/home/a/wall.png', '/home/a/b/iss.webp']);
		expect(pictures[0]?.target.url.search).toBe('?station=4&station=18');
		expect(pictures[1]).toMatchObject({ format: 'webp', scale: 2 });
		expect(batch({ pictures: entries })).toEqual(pictures);
	});

	it.each<[unknown, string]>([
		['{', 'slides.json is no JSON: '],
		[[], 'slides.json holds no pictures; allowed: an array of pictures'],
		[{ picture: [] }, 'slides.json holds no pictures; allowed'],
		['"a"', 'slides.json holds no pictures; allowed'],
		[['a'], 'slides.json [0] is "a"; allowed: an object such as {"url": "/kiosk"}.'],
		[[null], 'slides.json [0] is null; allowed'],
		[[{}, { sise: '1x1' }], 'slides.json [1].sise is no option of a picture; allowed: url, size,'],
		[[{ batch: 'b.json' }], 'slides.json [0].batch is no option of a picture'],
		[[{ size: 'big' }], 'slides.json [0].size is "big"; allowed: width x height'],
		[[{ size: [800, 600] }], 'slides.json [0].size is [800,600]; allowed: text or a number.'],
		[[{ size: '' }], 'slides.json [0].size is ""; allowed: text or a number.'],
		[[{ station: true }], 'slides.json [0].station is true; allowed: text, a number, or a list.'],
		[[{ station: [] }], 'slides.json [0].station is []; allowed'],
		[[{ from: 'soon' }], 'slides.json [0].from must be an ISO 8601 date'],
		[[{ url: '/kiosk?span=x' }], 'slides.json [0].url: span must be'],
		[[{ span: '90d' }], 'slides.json [0].span is an option of /kiosk'],
		[
			[{ out: 'a.png' }, {}, { out: './a.png' }],
			'slides.json [2].out is "/home/a/a.png", and so is [0].out'
		]
	])('refuses %j', (content, sentence) => {
		const lines = refusal(content);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(sentence);
	});

	it('tells the mistakes of all entries at once', () => {
		const lines = refusal([{ size: 'big' }, { out: 'a.png' }, { theme: 'pink' }]);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toBe('slides.json [2].theme must be light, dark or auto, not “pink”.');
	});

	it('names the entry for a default that does not fit it', () => {
		expect(refusal([{ url: '/kiosk' }], { from: ['2026-01-01'] })[0]).toContain(
			'slides.json [0].from is an option of /'
		);
	});
});

describe('withDefaults', () => {
	it.each<[string, Given, Given, Given]>([
		[
			'fills what is open',
			{ station: ['4'] },
			{ theme: ['dark'] },
			{ station: ['4'], theme: ['dark'] }
		],
		['leaves what is told', { theme: ['light'] }, { theme: ['dark'] }, { theme: ['light'] }],
		[
			'a width leaves no size open',
			{ width: ['800'] },
			{ size: ['1x1'], height: ['5'], scale: ['2'] },
			{ width: ['800'], scale: ['2'] }
		],
		['a preset leaves no size open', { preset: ['4k'] }, { size: ['1x1'] }, { preset: ['4k'] }],
		['a name leaves no format open', { out: ['a.pdf'] }, { format: ['png'] }, { out: ['a.pdf'] }],
		['a bare name does', { out: ['a'] }, { format: ['png'] }, { out: ['a'], format: ['png'] }],
		[
			'what the url tells is told',
			{ url: ['/kiosk?station=4'] },
			{ station: ['18'], theme: ['dark'] },
			{ url: ['/kiosk?station=4'], theme: ['dark'] }
		],
		['the folder is no name', {}, { out: ['pictures'] }, {}]
	])('%s', (_claim, entry, defaults, merged) => {
		expect(withDefaults(entry, defaults)).toEqual(merged);
	});
});
