import { stayFacts, stayKindText, type Fact } from '$lib/docking/stay-facts.ts';
import type { Zone } from '$lib/time/zone.ts';
import { itemKey, type Run, type StayItem } from '$lib/timeline/lane-items.ts';
import { runFacts, runKindText } from '$lib/timeline/run-words.ts';
import type { Scene } from '$lib/timeline/scene.ts';
import { createDetails, mostIdsAtOnce } from '$lib/timeline/state/details.svelte.ts';
import type { TooltipState } from '$lib/timeline/state/tooltip.svelte.ts';
import type { Explorer } from './explorer.svelte.ts';
import { fetchJson } from './fetch-json.ts';

export interface DescribedOptions {
	/** Knows all stays once they have come; left out where only the scene's are known. */
	readonly explorer?: Pick<Explorer, 'stays'>;
	readonly tooltip: TooltipState;
	readonly scene: () => Scene;
	readonly zone: () => Zone;
	/** Names of ports that a relocation leads to or from, by the id of the other stay. */
	readonly movedPorts: () => Readonly<Record<number, string>>;
	/** The version of the data; another one has other details. */
	readonly version: () => string | undefined;
}

/** The item that the tooltip tells of, in words. */
export interface Described {
	readonly key: string;
	readonly title: string;
	readonly kindText: string;
	readonly facts: readonly Fact[];
	/** What a second tap does. */
	readonly hint: string;
}

interface Place {
	readonly portName: string;
	readonly hostName: string;
}

/** What the tooltip tells now. Must be made while a component initialises. */
export function createDescribed(options: DescribedOptions): {
	readonly now: Described | undefined;
} {
	const { explorer, tooltip } = options;
	const details = createDetails((ids) => fetchJson(`/details.json?id=${ids.join()}`));
	$effect(() => {
		void options.version();
		return () => details.forget();
	});
	$effect(() => {
		if (found?.item.type === 'stay') void details.want(idsInView(found.item.stay.id));
	});

	const found = $derived.by(() => {
		const { key } = tooltip;
		if (key === undefined) return undefined;
		for (const { host, lanes } of options.scene().groups) {
			for (const { port, items } of lanes) {
				const item = items.find((one) => itemKey(one) === key);
				if (item) return { key, item, place: { portName: port.name, hostName: host.name } };
			}
		}
		return undefined;
	});
	const now = $derived.by((): Described | undefined => {
		if (!found) return undefined;
		const { key, item, place } = found;
		const words = item.type === 'stay' ? stayWords(item, place) : runWords(item, place);
		return { key, ...words };
	});

	function stayWords({ stay }: StayItem, place: Place): Omit<Described, 'key'> {
		const fromPort = portOf(stay.movedFromId);
		const toPort = portOf(stay.movedToId);
		const moves = { ...(fromPort && { fromPort }), ...(toPort && { toPort }) };
		const known = details.get(stay.id);
		return {
			title: stay.craft,
			kindText: stayKindText(stay, known),
			facts: stayFacts(stay, known, { ...place, ...moves }, options.scene().clock, options.zone()),
			hint: 'Tap again for everything about this event'
		};
	}

	function runWords(run: Run, { portName, hostName }: Place): Omit<Described, 'key'> {
		return {
			title: `${run.count} stays`,
			kindText: runKindText(run),
			facts: runFacts(run, portName, hostName, options.zone()),
			hint: 'Tap again to look closer'
		};
	}

	function portOf(id: number | undefined): string | undefined {
		if (id === undefined) return undefined;
		const stays = explorer?.stays;
		const portId = stays?.stayById.get(id)?.portId;
		const name = portId === undefined ? undefined : stays?.atlas.lanes.get(portId)?.port.name;
		return name ?? options.movedPorts()[id];
	}

	/** The one that is asked for, and what stands around it: the next question is answered at once. */
	function idsInView(id: number): number[] {
		const items = options.scene().groups.flatMap(({ lanes }) => lanes.flatMap((one) => one.items));
		const ids = items.flatMap((item) => (item.type === 'stay' ? [item.stay.id] : []));
		return [id, ...ids.filter((other) => other !== id).slice(0, mostIdsAtOnce - 1)];
	}

	return {
		get now() {
			return now;
		}
	};
}
