import { isDepartureUnknown, isOutdated } from '../docking/state.ts';
import { kinds, type BareStay, type Kind } from '../docking/stay.ts';
import { spanLength } from '../time/span.ts';
import { kindsShown } from '../timeline/kinds-shown.ts';
import type { ViewClock } from '../docking/state.ts';
import type { KioskView, StationView } from './kiosk-views.ts';
import { knownText } from './kiosk-words.ts';

/** How a stretch of a bar can look that its key explains; `solid` needs no word. */
export type KeyStretch = 'pale' | 'outline' | 'faded';

/** A line of the key: a stretch as it is drawn, where one is to be seen, and what it means. */
export interface KeyItem {
	readonly stretch?: KeyStretch;
	readonly text: string;
}

/** What on a kiosk's screen wants explaining, and nothing that is not on it. */
export interface KioskKey {
	readonly kinds: readonly Kind[];
	readonly items: readonly KeyItem[];
}

/** A shorter stretch cannot be told from the now line: a share of the plot. */
const shortestSeen = 0.005;

/** The key of what `view` shows at `clock`. */
export function kioskKey(view: KioskView | undefined, clock: ViewClock): KioskKey {
	if (!view) return { kinds: [], items: [] };
	if (view.type === 'station') {
		const items = [...knownItems(dockedAt(view), clock, view), ...stretchItems(view, clock)];
		return { kinds: kindsShown(view.scene), items };
	}
	const docked = view.stations.flatMap(({ ports }) => ports.flatMap((port) => port.docked));
	return {
		kinds: kinds.filter((kind) => docked.some((stay) => stay.kind === kind)),
		items: knownItems(docked, clock)
	};
}

function dockedAt({ scene }: StationView): BareStay[] {
	return scene.groups.flatMap(({ lanes }) => lanes.flatMap(({ status }) => status.docked));
}

/** “At least”, and the pale end of bars, where stays go on past what is known. */
function knownItems(
	docked: readonly BareStay[],
	clock: ViewClock,
	station?: StationView
): KeyItem[] {
	const { now, knownUntil } = clock;
	const isAnyUnsure = docked.some(
		({ docking, departure }) => departure === undefined && docking <= knownUntil
	);
	if (!isOutdated(clock) || !isAnyUnsure) return [];
	const paleShare = station ? (now - knownUntil) / spanLength(station.scene.span) : 0;
	const text = `at least: known to ${knownText(clock)}`;
	return [{ ...(paleShare >= shortestSeen && { stretch: 'pale' }), text }];
}

function stretchItems({ scene }: StationView, { now }: ViewClock): KeyItem[] {
	const stays = scene.groups
		.flatMap(({ lanes }) => lanes.flatMap(({ items }) => items))
		.flatMap((item) => (item.type === 'stay' ? [item.stay] : []));
	const isPlan = ({ docking, departure }: BareStay) =>
		docking > now || (departure !== undefined && departure > now);
	return [
		...(stays.some(isPlan) ? [{ stretch: 'outline', text: 'planned' } as const] : []),
		...(stays.some((stay) => isDepartureUnknown(stay, now))
			? [{ stretch: 'faded', text: 'departure not known' } as const]
			: [])
	];
}
