import { describe, expect, it } from 'vitest';
import type { OccupancyStep } from '../../../src/lib/docking/occupancy.ts';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs } from '../../../src/lib/time/span.ts';
import { layoutArea } from '../../../src/lib/timeline/area.ts';
import { at, between } from '../at.ts';

const span = between('2024-01-01', '2024-01-11');
const knownTo = (now: Instant, knownUntil = now) => ({ now, knownUntil });
const step = (day: string, count: number): OccupancyStep => ({ at: at(`2024-01-${day}`), count });

describe('layoutArea', () => {
	it('draws steps to where they end, the ceiling at nine tenths', () => {
		const paths = layoutArea(
			[step('01', 0), step('03', 2), step('05', 1)],
			span,
			knownTo(at('2024-01-06')),
			4
		);
		expect(paths).toEqual({
			area: 'M0,100V100H200V55H400V77.5H500V77.5V100Z',
			line: 'M0,100H200V55H400V77.5H500V77.5',
			ceilingY: 10,
			lastY: 0.775,
			end: at('2024-01-06'),
			endX: 0.5,
			lastCount: 1
		});
	});

	it.each([
		['fills them as far as they are known', '2024-01-04', 'M0,100V100H200V55H300V55V100Z'],
		['fills nothing where nothing is known', '2023-12-01', 'M0,100V100H0V55H0V55V100Z']
	])('%s, the line goes on', (_, known, area) => {
		const steps = [step('01', 0), step('03', 2)];
		const clock = knownTo(at('2024-01-06'), at(known));
		expect(layoutArea(steps, span, clock, 4)).toMatchObject({
			area,
			line: 'M0,100H200V55H500V55'
		});
	});

	it('makes room for more craft than there are ports', () => {
		const paths = layoutArea([step('01', 6)], span, knownTo(at('2024-01-06')), 2);
		expect(paths!.ceilingY).toBe(70);
		expect(paths!.line).toBe('M0,10H500V10');
	});

	it('is undefined when nothing of the span has passed', () => {
		for (const now of [at('2023-12-01'), span.from])
			expect(layoutArea([step('01', 0)], span, knownTo(now), 2)).toBeUndefined();
	});

	it('keeps peaks where steps are more than it can draw', () => {
		const wide = between('1966-01-01', '2026-01-01');
		const many = Array.from({ length: 20_000 }, (_, index) => ({
			at: instant(wide.from + index * dayMs),
			count: index === 777 ? 9 : index % 2
		}));
		const paths = layoutArea(many, wide, knownTo(wide.to), 9)!;
		expect(paths.line).toContain('V10H');
		expect(paths.line.split('H').length).toBeLessThan(1100);
		expect(paths.lastCount).toBe(1);
	});
});
