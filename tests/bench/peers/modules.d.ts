/** As much of the peers' interfaces as their pages use: the peers are no packages of the project. */

declare module 'echarts/charts' {
	export const CustomChart: object;
}

declare module 'echarts/components' {
	export const DataZoomComponent: object;
	export const GridComponent: object;
}

declare module 'echarts/renderers' {
	export const CanvasRenderer: object;
}

declare module 'echarts/core' {
	interface Rect {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	}
	interface RenderApi {
		value(dimension: number): number;
		coord(point: readonly [number, number]): number[];
		visual(name: string): string;
	}
	interface CustomSeries {
		readonly type: 'custom';
		readonly renderItem: (params: { readonly coordSys: Rect }, api: RenderApi) => unknown;
		readonly [name: string]: unknown;
	}
	interface Options {
		readonly series: readonly CustomSeries[];
		readonly [name: string]: unknown;
	}
	export const graphic: { clipRectByRect(rect: Rect, bounds: Rect): Rect | undefined };
	export function init(element: HTMLElement): { setOption(options: Options): void };
	export function use(parts: readonly object[]): void;
}

declare module 'vis-timeline/standalone' {
	export class DataSet {
		constructor(items: readonly object[]);
	}
	export class Timeline {
		constructor(element: HTMLElement, items: DataSet, groups: DataSet, options: object);
	}
}

declare module 'svelte-gantt' {
	export class SvelteGantt {
		constructor(options: { readonly target: HTMLElement; readonly props: object });
	}
	export const SvelteGanttTable: unknown;
}
