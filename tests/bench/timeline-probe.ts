/** How a chart's bars are found: elements by a selector, or coloured pixels of a canvas. */
export type Bars = { readonly selector: string } | 'canvas' | 'none';

/** What runs in the page beside the chart. */
export interface Probe {
	/** When bars were first on the screen, in milliseconds since the navigation began. */
	firstBarsMs(): number | undefined;
	/** Where bars are along the time axis: the same text exactly when the view did not move. */
	view(): string;
	/** Notes each frame from the next one on. */
	start(): Promise<void>;
	/** As `stop`, when what was under way has been drawn. */
	caughtUp(): Promise<readonly number[]>;
	/** Instants of the frames noted, in milliseconds; notes no more. */
	stop(): readonly number[];
	/** How much of a canvas bars cover, from 0 to 1; undefined where bars are elements. */
	coverage(): number | undefined;
	/** Resolves when the page has been idle for 20 frames. */
	settled(): Promise<void>;
}

export interface ProbedWindow extends Window {
	readonly timelineProbe: Probe;
}

/**
 * Runs in the page before its own scripts; self-contained, because it crosses over as text.
 *
 * It looks at the page only in a message that each frame posts, which comes when the frame is drawn:
 * style and layout are clean then, so that looking costs the chart nothing. What it notes of a frame
 * is the frame's own instant, as all callbacks of the frame get it: a multiple of the display's beat.
 */
export function installProbe(bars: Bars): void {
	const frames: number[] = [];
	const waiting = new Set<(at: number) => void>();
	const afterFrame = new MessageChannel();
	let isNoting = false;
	let firstBarsMs: number | undefined;

	const tick = (at: number) => {
		if (isNoting) frames.push(at);
		for (const onFrame of [...waiting]) onFrame(at);
		if (firstBarsMs === undefined && bars !== 'none') afterFrame.port2.postMessage(undefined);
		requestAnimationFrame(tick);
	};
	afterFrame.port1.onmessage = () => {
		if (firstBarsMs === undefined && showsBars()) firstBarsMs = performance.now();
	};
	requestAnimationFrame(tick);

	const inFrames = (isOver: (at: number, index: number) => boolean) =>
		new Promise<void>((resolve) => {
			let index = 0;
			const onFrame = (at: number) => {
				if (!isOver(at, index++)) return;
				waiting.delete(onFrame);
				resolve();
			};
			waiting.add(onFrame);
		});

	function showsBars(): boolean {
		if (bars === 'none') return false;
		if (bars === 'canvas') return coverage() !== 0;
		for (const bar of document.querySelectorAll(bars.selector)) {
			const { width, height, top, bottom } = bar.getBoundingClientRect();
			const isInWindow = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
			if (isInWindow && bar.checkVisibility({ visibilityProperty: true })) return true;
		}
		return false;
	}

	function canvases(): Uint8ClampedArray[] {
		return [...document.querySelectorAll('canvas')]
			.filter(({ width, height }) => width > 0 && height > 0)
			.flatMap((canvas) => {
				const pen = canvas.getContext('2d');
				return pen ? [pen.getImageData(0, 0, canvas.width, canvas.height).data] : [];
			});
	}

	/** Text, axes and grids are grey, bars are not; every 16th pixel is enough to find some. */
	function colouredShare(pixels: Uint8ClampedArray): number {
		let count = 0;
		for (let at = 0; at < pixels.length; at += 64) {
			const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
			const strength = Math.max(red, green, blue) - Math.min(red, green, blue);
			if (alpha > 200 && strength > 60) count += 1;
		}
		return count / (pixels.length / 64);
	}

	function coverage(): number | undefined {
		if (bars !== 'canvas') return undefined;
		return canvases().reduce((sum, pixels) => sum + colouredShare(pixels), 0);
	}

	function view(): string {
		if (bars === 'none') return '';
		if (bars === 'canvas') {
			let sum = 0;
			for (const pixels of canvases())
				for (let at = 0; at < pixels.length; at++) sum = (sum * 31 + (pixels[at] ?? 0)) | 0;
			return String(sum);
		}
		const all = document.querySelectorAll(bars.selector);
		const step = Math.max(1, Math.floor(all.length / 64));
		const places: string[] = [];
		for (let at = 0; at < all.length; at += step) {
			const { x = 0, width = 0 } = all[at]?.getBoundingClientRect() ?? {};
			places.push(`${x.toFixed(1)}+${width.toFixed(1)}`);
		}
		return places.join(' ');
	}

	const probe: Probe = {
		firstBarsMs: () => firstBarsMs,
		view,
		start() {
			frames.length = 0;
			isNoting = true;
			return inFrames(() => true);
		},
		caughtUp: () => inFrames((_, index) => index === 2).then(() => probe.stop()),
		coverage,
		stop() {
			isNoting = false;
			return frames;
		},
		settled() {
			let [idleCount, lastAt] = [0, Infinity];
			return inFrames((at) => {
				idleCount = at - lastAt < 40 ? idleCount + 1 : 0;
				lastAt = at;
				return idleCount >= 20;
			});
		}
	};
	Object.defineProperty(window, 'timelineProbe', { value: probe });
}
