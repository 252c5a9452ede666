/** The stays as the page's own HTML holds them, one column a field. */
export interface Columns {
	readonly fromMs: number;
	readonly toMs: number;
	/** One name a port. */
	readonly ports: readonly string[];
	/** Indices into `ports`. */
	readonly port: readonly number[];
	readonly kind: readonly Kind[];
	readonly name: readonly string[];
	/** Minutes since `fromMs`. */
	readonly start: readonly number[];
	readonly end: readonly number[];
}

export type Kind = 'crew' | 'cargo' | 'other';

export interface Stay {
	readonly id: number;
	readonly port: number;
	readonly kind: Kind;
	readonly name: string;
	readonly fromMs: number;
	readonly toMs: number;
}

/** Strong enough to tell a bar from text and grid lines by its pixels. */
export const colours = { crew: '#1f6fd0', cargo: '#d07a1f', other: '#2f9e44' } as const;

/** As high as Berthline's own lanes on a window of 900 pixels. */
export const lanePx = 28;

/** What the page's HTML holds, and the same as one object a stay. */
export function readStays(): Columns & { readonly stays: readonly Stay[] } {
	const text = document.getElementById('stays')?.textContent ?? '';
	const columns = JSON.parse(text) as Columns;
	const at = (minutes = 0) => columns.fromMs + minutes * 60_000;
	const stays = columns.name.map((name, id) => ({
		id,
		port: columns.port[id] ?? 0,
		kind: columns.kind[id] ?? 'other',
		name,
		fromMs: at(columns.start[id]),
		toMs: at(columns.end[id])
	}));
	return { ...columns, stays };
}

/** The element that the chart goes into. */
export function chartElement(): HTMLElement {
	const element = document.getElementById('chart');
	if (!element) throw new Error('the page has no #chart');
	return element;
}
