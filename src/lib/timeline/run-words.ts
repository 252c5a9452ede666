import type { Fact } from '../docking/stay-facts.ts';
import { placeText } from '../docking/stay-text.ts';
import { kinds } from '../docking/stay.ts';
import { formatDate } from '../time/format.ts';
import type { Zone } from '../time/zone.ts';
import type { Run } from './lane-items.ts';

/** The accessible name of a run's mark: `12 stays, mostly crew: look closer`. */
export function runName(run: Run): string {
	return `${run.count} stays, ${runKindText(run)}: look closer`;
}

/** `mostly crew`, or `all crew`. */
export function runKindText({ count, counts, kind }: Run): string {
	return `${counts[kind] === count ? 'all' : 'mostly'} ${kind}`;
}

/** What the tooltip tells of a run: how many of each kind, where, from when to when. */
export function runFacts(run: Run, portName: string, hostName: string, zone: Zone): Fact[] {
	const counts = kinds
		.filter((kind) => run.counts[kind] > 0)
		.map((kind) => ({
			term: `${kind[0]!.toUpperCase()}${kind.slice(1)}`,
			text: `${run.counts[kind]}`
		}));
	return [
		...counts,
		{ term: 'Port', text: placeText(portName, hostName) },
		{ term: 'From', text: formatDate(run.span.from, zone) },
		{ term: 'To', text: formatDate(run.span.to, zone) }
	];
}
