import { dayMs, hourMs } from '../time/span.ts';
import type { Stay } from './stay.ts';

/** The longest time between leaving one port and docking at the next. */
export const relocationGapMs = 36 * hourMs;

/**
 * True when `before` and `after` are one craft leaving a port and docking at another of the same
 * station within 36 hours. A time known to the day may be any of that day, read generously.
 */
export function isRelocation(before: Stay, after: Stay): boolean {
	if (before.departure === undefined || before.stationId === undefined) return false;
	if (before.craftKey !== after.craftKey || before.stationId !== after.stationId) return false;
	if (before.portId === after.portId || after.docking < before.docking) return false;
	const left = {
		first: before.departure,
		last: before.departure + slack(before.departurePrecision)
	};
	const came = { first: after.docking, last: after.docking + slack(after.dockingPrecision) };
	return came.last >= left.first && came.first - left.last <= relocationGapMs;
}

function slack(precision: Stay['dockingPrecision']): number {
	return precision === 'day' ? dayMs - 1 : 0;
}
