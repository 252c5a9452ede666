import { stillFrame, type Frame } from '../bars.ts';
import { layoutTimeline, type LayoutOptions, type TimelineLayout } from '../layout.ts';
import { createPace } from '../pace.ts';
import type { Span } from '../../time/span.ts';
import type { Scene } from '../scene.ts';
import { createSlices } from '../slices.ts';

export interface TurnsOptions extends Pick<LayoutOptions, 'widthsPx' | 'zone' | 'items'> {
	readonly scene: Scene;
	/** What is drawn while it is moved about; undefined at rest. */
	readonly frame: Frame | undefined;
	/** Where the view stands by now, also before it has been drawn. */
	readonly seen: () => Span | undefined;
}

/** The drawing of a timeline, lane by lane by turns while it is moved about. */
export interface Turns {
	readonly layout: TimelineLayout;
	/** All of it is drawn for what was last asked for. */
	readonly isWhole: boolean;
}

/** Draws what `options` say. Must be made while a component initialises. */
export function createTurns(options: () => TurnsOptions): Turns {
	const slices = createSlices();
	const pace = createPace();
	/** Counts the turns that it takes to draw all lanes anew once a movement has ended. */
	let turn = $state(0);
	let isMoved = false;
	const target = $derived(options().frame ?? stillFrame(options().scene.span));
	const layout = $derived.by(() => {
		void turn;
		const { scene, frame, seen: _seen, ...others } = options();
		isMoved = frame !== undefined || (isMoved && !slices.isWhole);
		slices.begin(target, isMoved ? pace.marks : Infinity);
		return layoutTimeline(scene, { ...others, frame: target, keep: slices.keep });
	});

	// A message comes when the frame that it was posted in has been drawn.
	let afterFrame: MessagePort | undefined;
	$effect(() => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data: began }: MessageEvent<number>) =>
			pace.note(began, performance.now() - began);
		afterFrame = port2;
		return () => port1.close();
	});
	$effect(() => {
		void layout;
		if (!isMoved) return;
		if (slices.isFull) afterFrame?.postMessage(document.timeline.currentTime);
		const asked = requestAnimationFrame(() => {
			// Later in this frame all is put where it is seen by then: a turn before that is for nothing.
			const { frame, seen } = options();
			const isOvertaken = frame !== undefined && seen() !== target.view;
			if (!slices.isWhole && !isOvertaken) turn++;
		});
		return () => cancelAnimationFrame(asked);
	});

	return {
		get layout() {
			return layout;
		},
		get isWhole() {
			void layout;
			return slices.isWhole;
		}
	};
}
