import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarName } from '../../../src/lib/export/calendar-name.ts';
import type { Excerpt } from '../../../src/lib/export/excerpt.ts';
import { calendarText, icsPieces } from '../../../src/lib/export/ics.ts';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { excerptNamed, excerptOf, excerptOfEvents } from './data-excerpt.ts';

const options = { name: 'Dockings at ISS', origin: 'https://berthline.example' };
const textOf = (excerpt: Excerpt, changes = {}) =>
	[...icsPieces(excerpt, { ...options, ...changes })].join('');
const eventsOf = (text: string) =>
	Object.values(sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');
const byUid = (text: string) => new Map(eventsOf(text).map((event) => [event.uid, event]));

const stay = { id: 5, docking: '2026-01-02T03:04:05Z', vehicle: 'Crew-13 Dragon' };
const place = { portName: 'Harmony forward', stationName: 'International Space Station' };

describe('a calendar', () => {
	it('read back by a parser has each docking and each departure of the stays', () => {
		const { stays } = sampleCatalogue();
		const events = byUid(textOf(excerptOf(sampleCatalogue())));
		const moments = stays.flatMap(({ id, docking, departure }) => [
			[`${id}-docking@berthline`, new Date(docking).toISOString()],
			...(departure === undefined
				? []
				: [[`${id}-departure@berthline`, new Date(departure).toISOString()]])
		]);
		expect(moments.length).toBeGreaterThan(1200);
		expect([...events].map(([uid, { start }]) => [uid, start.toISOString()])).toEqual(moments);
	});

	it('says in words what happens where', () => {
		const events = byUid(
			textOf(excerptOfEvents([{ ...stay, ...place, departure: '2026-03-04T05:06Z' }]))
		);
		const where = 'Harmony forward, International Space Station';
		expect(events.get('5-docking@berthline')).toMatchObject({
			summary: `Crew-13 Dragon docks at ${where}`,
			location: where,
			status: 'CONFIRMED',
			transparency: 'TRANSPARENT',
			url: 'https://berthline.example/events/5'
		});
		expect(events.get('5-departure@berthline')?.summary).toBe(`Crew-13 Dragon leaves ${where}`);
	});

	it('has moments: a beginning, and neither an end nor a length', () => {
		const text = textOf(excerptOfEvents([{ ...stay, departure: '2026-03-04T05:06Z' }]));
		expect(text.match(/^DTSTART:\d{8}T\d{6}Z\r$/gm)).toHaveLength(2);
		expect(text).not.toMatch(/^(DTEND|DURATION)/m);
	});

	it('has no departure of a stay that is open, or whose departure nobody knows', () => {
		const open = [stay, { ...stay, id: 6, flightId: 6, missionEnd: '2026-02-01T00:00Z' }];
		const uids = [...byUid(textOf(excerptOfEvents(open))).keys()];
		expect(uids).toEqual(['5-docking@berthline', '6-docking@berthline']);
	});

	it.each([
		['2026-01-02T03:04:04Z', 'TENTATIVE', 'TENTATIVE'],
		['2026-01-02T03:04:05Z', 'CONFIRMED', 'TENTATIVE'],
		['2026-03-04T05:06:07Z', 'CONFIRMED', 'CONFIRMED']
	])('is tentative where it is still ahead: at %s', (now, docking, departure) => {
		const plans = [{ ...stay, departure: '2026-03-04T05:06:07Z' }];
		const events = byUid(textOf(excerptOfEvents(plans, { now: at(now) })));
		expect(events.get('5-docking@berthline')?.status).toBe(docking);
		expect(events.get('5-departure@berthline')?.status).toBe(departure);
	});

	it('is the same for the same data, stamped with their date', () => {
		const excerpt = excerptOf(sampleCatalogue());
		expect(textOf(excerpt)).toBe(textOf(excerpt));
		const stamps = new Set(textOf(excerpt).match(/^DTSTAMP:.*$/gm));
		expect([...stamps]).toEqual(['DTSTAMP:20261008T113000Z\r'.slice(0, -1)]);
	});

	it('tells a subscriber its name and when to ask again', () => {
		const [head = ''] = textOf(excerptOf(sampleCatalogue())).split('BEGIN:VEVENT');
		for (const line of [
			'VERSION:2.0',
			'METHOD:PUBLISH',
			'NAME:Dockings at ISS',
			'X-WR-CALNAME:Dockings at ISS',
			'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
			'X-PUBLISHED-TTL:PT1H'
		])
			expect(head.split('\r\n')).toContain(line);
		expect(head.match(/^PRODID:/gm)).toHaveLength(1);
	});

	it('names the sources of the sample', () => {
		const credits = [{ name: 'GCAT', detail: 'CC BY 4.0' }];
		const text = textOf(excerptOf(sampleCatalogue(), { credits, stays: [] }));
		const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
		expect(calendar.getFirstPropertyValue('description')).toContain('GCAT (CC BY 4.0)');
	});

	it('without stays holds a component all the same, and leaves out addresses nobody knows', () => {
		const text = textOf(excerptOf(sampleCatalogue(), { stays: [] }), { origin: undefined });
		const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
		expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
		expect(text).not.toMatch(/^URL/m);
	});

	it('says where the hour is not known, and how long the stay was', () => {
		const plans = [
			{ ...stay, departure: '2026-03-04T05:06Z', precision: { docking: 'day' } as const }
		];
		const events = byUid(textOf(excerptOfEvents(plans)));
		expect(events.get('5-docking@berthline')?.description).toContain('Known to the day');
		expect(events.get('5-departure@berthline')?.description).toMatch(/^Stayed 61 d/m);
	});
});

describe('the lines of a calendar', () => {
	it('are at most 75 octets, end in CRLF, and cut no character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }), (name) => {
				const text = textOf(excerptNamed(name));
				expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
				for (const line of text.split('\r\n')) {
					expect(line).not.toMatch(/[\r\n]/);
					expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
					expect(line.isWellFormed(), line).toBe(true);
				}
			})
		);
	});

	it('keep any text in a name, but for control characters', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
				const text = textOf(excerptNamed(`x${name}x`));
				const said = `${calendarText(`x${name}x`)} docks at ${calendarText(`x${name}x`)}`;
				const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
				const [docking] = calendar.getAllSubcomponents('vevent');
				expect(docking?.getFirstPropertyValue('summary')).toBe(said);
				// node-ical takes an escaped backslash before an n for a line's end.
				if (!name.includes('\\'))
					expect(byUid(text).get('7-docking@berthline')?.summary).toBe(said);
				expect(eventsOf(text)).toHaveLength(2);
			}),
			{
				examples: ['\r\nEND:VEVENT\r\n', '\n', '\\n', ';,:', '"', '\\', '\t', '\u0000', '^n'].map(
					(one) => [one]
				)
			}
		);
	});

	it.each([
		['a\r\nb\rc\nd', 'a\nb\nc\nd'],
		['a\u0000\u0007\u001b\u007f\u0085b', 'ab'],
		['tab\tstays', 'tab\tstays'],
		['\ud800', '\ufffd']
	])('have %j as %j', (text, expected) => {
		expect(calendarText(text)).toBe(expected);
	});
});

describe('a calendar’s name', () => {
	it.each([
		[{}, 'Dockings at space stations'],
		[{ stations: [4] }, 'Dockings at ISS'],
		[{ stations: [4, 18, 'other', 999] as const }, 'Dockings at ISS and Tiangong'],
		[{ stations: [4], kinds: ['crew', 'cargo'] as const }, 'Crew and cargo dockings at ISS']
	])('of %j is %s', (filter, name) => {
		expect(calendarName(sampleCatalogue(), { ...everyStay, ...filter })).toBe(name);
	});
});
