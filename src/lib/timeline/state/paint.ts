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
	// What a custom property comes to, only a real property tells; all of them are read in one go.
	const probes = colours.split(' ').map((name) => {
		const probe = document.createElement('i');
		probe.style.color = `var(--${name})`;
		return [name, probe] as const;
	});
	const holder = document.createElement('i');
	holder.append(...probes.map(([, probe]) => probe));
	element.append(holder);
	const read = (name: string, probe: HTMLElement) => {
		// Where the system chooses colours, kinds are told by their shapes alone.
		if (isForced && name === 'area') return 'color-mix(in srgb, CanvasText 25%, Canvas)';
		if (isForced) return /pale|ground|ahead/.test(name) ? 'Canvas' : 'CanvasText';
		return getComputedStyle(probe).color;
	};
	const palette = Object.fromEntries(probes.map(([name, probe]) => [name, read(name, probe)]));
	holder.remove();
	return palette as Paint['palette'];
}
