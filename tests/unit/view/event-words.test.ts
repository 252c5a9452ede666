import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { eventHeading, stayTimeText } from '../../../src/lib/view/event-words.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';

const place = { portName: 'Harmony forward', hostName: 'International Space Station' };
const left = { departure: '2024-01-11T14:00Z' };
const unnoticed = { missionEnd: '2024-01-09T00:00Z' };

function told(plan: Partial<EventPlan>, now: string, knownUntil = now) {
	const [stay] = buildCatalogue([
		makeEvent({ id: 1, docking: '2024-01-01T00:00Z', ...plan })
	]).stays;
	const clock = { now: at(now), knownUntil: at(knownUntil) };
	const heading = eventHeading(stay!, place, clock);
	const start = `${stay!.craft} at Harmony forward, International Space Station: `;
	expect(heading.startsWith(start)).toBe(true);
	return [heading.slice(start.length), stayTimeText(stay!, clock, 'UTC')];
}

it('an event’s heading names once a port that is called like its host', () => {
	const [stay] = buildCatalogue([
		makeEvent({ id: 1, docking: '2024-01-01T00:00Z', ...left })
	]).stays;
	const alike = { portName: 'Intelsat 901', hostName: 'Intelsat 901' };
	const clock = { now: at('2024-06-01'), knownUntil: at('2024-06-01') };
	expect(eventHeading(stay!, alike, clock)).toBe(`${stay!.craft} at Intelsat 901: 10 d 14 h`);
});

describe('an event’s heading, and the line of another stay of its craft', () => {
	it.each<[string, Partial<EventPlan>, string, string, string, string]>([
		['still there', {}, '2024-01-03', '2024-01-03', 'docked for 2 d so far', '2 d so far'],
		[
			'still there by old data',
			{},
			'2024-06-01',
			'2024-01-03',
			'docked for at least 2 d so far',
			'at least 2 d so far'
		],
		[
			'docked after the data’s date',
			{},
			'2024-01-03',
			'2023-12-31',
			'docked for 2 d so far',
			'2 d so far'
		],
		['left', left, '2024-06-01', '2024-06-01', '10 d 14 h', '10 d 14 h'],
		['left unnoticed', unnoticed, '2024-06-01', '2024-06-01', 'length unknown', 'length unknown']
	])('tell how long: %s', (_, plan, now, knownUntil, heading, length) => {
		const line = `docked 1 Jan 2024, 00:00 UTC, ${length}`;
		expect(told(plan, now, knownUntil)).toEqual([heading, line]);
	});

	it('tell of a stay to come that it is planned, and no length', () => {
		const line = 'planned for 1 Jan 2024, 00:00 UTC';
		expect(told({}, '2023-12-01')).toEqual(['planned for 1 Jan 2024', line]);
	});
});
