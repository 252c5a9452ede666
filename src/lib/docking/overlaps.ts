import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import type { Lane } from './lane.ts';
import { endAt } from './state.ts';
import type { BareStay } from './stay.ts';

/**
 * Neighbouring pairs of stays that claim one port at the same time, by docking; times known to
 * the day are not held against each other on that day.
 */
export function overlapsOf(lane: Lane, now: Instant): [BareStay, BareStay][] {
	const pairs: [BareStay, BareStay][] = [];
	let longest: BareStay | undefined;
	for (const stay of lane.stays) {
		if (stay.docking > now) break;
		const latest = stay.docking + (stay.dockingPrecision === 'day' ? dayMs - 1 : 0);
		if (longest && latest < endAt(longest, now)) pairs.push([longest, stay]);
		if (!longest || endAt(stay, now) > endAt(longest, now)) longest = stay;
	}
	return pairs;
}
