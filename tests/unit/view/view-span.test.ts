import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { lifeOf } from '../../../src/lib/docking/lane.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { spanLength, type Span } from '../../../src/lib/time/span.ts';
import { viewLimits } from '../../../src/lib/view/limits.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { presetsOf, zoomed } from '../../../src/lib/view/presets.ts';
import { placedFilter, viewSpan, wholeLife } from '../../../src/lib/view/view-span.ts';
import { viewQuery } from '../../../src/lib/view/view-query.ts';
import { defaultView } from '../../../src/lib/view/view.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const sample = sampleCatalogue();
const now = at('2026-10-08T12:00Z');
const viewOf = (query: string) => parseView(new URLSearchParams(query));
const iso = ({ from, to }: { from: number; to: number }) =>
	[from, to].map((one) => new Date(one).toISOString().slice(0, 16)).join(' ');

describe('the span of a view', () => {
	it.each([
		['', '2025-04-08T12:00 2026-12-08T12:00'],
		['station=4', '2025-04-08T12:00 2026-12-08T12:00'],
		['station=4,5', '2025-04-08T12:00 2026-12-08T12:00'],
		['from=2026-01-01', '2026-01-01T00:00 2026-12-08T12:00'],
		['from=2026-12-08', '2026-12-08T00:00 2028-08-08T00:00'],
		['from=2030-01-31', '2030-01-31T00:00 2031-09-30T00:00'],
		['to=2024-12-31', '2023-05-01T00:00 2025-01-01T00:00'],
		['from=2024-01-01&to=2024-01-31', '2024-01-01T00:00 2024-02-01T00:00'],
		['station=5&from=2024-01-01&to=2024-01-31', '2024-01-01T00:00 2024-02-01T00:00'],
		['to=1950-02-01', '1950-01-01T00:00 1950-02-02T00:00'],
		['from=2149-12-01', '2149-12-01T00:00 2150-01-01T00:00']
	])('of “%s” is %s', (query, span) => {
		expect(iso(viewSpan(sample, viewOf(query), now))).toBe(span);
	});

	it('is the whole life of places that are gone', () => {
		const mir = viewSpan(sample, viewOf('station=5'), now);
		expect(mir.from).toBeLessThan(at('1986-03-15'));
		expect(mir.from).toBeGreaterThan(at('1985-01-01'));
		expect(mir.to).toBeGreaterThan(at('2001-03-23'));
		expect(mir.to).toBeLessThan(at('2002-01-01'));
	});

	it('is as ever for a place that nobody knows', () => {
		expect(viewSpan(sample, viewOf('station=999'), now)).toEqual(
			viewSpan(sample, defaultView, now)
		);
	});

	it('never leaves what an address may name, whatever the data and the clock say', () => {
		const far = buildCatalogue([
			makeEvent({ id: 1, stationId: 77, docking: '9999-12-31T23:59:59Z' }),
			makeEvent({
				id: 2,
				stationId: 77,
				docking: '1900-01-01T00:00Z',
				departure: '1901-01-01T00:00Z'
			})
		]);
		const life = wholeLife(lifeOf([...far.lanes.values()], now)!);
		expect(life).toEqual(viewLimits);
		for (const moment of ['1950-01-01', '2149-12-31']) {
			for (const query of ['', 'station=77', `from=${moment}`, `to=${moment}`]) {
				const span = viewSpan(far, viewOf(query), at(moment));
				expect(viewSpan(far, { ...defaultView, ...span }, now)).toEqual(span);
				expect(viewOf(viewQuery({ ...defaultView, ...span }))).toMatchObject(span);
			}
		}
	});
});

describe('placedFilter', () => {
	const stations = (query: string, moment = now) =>
		placedFilter(sample, viewOf(query).filter, moment).stations;

	it('chooses the active stations where nobody chose', () => {
		expect(stations('')).toEqual([4, 18]);
		expect(stations('kind=crew&q=x')).toEqual([4, 18]);
		expect(stations('', at('1995-01-01'))).toEqual([5]);
	});

	it('leaves a choice of stations or ports as it is', () => {
		expect(stations('station=5,other')).toEqual([5, 'other']);
		expect(stations('port=19')).toEqual([]);
	});

	it('shows no station while none is active, rather than all', () => {
		expect(stations('', at('1960-01-01'))).toEqual([-1]);
	});
});

describe('presets', () => {
	const life = between('1998-12-01', '2026-10-10');
	const presets = (query = '', moment = now) => {
		const view = viewOf(query);
		return presetsOf(view, { span: viewSpan(sample, view, moment), now: moment, life });
	};

	it('lead to spans of whole days around now, to the default without dates, to all of it', () => {
		const queries = presets('station=&kind=crew').map(({ name, view }) => [name, viewQuery(view)]);
		expect(queries).toEqual([
			['6 mo', '?kind=crew&from=2026-05-08&to=2026-11-08'],
			['20 mo', '?kind=crew'],
			['2 y', '?kind=crew&from=2024-12-08&to=2026-12-08'],
			['5 y', '?kind=crew&from=2022-01-08&to=2027-01-08'],
			['10 y', '?kind=crew&from=2017-04-08&to=2027-04-08'],
			['All', '?kind=crew&from=1998-12-01&to=2026-10-09']
		]);
	});

	it('tell which of them is chosen', () => {
		const chosen = (query: string) =>
			presets(query)
				.filter((one) => one.isChosen)
				.map((one) => one.name);
		expect(chosen('')).toEqual(['20 mo']);
		expect(chosen('from=2026-05-08&to=2026-11-08')).toEqual(['6 mo']);
		expect(chosen('from=2026-05-08&to=2026-11-09')).toEqual([]);
	});

	it('tell it of what is shown, where the address has no dates', () => {
		const chosen = (query: string, life: Span) => {
			const view = viewOf(query);
			return presetsOf(view, { span: viewSpan(sample, view, now), now, life })
				.filter((one) => one.isChosen)
				.map((one) => one.name);
		};
		const mir = viewSpan(sample, viewOf('station=5'), now);
		expect(chosen('station=4', life)).toEqual(['20 mo']);
		expect(chosen('station=5', mir)).toEqual(['All']);
	});

	it('lead to addresses that can be opened, at the ends of time too', () => {
		for (const moment of [viewLimits.from, instant(viewLimits.to - 1)]) {
			const life = { from: at('1900-01-01'), to: at('9999-01-01') };
			for (const { view } of presetsOf(viewOf(''), { span: life, now: moment, life })) {
				expect(viewOf(viewQuery(view))).toEqual(view);
			}
		}
	});
});

describe('zoomed', () => {
	it('halves and doubles a span about its middle, to whole days where it is long', () => {
		const span = between('2026-01-01', '2026-03-02');
		expect(iso(zoomed(span, 0.5))).toBe('2026-01-16T00:00 2026-02-15T00:00');
		expect(iso(zoomed(span, 2))).toBe('2025-12-02T00:00 2026-04-01T00:00');
		expect(iso(zoomed(between('2026-01-01', '2026-01-02'), 0.5))).toBe(
			'2026-01-01T06:00 2026-01-01T18:00'
		);
	});

	it('ends at whole minutes where it is short', () => {
		const span = between('2026-01-01T00:00Z', '2026-01-01T05:01Z');
		const { from, to } = zoomed(span, 0.5);
		expect([from % 60_000, to % 60_000]).toEqual([0, 0]);
	});

	it('leads to addresses that can be opened, however often it is done', () => {
		const epochMs = fc.integer({ min: viewLimits.from, max: viewLimits.to - 60_000 });
		fc.assert(
			fc.property(
				epochMs,
				fc.integer({ min: 60_000, max: 1e12 }),
				fc.constantFrom(0.5, 2),
				(from, lengthMs, factor) => {
					let span = { from: instant(from), to: instant(Math.min(from + lengthMs, viewLimits.to)) };
					for (let step = 0; step < 40; step++) {
						const next = zoomed(span, factor);
						expect(viewOf(viewQuery({ ...defaultView, ...next }))).toMatchObject(next);
						if (factor < 1)
							expect(spanLength(next)).toBeLessThanOrEqual(Math.max(spanLength(span), 60_000));
						span = next;
					}
				}
			),
			{ numRuns: 50 }
		);
	});
});
