import { stayFacts, stayKindText, type Fact } from '$lib/docking/stay-text.ts';
import type { BareStay } from '$lib/docking/stay.ts';
import type { Zone } from '$lib/time/zone.ts';
import type { Scene } from '$lib/timeline/scene.ts';
import { createDetails, mostIdsAtOnce } from '$lib/timeline/state/details.svelte.ts';
import type { TooltipState } from '$lib/timeline/state/tooltip.svelte.ts';
import type { Explorer } from './explorer.svelte.ts';
import { fetchJson } from './fetch-json.ts';

export interface DescribedOptions {
	readonly explorer: Explorer;
	readonly tooltip: TooltipState;
	readonly scene: () => Scene;
	readonly zone: () => Zone;
	/** Names of ports that a relocation leads to or from, by the id of the other stay. */
	readonly movedPorts: () => Readonly<Record<number, string>>;
	/** The version of the data; another one has other details. */
	readonly version: () => string | undefined;
}

/** The stay that the tooltip shows, in words. */
export interface Described {
	readonly stay: BareStay;
	readonly kindText: string;
	readonly facts: readonly Fact[];
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
		if (tooltip.stayId !== undefined) void details.want(idsInView(tooltip.stayId));
	});

	const found = $derived.by(() => {
		for (const { host, lanes } of options.scene().groups) {
			for (const { port, items } of lanes) {
				const item = items.find((one) => one.type === 'stay' && one.stay.id === tooltip.stayId);
				if (item?.type !== 'stay') continue;
				return { stay: item.stay, portName: port.name, hostName: host.name };
			}
		}
		return undefined;
	});
	const now = $derived.by((): Described | undefined => {
		if (!found) return undefined;
		const { stay, ...place } = found;
		const fromPort = portOf(stay.movedFromId);
		const toPort = portOf(stay.movedToId);
		const moves = { ...(fromPort && { fromPort }), ...(toPort && { toPort }) };
		const known = details.get(stay.id);
		return {
			stay,
			kindText: stayKindText(stay, known),
			facts: stayFacts(stay, known, { ...place, ...moves }, options.scene().clock, options.zone())
		};
	});

	function portOf(id: number | undefined): string | undefined {
		if (id === undefined) return undefined;
		const { stays } = explorer;
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
