import type { Span } from '../../time/span.ts';
import { layoutTimeline, type LayoutOptions, type TimelineLayout } from '../layout.ts';
import { layoutPainted, type PaintedTimeline } from '../painted.ts';
import type { Scene } from '../scene.ts';
import { createSlices } from '../slices.ts';

export interface TurnsOptions extends Pick<LayoutOptions, 'widthsPx' | 'zone' | 'items'> {
	readonly scene: Scene;
	/** What is seen while it is moved about; undefined at rest. */
	readonly moved: Span | undefined;
}

/**
 * The drawing of a timeline. While it is moved about it is painted, and its elements are left as
 * they are; once it stands still they are drawn by turns, until all of them are.
 */
export interface Turns {
	/** What elements show. */
	readonly layout: TimelineLayout;
	/** What is painted over them; undefined once they show what is asked for. */
	readonly painted: PaintedTimeline | undefined;
}

/** What has not moved for so long stands still, in milliseconds; a hand may yet hold it. */
const stillMs = 60;

/** So many marks at a frame: about as many as leave the next one in time on a slow machine. */
const marksATurn = 40;

/** Draws what `options` say. Must be made while a component initialises. */
export function createTurns(options: () => TurnsOptions): Turns {
	const slices = createSlices();
	let still = $state.raw<Span>();
	/** Counts the turns that it takes to draw all elements anew. */
	let turn = $state(0);
	let drawn: Span | undefined;
	let known: { scene: Scene; painted: PaintedTimeline } | undefined;

	/** Of the plot, where it is known: only there can anything be painted. */
	const widthPx = $derived.by(() => {
		const [width, ...others] = options().widthsPx;
		return others.length ? undefined : width;
	});
	const seen = $derived(options().moved ?? options().scene.span);
	const isWaiting = $derived(widthPx && options().moved && seen !== still);
	/** What elements are drawn for. */
	const target = $derived.by(() => {
		if (!isWaiting || !drawn) drawn = seen;
		return drawn;
	});
	const layout = $derived.by(() => {
		void turn;
		const { scene, widthsPx, zone } = options();
		const items = isWaiting || target === scene.span ? undefined : options().items;
		slices.begin(target, isWaiting ? 0 : known ? marksATurn : Infinity);
		return layoutTimeline(scene, { widthsPx, zone, items, view: target, keep: slices.keep });
	});
	const painted = $derived.by((): PaintedTimeline | undefined => {
		void layout;
		const { scene, moved, items, zone } = options();
		if (!widthPx || (target === seen && slices.isWhole)) known = undefined;
		else if (known?.scene !== scene || known.painted.view !== seen) {
			const asked = { view: seen, widthPx, zone, items: moved && items };
			known = { scene, painted: layoutPainted(scene, asked) };
		}
		return known?.painted;
	});

	$effect(() => {
		const { moved } = options();
		const timer = moved && setTimeout(() => (still = moved), stillMs);
		return () => clearTimeout(timer);
	});
	$effect(() => {
		if (!painted || isWaiting) return;
		void turn;
		const asked = requestAnimationFrame(() => turn++);
		return () => cancelAnimationFrame(asked);
	});

	return {
		get layout() {
			return layout;
		},
		get painted() {
			return painted;
		}
	};
}
