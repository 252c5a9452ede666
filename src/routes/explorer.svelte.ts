import { untrack } from 'svelte';
import { sum } from 'd3';
import { page } from '$app/state';
import { decodeColumns, type Columns, type DecodedColumns } from '$lib/docking/columns.ts';
import type { Lane } from '$lib/docking/lane.ts';
import { dockedSteps } from '$lib/docking/occupancy.ts';
import { bareTest, lanesOf, type StayTest } from '$lib/docking/query.ts';
import type { Instant } from '$lib/time/instant.ts';
import { hourMs, type Span } from '$lib/time/span.ts';
import { roundedSpan } from '$lib/timeline/rounded-span.ts';
import { createLaneSource, type LaneSource } from '$lib/timeline/lane-source.ts';
import { layoutOverview, type OverviewLayout } from '$lib/timeline/overview.ts';
import type { SpanLimits } from '$lib/timeline/span-limits.ts';
import { buildScene, isFolded, type ItemsInView, type Scene } from '$lib/timeline/scene.ts';
import type { ViewClock } from '$lib/docking/state.ts';
import { inIdleTime } from '$lib/timeline/state/idle.ts';
import { focusMark } from '$lib/timeline/state/marks.ts';
import { createMotion, type Motion } from '$lib/timeline/state/motion.svelte.ts';
import { walkedLanes, type WalkedLane } from '$lib/timeline/steps.ts';
import { elsewhereOf, type Elsewhere } from '$lib/view/elsewhere.ts';
import { withinLimits } from '$lib/view/limits.ts';
import { viewHref } from '$lib/view/view-query.ts';
import { placedFilter } from '$lib/view/view-span.ts';
import type { View } from '$lib/view/view.ts';
import type * as SeekerModule from './event-seeker.svelte.ts';
import { createTrail } from './trail.ts';

type SeekerCode = typeof SeekerModule;
type EventSeeker = SeekerModule.EventSeeker;

/** What the server has told of a page's view. */
export interface Told {
	readonly view: View;
	readonly span: Span;
	readonly now: Instant;
	readonly scene?: Scene;
	readonly stayCount: number;
	readonly shownCount: number;
	readonly elsewhere: readonly Elsewhere[];
	/** As far as a reader can go. */
	readonly range: Span;
	readonly overview: OverviewLayout;
}

/** A page's view, and how it goes on in the browser without the server. */
export interface Explorer {
	/** The view as its address now says. */
	readonly view: View;
	readonly span: Span;
	/** The reader has moved away from what the server has told. */
	readonly isMoved: boolean;
	readonly motion: Motion;
	readonly limits: SpanLimits;
	/** What stands still: the span that a movement began from, or came to rest at. */
	readonly scene: Scene | undefined;
	/** What is drawn of the scene's places while it moves. */
	readonly items: ItemsInView | undefined;
	readonly stayCount: number;
	readonly shownCount: number;
	readonly elsewhere: readonly Elsewhere[];
	readonly overview: OverviewLayout;
	/** All that keys may lead to, at the level of detail that is drawn. */
	walked(): WalkedLane[];
	/** Whether a port's lane is not folded away in a view. */
	isShown(portId: number, view: Span): boolean;
	/** Undefined until everything has been fetched, and where its code cannot be had. */
	readonly seeker: EventSeeker | undefined;
	/** The dialog of keys and gestures is open. */
	isHelpOpen: boolean;
	/** The item that the reader came back to, where it was still to be drawn. */
	readonly returnedTo: string | undefined;
	/** Gives the focus to an item now, or as soon as it is drawn. */
	returnTo(key: string | null): void;
	/** Everything that may come into view; undefined until it has been fetched. */
	readonly stays: DecodedColumns | undefined;
	/** Takes the columns in, and what seeks events with them. */
	take(columns: Columns): Promise<void>;
	/** The plot's width in px. */
	widthPx: number;
}

/** The shortest span that a reader can zoom to; an address may ask for less. */
const shortestMs = hourMs;
/**
 * The explorer of what `told` says and `clock` shows. Must be made while a component initialises.
 */
export function createExplorer(told: () => Told, clock: () => ViewClock): Explorer {
	let stays = $state.raw<DecodedColumns>();
	let widthPx = $state(0);
	let isHelpOpen = $state(false);
	let returnedTo = $state<string>();

	const span = $derived(page.state.span ?? told().span);
	const view = $derived.by((): View => {
		const { view } = told();
		return page.state.span ? { ...view, ...page.state.span } : view;
	});
	// What is asked for stays the same while the span changes, and so does what is made of it.
	const asked = $derived(told().view.filter);
	const filter = $derived(stays && placedFilter(stays.atlas, asked, told().now));
	const test = $derived.by((): StayTest | undefined => {
		if (!stays) return undefined;
		const { matching } = stays;
		const isRight = bareTest(asked, told().now);
		return (stay) => isRight(stay) && (!matching || matching.has(stay.id));
	});
	const range = $derived(told().range);
	const limits = $derived({ range, minLengthMs: shortestMs });
	const source = $derived.by((): LaneSource | undefined =>
		stays && test ? createLaneSource(stays.atlas, test, range) : undefined
	);
	const scene = $derived.by((): Scene | undefined => {
		const { scene } = told();
		if (!scene) return undefined;
		if (!source || !stays || !filter || span === told().span) return { ...scene, clock: clock() };
		const { ports, order, collapsed } = view;
		const query = { filter, span, clock: clock(), ports, order, collapsed, widthPx };
		return buildScene(stays.atlas, query, source);
	});

	// What the first movement needs is made before it comes.
	$effect(() => {
		if (!source || !widthPx) return;
		const shown = untrack(() => scene);
		return shown && inIdleTime(source.ready(shown, shown.span, widthPx));
	});

	const trail = createTrail({
		isAlone: () => stays !== undefined,
		span: () => span,
		hrefOf: (other) => viewHref({ ...view, ...other })
	});
	const motion = createMotion({
		settled: () => span,
		limits: () => limits,
		isAnimated: () => window.matchMedia('(prefers-reduced-motion: no-preference)').matches,
		onmove: (moved) => trail.note(moved),
		onsettle: (moved, isChosen) =>
			trail.rest(withinLimits(isChosen ? moved : roundedSpan(moved, widthPx)))
	});
	let seeker = $state.raw<EventSeeker>();
	let seekerCode: Promise<SeekerCode | undefined> | undefined;
	// It comes while the stays are fetched, so that nobody waits for it.
	$effect(() => {
		seekerCode ??= import('./event-seeker.svelte.ts').catch((problem: unknown) => {
			console.warn('nothing leads from event to event:', problem);
			return undefined;
		});
	});

	async function bringSeeker(): Promise<void> {
		const code = await seekerCode;
		seeker ??= code?.createEventSeeker({
			motion,
			lanes: () => {
				const lanes = scene?.groups.flatMap((group) => group.lanes) ?? [];
				return lanes.flatMap(({ port }) => stays?.atlas.lanes.get(port.id) ?? []);
			},
			test: () => test
		});
	}

	const overview = $derived.by((): OverviewLayout => {
		const { range, now, overview } = told();
		if (!stays || !filter || !widthPx) return overview;
		const steps = dockedSteps(lanesOf(stays.atlas, filter), range, now);
		return layoutOverview({ steps, range, now, zone: 'UTC', widthPx });
	});
	const items = $derived(scene && motion.moved && source?.inView(scene, motion.moved, widthPx));
	const counts = $derived.by(() => {
		const { stayCount, shownCount, elsewhere, now } = told();
		if (!stays || !filter || !source || span === told().span)
			return { stayCount, shownCount, elsewhere };
		const countIn = (lane: Lane) => source.indexOf(lane, now).countStays(span, now);
		const found = sum(lanesOf(stays.atlas, filter), countIn);
		return {
			stayCount: found,
			shownCount: scene?.stayCount ?? found,
			elsewhere: elsewhereOf(stays.atlas, { view, placed: filter, countIn })
		};
	});

	return {
		get view() {
			return view;
		},
		get span() {
			return span;
		},
		get isMoved() {
			return page.state.span !== undefined;
		},
		motion,
		get limits() {
			return limits;
		},
		get scene() {
			return scene;
		},
		get items() {
			return items;
		},
		get stayCount() {
			return counts.stayCount;
		},
		get shownCount() {
			return counts.shownCount;
		},
		get elsewhere() {
			return counts.elsewhere;
		},
		get stays() {
			return stays;
		},
		get overview() {
			return overview;
		},
		walked() {
			if (!scene) return [];
			return source ? source.walked(scene, motion.view, widthPx) : walkedLanes(scene);
		},
		isShown(portId, span) {
			const lane = stays?.atlas.lanes.get(portId);
			if (!lane || !source || !filter) return true;
			const count = source.indexOf(lane, told().now).countStays(span, told().now);
			return !isFolded(lane, count, { filter, ports: view.ports, span, clock: clock() });
		},
		get seeker() {
			return seeker;
		},
		get isHelpOpen() {
			return isHelpOpen;
		},
		set isHelpOpen(isOpen) {
			isHelpOpen = isOpen;
		},
		get returnedTo() {
			return returnedTo;
		},
		returnTo(key) {
			if (key && !focusMark(key)) returnedTo = key;
		},
		async take(columns) {
			await bringSeeker();
			stays = decodeColumns(columns);
		},
		get widthPx() {
			return widthPx;
		},
		set widthPx(width) {
			widthPx = width;
		}
	};
}
