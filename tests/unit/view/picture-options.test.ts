import { describe, expect, it } from 'vitest';
import { defaultPicture, parsePicture } from '../../../src/lib/view/picture-options.ts';

const parse = (query: string) => parsePicture(new URLSearchParams(query));

describe('the options of a picture', () => {
	it('are a slide’s when nothing is asked for', () => {
		expect(parse('')).toEqual(defaultPicture);
		expect(parse('width=&scale=&text=&background=&title=')).toEqual(defaultPicture);
	});

	it.each([
		['width=1200&height=630', { widthPx: 1200, heightPx: 630 }],
		['scale=2', { scale: 2 }],
		['scale=1.5', { scale: 1.5 }],
		['title=none', { title: 'none' }],
		['title=Two%20stations', { title: 'Two stations' }],
		['background=transparent', { background: 'transparent' }],
		['background=%23ABCDEF', { background: '#abcdef' }],
		['background=fff', { background: '#fff' }],
		['text=outline', { text: 'outline' }],
		['width=8192&height=4882', { widthPx: 8192, heightPx: 4882 }]
	])('are read: %s', (query, options) => {
		expect(parse(query)).toEqual({ ...defaultPicture, ...options });
	});

	it.each([
		['width=1e9', 'width must be whole pixels from 200 to 8192, not “1e9”.'],
		['width=8193', 'width must be whole pixels from 200 to 8192, not “8193”.'],
		['height=99', 'height must be whole pixels from 100 to 8192, not “99”.'],
		['height=-5', 'height must be whole pixels from 100 to 8192, not “-5”.'],
		['width=1920.5', 'width must be whole pixels from 200 to 8192, not “1920.5”.'],
		['scale=0', 'scale must be a number from 1 to 4, not “0”.'],
		['scale=5', 'scale must be a number from 1 to 4, not “5”.'],
		[
			'width=4097&scale=2',
			'scale must be small enough for sides of at most 8192 pixels, not 8194×2160.'
		],
		[
			'width=8192&height=4883',
			'width must be small enough for at most 40 megapixels, not 8192×4883.'
		],
		['background=red', 'background must be transparent or a hex colour such as ffffff, not “red”.'],
		[
			'background=12345',
			'background must be transparent or a hex colour such as ffffff, not “12345”.'
		],
		['text=path', 'text must be outline or left out, not “path”.']
	])('that make no sense are told in a sentence: %s', (query, sentence) => {
		expect(() => parse(query)).toThrow(sentence);
	});
});
