import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { cutSegments, drawStay } from '../../../src/lib/timeline/segments.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';

const now = at('2024-06-01');
const viewEnd = at('2024-12-01');

/** `solid 03-01/06-01` for each segment. */
function drawn(plan: Partial<EventPlan>, knownUntil = now) {
	const event = makeEvent({ id: 1, docking: '2024-03-01T00:00Z', ...plan });
	const [stay] = buildCatalogue([event]).stays;
	const { segments, isOpen, isFaded } = drawStay(stay!, { now, knownUntil }, viewEnd);
	const day = (instant: number) => new Date(instant).toISOString().slice(5, 10);
	const stretches = segments.map(({ style, from, to }) => `${style} ${day(from)}/${day(to)}`);
	return [stretches.join(' '), [isOpen && 'open', isFaded && 'faded'].filter(Boolean).join()];
}

describe('drawStay', () => {
	const old = at('2024-05-01');
	it.each<[string, Partial<EventPlan>, number, string, string]>([
		['departed', { departure: '2024-04-01T00:00Z' }, now, 'solid 03-01/04-01', ''],
		['still docked', {}, now, 'solid 03-01/06-01', 'open'],
		['still docked, by data of May', {}, old, 'solid 03-01/05-01 pale 05-01/06-01', 'open'],
		[
			'docked after the data’s date',
			{ docking: '2024-05-20T00:00Z' },
			old,
			'solid 05-20/05-20 pale 05-20/06-01',
			'open'
		],
		[
			'leaving, by a plan',
			{ departure: '2024-07-01T00:00Z' },
			now,
			'solid 03-01/06-01 outline 06-01/07-01',
			''
		],
		[
			'leaving, by data of May',
			{ departure: '2024-07-01T00:00Z' },
			old,
			'solid 03-01/06-01 outline 06-01/07-01',
			''
		],
		[
			'planned',
			{ docking: '2024-08-01T00:00Z', departure: '2024-09-01T00:00Z' },
			now,
			'outline 08-01/09-01',
			''
		],
		['planned without end', { docking: '2024-08-01T00:00Z' }, now, 'outline 08-01/12-01', ''],
		['lost', { missionEnd: '2024-04-01T00:00Z' }, now, 'solid 03-01/04-01', 'faded'],
		['lost only after now', { missionEnd: '2024-07-01T00:00Z' }, now, 'solid 03-01/06-01', 'open'],
		['without length', { departure: '2024-03-01T00:00Z' }, now, 'solid 03-01/03-01', ''],
		['docked at this instant', { docking: '2024-06-01T00:00Z' }, now, 'solid 06-01/06-01', 'open']
	])('draws one %s %o, known until %d, as %s, %s', (_, plan, knownUntil, text, ends) => {
		expect(drawn(plan, at(new Date(knownUntil).toISOString()))).toEqual([text, ends]);
	});
});

describe('cutSegments', () => {
	const year = { from: at('2024-01-01'), to: at('2025-01-01') };
	const cut = (segments: Parameters<typeof cutSegments>[0]) =>
		cutSegments(segments, timeScale(year), year).map(({ style }) => style);
	const minute = (day: string) => (at(day) - 60_000) as typeof now;

	it('leaves out a speck of the plan that follows a bar to the end of the view', () => {
		const to = minute('2025-01-01');
		const solid = { style: 'solid', from: at('2024-03-01'), to } as const;
		const plan = { style: 'outline', from: to, to: at('2025-03-01') } as const;
		expect(cut([solid, plan])).toEqual(['solid']);
		expect(
			cut([
				{ ...solid, to: at('2024-12-01') },
				{ ...plan, from: at('2024-12-01') }
			])
		).toEqual(['solid', 'outline']);
	});

	it('keeps what is sure, and a stay’s only part, however short', () => {
		const solid = { style: 'solid', from: minute('2024-03-01'), to: at('2024-03-01') } as const;
		const pale = { style: 'pale', from: at('2024-03-01'), to: at('2024-06-01') } as const;
		const plan = { style: 'outline', from: minute('2024-03-01'), to: at('2024-03-01') } as const;
		expect(cut([solid, pale])).toEqual(['solid', 'pale']);
		expect(cut([plan])).toEqual(['outline']);
		expect(cut([{ ...solid, from: plan.from, to: plan.from }, plan])).toEqual(['outline']);
	});
});
