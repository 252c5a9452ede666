import { expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Stay } from '../../../src/lib/docking/stay.ts';
import { eventFacts, type EventContext } from '../../../src/lib/view/event-facts.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

const place = { portName: 'Unity nadir', hostName: 'International Space Station' };
const now = at('2026-10-08');

function told(changes: Partial<Stay>, context: Partial<EventContext> = {}): string[] {
	const [stay] = buildCatalogue([makeEvent({ id: 7, docking: '2024-01-01T00:00Z' })]).stays;
	const facts = eventFacts(
		{ ...stay!, ...changes },
		{ place, aliases: [], hasOwnNumber: false, ...context },
		{ now, knownUntil: now },
		'UTC'
	);
	return facts.map(({ term, text }) => `${term}: ${text}`);
}

it('a departure that no source tells is told where a departure would stand', () => {
	const facts = told({
		sources: { row: 'GCAT', docking: 'GCAT, attached', departure: 'none in GCAT of 2026-06-03' }
	});
	const at = facts.findIndex((fact) => fact.startsWith('Docked for: '));
	expect(facts[at + 1]).toBe('Departure: none in GCAT of 3 Jun 2026');
	expect(facts).toContain('Times from: docking: GCAT, attached');
});

it('where both times are from is one line, without what the source of all tells', () => {
	const departure = at('2024-05-01');
	const sources = { row: 'GCAT', docking: 'GCAT', departure: 'GCAT, undocking' };
	expect(told({ departure, sources })).toContain('Times from: departure: GCAT, undocking');
	expect(told({ departure, sources: { ...sources, departure: 'GCAT' } }).join()).not.toContain(
		'Times from'
	);
});

it('how long is told in years too where nobody counts the days', () => {
	expect(told({ departure: at('2024-03-01') })).toContain('Stayed: 60 d');
	expect(told({ departure: at('2026-09-27T05:00Z') })).toContain('Stayed: 1000 d 5 h (2 y 8 mo)');
	expect(told({})).toContain('Docked for: 1011 d so far (2 y 9 mo)');
});

it('the event’s number is told once, and whose it is', () => {
	const number = (facts: readonly string[]) => facts.filter((fact) => /\b7\b/.test(fact));
	expect(number(told({}))).toEqual(['Event: 7']);
	expect(number(told({}, { hasOwnNumber: true }))).toEqual([
		'Event: 7: Berthline’s own number, Launch Library 2’s is not known'
	]);
});
