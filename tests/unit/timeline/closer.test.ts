import { describe, expect, it } from 'vitest';
import { spanLength } from '../../../src/lib/time/span.ts';
import { closerTo } from '../../../src/lib/timeline/closer.ts';
import { at, between } from '../at.ts';

const year = between('2020-01-01', '2021-01-01');

describe('closerTo', () => {
	it('leads to all of a short run, with a tenth on either side', () => {
		expect(closerTo(between('2020-03-01', '2020-03-11'), year)).toEqual(
			between('2020-02-29', '2020-03-12')
		);
	});

	it('leaves an hour beside a run of minutes', () => {
		const run = { from: at('2020-03-01T10:00Z'), to: at('2020-03-01T10:10Z') };
		expect(closerTo(run, year)).toEqual({
			from: at('2020-03-01T09:00Z'),
			to: at('2020-03-01T11:10Z')
		});
	});

	it('looks at what is seen of a run that goes on', () => {
		expect(closerTo(between('2010-01-01', '2020-01-11'), year)).toEqual(
			between('2019-12-31', '2020-01-12')
		);
	});

	it('goes closer to a run that fills the view, about the place that was meant', () => {
		const run = between('2010-01-01', '2030-01-01');
		const meant = at('2020-10-01');
		const closer = closerTo(run, year, meant);
		expect(spanLength(closer)).toBe(spanLength(year) / 4);
		expect((closer.from + closer.to) / 2).toBe(meant);
		expect((closerTo(run, year).from + closerTo(run, year).to) / 2).toBe((year.from + year.to) / 2);
	});

	it('leads to a run that is not in view', () => {
		expect(closerTo(between('2022-03-01', '2022-03-11'), year)).toEqual(
			between('2022-02-28', '2022-03-12')
		);
	});
});
