import { laneWords } from '../timeline/lane-words.ts';
import type { Scene } from '../timeline/scene.ts';
import type { ViewClock } from '../docking/state.ts';
import { textWidth } from './fit-text.ts';
import type { Palette } from './palette.ts';
import { sizes, type PictureFit } from './picture-fit.ts';

/** What the parts are drawn with. */
export interface Canvas {
	readonly fit: PictureFit;
	readonly scene: Scene;
	readonly palette: Palette;
	/** What lies behind everything; undefined where nobody knows. */
	readonly ground: string | undefined;
	/** From this share of the plot on, what lies ahead is shaded; undefined: nowhere. */
	readonly aheadX: number | undefined;
	/** Where the plots begin, and how wide they are. */
	readonly plot: { readonly x: number; readonly width: number };
	readonly columns: { readonly status: number; readonly share: number };
}

/** The share of time occupied; beside it stands how long a craft has been there. */
const shareColumn = 64;
const statusColumn = { least: 112, most: 180, gap: 16 } as const;

/** As on the desk: a name's column, the plot, two narrow columns; on a narrow picture the plot. */
export function columnsOf(
	{ width, isNarrow, groups }: PictureFit,
	clock: ViewClock
): Pick<Canvas, 'plot' | 'columns'> {
	const room = width - 2 * sizes.margin;
	const right = sizes.margin + room;
	if (isNarrow)
		return { plot: { x: sizes.margin, width: room }, columns: { status: right, share: right } };
	const names = groups.flatMap(({ group }) => [
		textWidth(group.host.name, 17, 600),
		...group.lanes.map(({ port }) => textWidth(port.name, 13.5) + 18)
	]);
	const head = Math.min(room * 0.25, 240, Math.max(152, ...names) + 8);
	const statuses = groups.flatMap(({ group }) =>
		group.lanes.map((lane) => textWidth(laneWords(lane, clock).status, 13.5, 600))
	);
	const { least, most, gap } = statusColumn;
	const status = Math.min(most, Math.max(least, ...statuses.map((one) => one + gap)));
	return {
		plot: { x: sizes.margin + head, width: room - head - status - shareColumn },
		columns: { status: right - shareColumn, share: right }
	};
}
