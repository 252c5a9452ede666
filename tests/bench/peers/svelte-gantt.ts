/**
 * svelte-gantt, a row a port. It zooms by steps with ctrl and the wheel; it pans by scrolling only,
 * so a drag scrolls it here. Its range is three times the data's, with the data in the middle.
 */
import { SvelteGantt, SvelteGanttTable } from 'svelte-gantt';
import { chartElement, colours, lanePx, readStays } from './stays.ts';

const { stays, ports, fromMs, toMs } = readStays();
const rangeMs = toMs - fromMs;
const chart = chartElement();
const tableWidth = 120;
const plotPx = chart.clientWidth - tableWidth;
const widthPx = 3 * plotPx;
const headers = [{ unit: 'year', format: 'YYYY' }];
chart.style.height = `${ports.length * lanePx + 60}px`;

const style = document.createElement('style');
style.textContent = Object.entries(colours)
	.map(([kind, colour]) => `.sg-task.${kind} { background: ${colour}; }`)
	.join('\n');
document.head.append(style);

new SvelteGantt({
	target: chart,
	props: {
		rows: ports.map((label, id) => ({ id, label, enableDragging: false })),
		tasks: stays.map(({ id, port, kind, name, fromMs, toMs }) => ({
			id,
			resourceId: port,
			label: name,
			from: fromMs,
			to: toMs,
			classes: kind,
			enableDragging: false
		})),
		from: fromMs - rangeMs,
		to: toMs + rangeMs,
		minWidth: widthPx,
		fitWidth: false,
		rowHeight: lanePx,
		rowPadding: 4,
		columnUnit: 'year',
		columnOffset: 1,
		headers,
		zoomLevels: Array.from({ length: 31 }, (_, step) => ({
			headers,
			minWidth: widthPx * 1.07 ** step,
			fitWidth: false
		})),
		tableWidth,
		tableHeaders: [{ title: 'Port', property: 'label', width: tableWidth, type: 'text' }],
		ganttTableModules: [SvelteGanttTable]
	}
});

const body = chart.querySelector<HTMLElement>('.sg-timeline-body');
if (!body) throw new Error('svelte-gantt has no body');
body.scrollLeft = plotPx;
body.addEventListener('pointermove', (event) => {
	if (event.buttons === 1) body.scrollLeft -= event.movementX;
});
