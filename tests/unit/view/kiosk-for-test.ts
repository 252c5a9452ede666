import type { Atlas } from '../../../src/lib/docking/lane.ts';
import { createLaneSource } from '../../../src/lib/timeline/lane-source.ts';
import type { ViewClock } from '../../../src/lib/docking/state.ts';
import { kioskSpan, parseKiosk } from '../../../src/lib/view/kiosk-options.ts';
import { kioskView, type KioskTurn, type KioskView } from '../../../src/lib/view/kiosk-views.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

/** When the sample's data were current. */
export const today = '2026-10-08T00:30Z';

/** What a test asks of a kiosk. */
export interface Asked {
	readonly query?: string;
	readonly now?: string;
	readonly knownUntil?: string;
	readonly room?: number;
	readonly atlas?: Atlas;
}

/** The clock of `asked`. */
export function clockOf({ now = today, knownUntil }: Asked = {}): ViewClock {
	return { now: at(now), knownUntil: at(knownUntil ?? now) };
}

/** The view of `turn`, of the sample unless another atlas is asked for. */
export function viewOf(turn: KioskTurn, asked: Asked = {}): KioskView | undefined {
	const { query = '', room = 11, atlas = sampleCatalogue() } = asked;
	const { options } = parseKiosk(new URLSearchParams(query));
	const clock = clockOf(asked);
	const source = createLaneSource(atlas, () => true, kioskSpan(options, clock.now));
	return kioskView(turn, options, { atlas, source, clock, room, widthPx: 640 });
}
