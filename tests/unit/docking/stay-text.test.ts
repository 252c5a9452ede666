import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { detailsOf } from '../../../src/lib/docking/stay-details.ts';
import { stayFacts, stayKindText } from '../../../src/lib/docking/stay-facts.ts';
import { dockedFor, placeText, stayLength, stayName } from '../../../src/lib/docking/stay-text.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from './make-event.ts';

function stayOf(plan: Partial<EventPlan>) {
	const event = makeEvent({
		id: 1,
		docking: '2026-10-01T12:00Z',
		vehicle: 'Progress MS-35',
		...plan
	});
	return buildCatalogue([event]).stays[0]!;
}

const now = at('2026-10-08T00:20Z');
const day = (part: 'docking' | 'departure') => ({ precision: { [part]: 'day' as const } });

describe('the accessible name of a stay', () => {
	it.each<[string, Partial<EventPlan>, string]>([
		[
			'departed',
			{ docking: '2024-01-17T17:46Z', departure: '2024-11-10T08:30Z' },
			'docked 17 Jan 2024 17:46 UTC, departed 10 Nov 2024 08:30 UTC, 297 d 14 h'
		],
		['open', {}, 'docked 1 Oct 2026 12:00 UTC, still docked, 6 d 12 h so far'],
		['planned', { docking: '2026-10-27T09:00Z' }, 'planned for 27 Oct 2026'],
		[
			'leaving',
			{ departure: '2026-10-20T09:00Z' },
			'docked 1 Oct 2026 12:00 UTC, still docked, 6 d 12 h so far, departure planned for 20 Oct 2026 09:00 UTC'
		],
		['lost', { missionEnd: '2026-10-05T00:00Z' }, 'docked 1 Oct 2026 12:00 UTC, departure unknown'],
		[
			'departed, known to the day',
			{ departure: '2026-10-07', ...day('departure') },
			'docked 1 Oct 2026 12:00 UTC, departed 7 Oct 2026, 6 d'
		],
		[
			'docked, known to the day',
			{ docking: '2026-10-01', ...day('docking') },
			'docked 1 Oct 2026, still docked, 7 d so far'
		]
	])('tells, %s, %o as “%s”', (_, plan, text) => {
		const clock = { now, knownUntil: now };
		const name = stayName(stayOf(plan), 'Zvezda aft', clock);
		expect(name).toBe(`Progress MS-35 at Zvezda aft, ${text}`);
	});

	it.each([
		['2026-10-07T00:20Z', {}, 'still docked, 6 d 12 h so far'],
		['2026-10-07T00:19Z', {}, 'still docked, 6 d 12 h so far, unless it left after 7 Oct 2026'],
		['2026-09-30T00:00Z', {}, 'still docked, 6 d 12 h so far'],
		['2026-10-05T00:00Z', { departure: '2026-10-07T12:00Z' }, '6 d']
	])('tells, of data known until %s and %o, “%s”', (knownUntil, plan, end) => {
		const clock = { now, knownUntil: at(knownUntil) };
		expect(stayName(stayOf(plan), 'Zvezda aft', clock).endsWith(`, ${end}`)).toBe(true);
	});
});

it('a place is its port and its host, and named once where both are called alike', () => {
	expect(placeText('Harmony forward', 'ISS')).toBe('Harmony forward, ISS');
	expect(placeText('Intelsat 901', 'Intelsat 901')).toBe('Intelsat 901');
});

describe('the length of a stay', () => {
	it('is nothing at all for one that left as it came', () => {
		expect(stayLength(stayOf({ departure: '2026-10-01T12:00Z' }), now)).toBe('less than 1 min');
	});

	it('is told at least, up to the data’s own date, where that lies before now', () => {
		const stay = stayOf({});
		expect(dockedFor(stay, now, at('2026-10-03T12:00Z'))).toBe('at least 2 d');
		expect(dockedFor(stay, now, now)).toBe('6 d 12 h');
	});
});

describe('the details of a stay', () => {
	const place = { portName: 'Zvezda aft', hostName: 'International Space Station' };
	const facts = (plan: Partial<EventPlan>, moves = {}, knownUntil = now) => {
		const stay = stayOf(plan);
		const told = stayFacts(stay, detailsOf(stay), { ...place, ...moves }, { now, knownUntil });
		return Object.fromEntries(told.map(({ term, text }) => [term, text]));
	};

	it('say when it came, that it is there, and where from', () => {
		expect(facts({}, { fromPort: 'Poisk zenith' })).toEqual({
			Port: 'Zvezda aft, International Space Station',
			Docked: '1 Oct 2026, 12:00 UTC',
			'Docked for': '6 d 12 h so far',
			Moved: 'here from Poisk zenith',
			Source: 'Launch Library 2, docking event 1'
		});
	});

	it('name once a port that is called like its host', () => {
		const alike = { portName: 'Intelsat 901', hostName: 'Intelsat 901' };
		expect(facts({}, alike)).toHaveProperty('Port', 'Intelsat 901');
	});

	it('say of a planned stay neither docked nor how long', () => {
		const planned = facts({ docking: '2026-10-27T09:00Z', departure: '2026-11-27T09:00Z' });
		expect(planned).toMatchObject({
			'Planned for': '27 Oct 2026, 09:00 UTC',
			Leaves: '27 Nov 2026, 09:00 UTC'
		});
		expect(planned).not.toHaveProperty('Docked');
		expect(planned).not.toHaveProperty('Docked for');
	});

	it('say that a departure is unknown, and by when it was', () => {
		const lost = facts({ missionEnd: '2026-10-05T00:00Z' });
		expect(lost['Departed']).toBe('unknown, before 5 Oct 2026, 00:00 UTC');
		expect(lost).not.toHaveProperty('Stayed');
	});

	it('say no more than the data know', () => {
		const old = facts({}, {}, at('2026-10-03T12:00Z'));
		expect(old['Docked for']).toBe('at least 2 d so far');
	});

	it('name the sample’s sources in full', () => {
		const sources = facts({ departure: '2026-10-07', ...day('departure') });
		expect(sources).toMatchObject({
			Departed: '7 Oct 2026',
			Stayed: '6 d',
			Source: 'GCAT, event 1'
		});
	});

	it('leave out, until they have come, what only they know, and keep their order', () => {
		const stay = {
			...stayOf({ mission: 'CRS-1', launchName: 'Falcon 9 | CRS-1' }),
			vehicle: 'Dragon C103',
			serial: 'C103'
		};
		const clock = { now, knownUntil: now };
		const terms = (details: ReturnType<typeof detailsOf> | undefined) =>
			stayFacts(stay, details, { ...place, toPort: 'Rassvet nadir' }, clock).map(
				({ term }) => term
			);
		const all = ['Vehicle', 'Port', 'Docked', 'Docked for', 'Moved', 'Launched', 'Source'];
		expect(terms(detailsOf(stay))).toEqual(all);
		expect(terms(undefined)).toEqual(['Port', 'Docked', 'Docked for', 'Moved']);
	});

	it('tell a serial number once: not where the vehicle’s name has it', () => {
		const stay = { ...stayOf({ mission: 'CRS-1' }), serial: 'C103' };
		const vehicle = (name: string) =>
			stayFacts(stay, { ...detailsOf(stay), vehicle: name }, place, { now, knownUntil: now }).find(
				({ term }) => term === 'Vehicle'
			)?.text;
		expect(vehicle('Dragon C103')).toBe('Dragon C103');
		expect(vehicle('Dragon')).toBe('Dragon, serial C103');
	});

	it('call a serial number so where the vehicle is called like the craft', () => {
		const stay = { ...stayOf({ vehicle: 'Tianzhou-7' }), serial: '7' };
		const told = stayFacts(stay, detailsOf(stay), place, { now, knownUntil: now });
		expect(told[0]).toEqual({ term: 'Serial', text: '7' });
		expect(told.map(({ term }) => term)).not.toContain('Vehicle');
	});

	it('name no launch that is called only as the craft is', () => {
		const launched = (launchName: string) => facts({ vehicle: 'Columbus', launchName })['Launched'];
		expect(launched('STS-122')).toContain('STS-122');
		expect(launched('Columbus')).toBeUndefined();
	});

	it('say who flies it once they have come', () => {
		const stay = stayOf({ agencyId: 63 });
		expect(stayKindText(stay, detailsOf(stay))).toBe('cargo, Agency 63');
		expect(stayKindText(stay, undefined)).toBe('cargo');
	});
});
