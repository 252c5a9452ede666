import { describe, expect, it } from 'vitest';
import { hrefOf, readTarget, shownAddress } from '../../../src/commands/screenshot/address.ts';
import { readCommandLine } from '../../../src/commands/screenshot/command-line.ts';
import { commonExitCode, UsageFailure } from '../../../src/commands/screenshot/failure.ts';
import { helpText } from '../../../src/commands/screenshot/help.ts';
import { kioskNames, optionNames, pageNames } from '../../../src/commands/screenshot/options.ts';
import type { Given } from '../../../src/commands/screenshot/options.ts';
import { readPicture } from '../../../src/commands/screenshot/picture.ts';
import { presets } from '../../../src/commands/screenshot/presets.ts';
import { parseKiosk } from '../../../src/lib/view/kiosk-options.ts';
import { defaultView } from '../../../src/lib/view/view.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { viewPairs } from '../../../src/lib/view/view-query.ts';

const option = (name: string) => `--${name}`;

/** The picture that a command line asks for. */
function picture(...args: string[]) {
	return readPicture(readCommandLine(args).given, option, '/home/a');
}

/** What a command line is refused with. */
function refusal(...args: string[]): string {
	try {
		picture(...args);
	} catch (error) {
		if (error instanceof UsageFailure) return error.message;
		throw error;
	}
	return 'not refused';
}

describe('readCommandLine', () => {
	it('takes values as words of their own and after an equals sign', () => {
		const { given, isHelp, batch } = readCommandLine(['--size', '800x600', '--theme=dark']);
		expect(given).toEqual({ size: ['800x600'], theme: ['dark'] });
		expect({ isHelp, batch }).toEqual({ isHelp: false, batch: undefined });
	});

	it('takes a name of the query several times, and a value that begins with a minus', () => {
		const args = ['--station', '4', '--station', '18', '--sort', '-docking'];
		expect(readCommandLine(args).given).toEqual({ station: ['4', '18'], sort: ['-docking'] });
	});

	it('takes an empty value of a query’s name: dim is a switch', () => {
		expect(readCommandLine(['--dim=']).given).toEqual({ dim: [''] });
	});

	it.each([['--help'], ['-h']])('knows %s', (name) => {
		expect(readCommandLine(['--size', '1x1', name]).isHelp).toBe(true);
	});

	it.each([
		[['--sise', '1x1'], 'There is no option --sise. See "npm run screenshot -- --help".'],
		[['-x'], 'There is no option -x.'],
		[['--size'], '--size needs a value.'],
		[['--size', '--theme', 'dark'], '--size needs a value.'],
		[['--out='], '--out needs a value.'],
		[['--out', 'a.png', '--out', 'b.png'], '--out is given twice.'],
		[['--batch', 'a', '--batch', 'b'], '--batch is given twice.'],
		[['iss.png'], '"iss.png" belongs to no option.']
	])('refuses %j', (args, sentence) => {
		expect(() => readCommandLine(args)).toThrow(sentence);
		expect(() => readCommandLine(args)).toThrow('--help');
	});
});

describe('the options', () => {
	it('are all names of the query of /', () => {
		const at = instant(Date.UTC(2026, 9, 8, 12));
		const written = viewPairs({
			filter: {
				stations: [4],
				ports: [32],
				kinds: ['crew'],
				agencies: [1],
				text: 'x',
				isDockedNow: true
			},
			from: at,
			to: at,
			now: at,
			theme: 'dark',
			zone: 'local',
			sort: { column: 'craft', isDescending: true },
			order: 'name',
			collapsed: [4],
			mode: 'table',
			ports: 'all'
		}).map(([name]) => name);
		expect(written.toSorted()).toEqual([...pageNames].toSorted());
		expect(viewPairs(defaultView)).toEqual([]);
	});

	it('are all names of the query of /kiosk: each is refused nonsense by it', () => {
		const problems = kioskNames.map(
			(name) => parseKiosk(new URLSearchParams({ [name]: '!' })).problems[0]?.parameter
		);
		expect(problems).toEqual([...kioskNames]);
	});

	it('are all told by the help, with every preset', () => {
		const told = helpText();
		const words = new Set(told.split(/[^\w]+/));
		expect([...optionNames, 'batch', 'help'].filter((name) => !words.has(name))).toEqual([]);
		expect(Object.keys(presets).filter((name) => !words.has(name))).toEqual([]);
		expect(told.split('\n').filter((line) => line.length > 100)).toEqual([]);
	});
});

describe('sizes', () => {
	it.each<[string[], [number, number, number]]>([
		[[], [1920, 1080, 1]],
		[
			['--preset', 'square'],
			[1080, 1080, 1]
		],
		[
			['--preset', 'story'],
			[1080, 1920, 1]
		],
		[
			['--preset', '4K'],
			[3840, 2160, 1]
		],
		[
			['--preset', 'paper'],
			[1123, 794, 1]
		],
		[
			['--size', '3840x2160'],
			[3840, 2160, 1]
		],
		[
			['--size', '800×600', '--preset', 'square', '--scale', '2'],
			[800, 600, 2]
		],
		[
			['--width', '1280'],
			[1280, 1080, 1]
		],
		[
			['--height', '1350', '--preset', 'square'],
			[1080, 1350, 1]
		],
		[
			['--width', '4000', '--height', '2500', '--scale', '3'],
			[4000, 2500, 3]
		],
		[
			['--size', '16384x6103'],
			[16384, 6103, 1]
		],
		[
			['--size', '4000x4000', '--scale', '4', '--format', 'pdf'],
			[4000, 4000, 1]
		]
	])('%j', (args, [width, height, scale]) => {
		expect(picture(...args)).toMatchObject({ size: { width, height }, scale });
	});

	it.each([
		[['--size', 'big'], '--size is "big"; allowed: width x height such as 1920x1080'],
		[['--size', '0x100'], '--size is "0x100"; allowed'],
		[['--size', '1920'], '--size is "1920"; allowed'],
		[['--width', '1e9'], '--width is "1e9"; allowed: whole CSS pixels from 16 to 16384.'],
		[['--height', '-5'], '--height is "-5"; allowed'],
		[['--width', '99999'], '--width is "99999"; allowed'],
		[['--size', '1x1', '--width', '5'], '--size and --width exclude each other: use one.'],
		[['--scale', '5'], '--scale is "5"; allowed: 1, 2, 3, 4.'],
		[['--scale', '1.5'], '--scale is "1.5"; allowed'],
		[['--size', '16385x100'], '--size gives 16385×100 pixels; allowed: at most 16384 a side'],
		[['--size', '10001x10000'], '--size gives 10001×10000 pixels; allowed: at most 16384 a side'],
		[['--preset', '4k', '--scale', '4'], '--scale and --preset gives 15360×8640 pixels'],
		[
			['--size', '16384x100', '--format', 'webp'],
			'at most 16383 a side and 100 megapixels in WEBP'
		],
		[['--preset', 'poster'], '--preset is "poster"; allowed: slide, square, story, 4k, paper.'],
		[['--preset', 'toString'], '--preset is "toString"; allowed']
	])('refuses %j', (args, sentence) => {
		expect(refusal(...args)).toContain(sentence);
	});
});

describe('formats and names', () => {
	it.each([
		[[], 'png', '/home/a/berthline.png'],
		[['--out', 'iss.png'], 'png', '/home/a/iss.png'],
		[['--out', 'iss.PDF'], 'pdf', '/home/a/iss.PDF'],
		[['--out', '/tmp/x/iss.webp'], 'webp', '/tmp/x/iss.webp'],
		[['--out', 'iss', '--format', 'webp'], 'webp', '/home/a/iss'],
		[['--out', 'iss'], 'png', '/home/a/iss'],
		[['--preset', 'paper'], 'pdf', '/home/a/berthline.pdf'],
		[['--preset', 'paper', '--out', 'iss.png'], 'png', '/home/a/iss.png'],
		[['--preset', 'paper', '--format', 'png'], 'png', '/home/a/berthline.png'],
		[['--out', '-', '--format', 'pdf'], 'pdf', '-'],
		[['--out', 'pictures/'], 'png', '/home/a/pictures/berthline.png'],
		[
			['--url', '/kiosk?station=4', '--now', '2026-10-08T12:00Z'],
			'png',
			'/home/a/berthline-kiosk-2026-10-08.png'
		],
		[['--url', '/events/529'], 'png', '/home/a/berthline-events-529.png'],
		[['--url', 'http://wall:3000/?now=2026-10-08'], 'png', '/home/a/berthline-2026-10-08.png']
	])('%j is a %s at %s', (args, format, out) => {
		expect(picture(...args)).toMatchObject({ format, out });
	});

	it.each([
		[['--format', 'gif'], '--format is "gif"; allowed: png, pdf, webp.'],
		[['--out', 'iss.jpg'], '--out is "iss.jpg"; allowed: a name in .png, .pdf, .webp'],
		[['--out', 'iss.png', '--format', 'pdf'], 'they tell different formats']
	])('refuses %j', (args, sentence) => {
		expect(refusal(...args)).toContain(sentence);
	});

	it('a sheet of paper is A4 unless a size is given', () => {
		expect(picture('--preset', 'paper')).toMatchObject({ isSheet: true, isPrint: true });
		expect(picture('--preset', 'paper', '--size', '800x600').isSheet).toBe(false);
		expect(picture('--format', 'pdf')).toMatchObject({ isSheet: false, isPrint: false });
	});
});

describe('addresses', () => {
	const href = (given: Given) => hrefOf(readTarget(given, option), 'http://127.0.0.1:5');

	it.each<[Given, string]>([
		[{}, 'http://127.0.0.1:5/'],
		[{ station: ['4', '18'] }, 'http://127.0.0.1:5/?station=4&station=18'],
		[{ url: ['/kiosk?station=4&span=1y'] }, 'http://127.0.0.1:5/kiosk?station=4&span=1y'],
		[{ url: ['/?q=a%20b&station=4'], station: ['18'] }, 'http://127.0.0.1:5/?q=a+b&station=18'],
		[{ url: ['http://wall:3000/kiosk'], theme: ['dark'] }, 'http://wall:3000/kiosk?theme=dark'],
		[{ url: ['/?order=name#x'] }, 'http://127.0.0.1:5/?order=name#x'],
		[{ now: ['2026-10-08T12:00+02:00'] }, 'http://127.0.0.1:5/?now=2026-10-08T12%3A00%2B02%3A00']
	])('%j', (given, expected) => {
		expect(href(given)).toBe(expected);
	});

	it('now and theme also rule the browser, from an option or from the url', () => {
		const noon = Date.UTC(2026, 9, 8, 12);
		const given = { url: ['/kiosk?now=2026-10-08T12:00Z&theme=DARK'] };
		expect(readTarget(given, option)).toMatchObject({ now: noon, colorScheme: 'dark' });
		const asked = { url: ['/events/529'], now: ['2026-10-08T12:00Z'], theme: ['auto'] };
		expect(readTarget(asked, option)).toMatchObject({ now: noon, colorScheme: 'light' });
		expect(readTarget({}, option).now).toBeUndefined();
	});

	it('shows an address without its password', () => {
		const target = readTarget({ url: ['http://me:hush@wall:3000/kiosk?station=4'] }, option);
		expect(shownAddress(target)).toBe('http://wall:3000/kiosk?station=4');
	});

	it.each([
		[['--url', 'kiosk'], '--url is "kiosk"; allowed: a path such as /kiosk?station=4'],
		[['--url', 'localhost:3000/kiosk'], '--url is "localhost:3000/kiosk"; allowed'],
		[['--url', 'file:///etc/passwd'], '--url is "file:///etc/passwd"; allowed'],
		[['--url', '//elsewhere/x'], '--url is "//elsewhere/x"; allowed'],
		[['--url', '/\\elsewhere/x'], 'allowed'],
		[['--url', 'http://'], '--url is "http://"; allowed'],
		[['--from', 'soon'], '--from must be an ISO 8601 date'],
		[['--from', '2026-02-01', '--to', '2026-01-01'], '--from must be before to'],
		[['--url', '/?from=soon'], '--url: from must be an ISO 8601 date'],
		[['--station', 'abc'], '--station must be Launch Library 2 station ids'],
		[['--theme', 'pink'], '--theme must be light, dark or auto, not “pink”.'],
		[['--theme', 'dark', '--theme', 'light'], '--theme must be'],
		[['--now', 'noon', '--url', '/events/529'], '--now must be'],
		[['--now', 'noon', '--url', '/elsewhere'], '--now must be'],
		[['--url', '/kiosk', '--dwell', 'x'], '--dwell must be whole seconds'],
		[['--url', '/kiosk?span=x'], '--url: span must be'],
		[['--url', '/elsewhere', '--span', 'x'], '--span must be'],
		[['--span', '90d'], '--span is an option of /kiosk, and the page is /'],
		[
			['--url', '/kiosk', '--from', '2026-01-01'],
			'--from is an option of /, and the page is /kiosk'
		]
	])('refuses %j', (args, sentence) => {
		expect(refusal(...args)).toContain(sentence);
	});

	it('leaves what other pages mean by their own names to them', () => {
		expect(href({ url: ['/2.3.0/docking_events/?now=x&from=y'] })).toContain('now=x&from=y');
	});
});

describe('commonExitCode', () => {
	it.each([
		[[0, 0], 0],
		[[0, 73, 73], 73],
		[[1, 73], 1],
		[[1, 0], 1]
	])('of %j is %i', (codes, code) => {
		expect(commonExitCode(codes)).toBe(code);
	});
});
