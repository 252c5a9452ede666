import type { Colour } from '../bar-pieces.ts';

/** What is painted with: a page's own colours and typeface, as they are when a movement begins. */
export interface Paint {
	readonly palette: Readonly<Record<Colour, string>>;
	readonly fontFamily: string;
	/** Px of the window for one at a 16 px root. */
	readonly scale: number;
}

/** A canvas with its paint, in px at a 16 px root; it is clear. */
export interface Brush extends Paint {
	readonly pen: CanvasRenderingContext2D;
	readonly heightPx: number;
}

const colours =
	'crew crew-pale cargo cargo-pale module module-pale other other-pale ground ahead area ink ink-soft line line-strong';

/** The paint of a page, read from an element of it. */
export function readPaint(element: HTMLElement): Paint {
	const { fontFamily } = getComputedStyle(element);
	const rootPx = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
	return { palette: readPalette(element), fontFamily, scale: rootPx / 16 };
}

function readPalette(element: HTMLElement): Paint['palette'] {
	const isForced = matchMedia('(forced-colors: active)').matches;
	const probe = document.createElement('i');
	element.append(probe);
	const read = (name: string) => {
		// Where the system chooses colours, kinds are told by their shapes alone.
		if (isForced && name === 'area') return 'color-mix(in srgb, CanvasText 25%, Canvas)';
		if (isForced) return /pale|ground|ahead/.test(name) ? 'Canvas' : 'CanvasText';
		// What a custom property comes to, only a real property tells.
		probe.style.color = `var(--${name})`;
		return getComputedStyle(probe).color;
	};
	const palette = Object.fromEntries(colours.split(' ').map((name) => [name, read(name)]));
	probe.remove();
	return palette as Paint['palette'];
}
