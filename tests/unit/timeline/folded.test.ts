import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { foldedText, foldPorts, moreText } from '../../../src/lib/timeline/folded.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule } from '../docking/make-event.ts';

const early = { docking: '1999-01-10T00:00Z', departure: '1999-05-20T00:00Z' };
const later = { docking: '2010-06-02T00:00Z', departure: '2010-12-01T00:00Z' };
const latest = { docking: '2018-12-01T00:00Z', departure: '2019-04-30T00:00Z' };
const overlong = { docking: '2018-01-01T00:00Z', departure: '2019-05-02T00:00Z' };
const planned = { docking: '2027-03-01T00:00Z' };
const open = { docking: '2026-09-01T00:00Z' };

type Visit = { readonly docking: string; readonly departure?: string };

/** What is said of ports with these visits, each beside a module, where `from` to `to` is shown. */
function textOf(
	ports: readonly (readonly Visit[])[],
	from: string,
	to: string,
	now = '2026-10-08'
) {
	const events = ports.flatMap((visits, port) => [
		makeModule({ id: 10 * port, portId: port, docking: '1998-12-01T00:00Z' }),
		...visits.map((visit, index) =>
			makeEvent({ ...visit, id: 10 * port + index + 1, portId: port })
		)
	]);
	const lanes = [...buildCatalogue(events).lanes.values()];
	return foldedText(foldPorts(lanes, 0, between(from, to), at(now)));
}

describe('the line of folded ports tells when they are visited', () => {
	it.each([
		['by modules alone', [[], []], 'with modules only'],
		['before the view', [[early, latest]], 'last visited Apr 2019'],
		['before it, several', [[early], [latest]], 'not visited since Apr 2019'],
		['not by the last that came', [[overlong, latest]], 'last visited May 2019'],
		['by a plan, which is no visit yet', [[planned]], 'with modules only'],
		['some of them', [[], [latest], []], '2 with modules only, 1 last visited Apr 2019']
	] as const)('%s', (_, ports, text) => {
		expect(textOf(ports, '2025-01-01', '2026-12-01')).toBe(text);
	});

	it.each([
		['after it, for the first time', [[later]], 'not visited until Jun 2010'],
		['after it, again', [[early, later]], 'not visited until Jun 2010'],
		[
			'each otherwise',
			[[], [early], [later, latest], [latest]],
			'1 with modules only, 1 last visited May 1999, 2 not visited until Jun 2010'
		]
	] as const)('%s, in a view of the past', (_, ports, text) => {
		expect(textOf(ports, '2003-01-01', '2004-01-01')).toBe(text);
	});

	it('never, where no module has come either', () => {
		const plan = { id: 1, portId: 1, docking: '2027-03-01T00:00Z' };
		const lanes = [...buildCatalogue([makeEvent(plan)]).lanes.values()];
		const view = between('2025-01-01', '2026-12-01');
		expect(foldedText(foldPorts(lanes, 0, view, at('2026-10-08')))).toBe('never visited');
	});

	it('as known at the view’s own now', () => {
		expect(textOf([[early, later]], '2003-01-01', '2004-01-01', '2004-01-01')).toBe(
			'last visited May 1999'
		);
	});

	it('until now where a view of the years to come knows no more', () => {
		expect(textOf([[open]], '2040-01-01', '2041-01-01')).toBe('last visited Oct 2026');
	});
});

it('moreText counts one port and several', () => {
	expect([1, 2].map(moreText)).toEqual(['1 more port', '2 more ports']);
});
