/** What one writes first: a rectangle a stay, and every gesture places all of them anew. */
import { axisTop, scaleUtc, select, zoom } from 'd3';
import { chartElement, colours, lanePx, readStays, type Stay } from './stays.ts';

const { stays, ports, fromMs, toMs } = readStays();
const chart = chartElement();
const headPx = 120;
const widthPx = chart.clientWidth - headPx;
const heightPx = ports.length * lanePx;
const scale = scaleUtc([fromMs, toMs], [0, widthPx]);

const svg = select(chart)
	.append('svg')
	.attr('width', chart.clientWidth)
	.attr('height', heightPx + 30);
svg
	.selectAll('.port')
	.data(ports)
	.join('text')
	.attr('class', 'port')
	.attr('y', (_, index) => 30 + (index + 0.7) * lanePx)
	.text((name) => name);
const plot = svg
	.append('svg')
	.attr('x', headPx)
	.attr('width', widthPx)
	.attr('height', heightPx + 30);
const axis = plot.append('g').attr('transform', 'translate(0 25)');
const bars = plot.append('g').attr('transform', 'translate(0 30)');

function draw(x: typeof scale): void {
	axis.call(axisTop(x));
	bars
		.selectAll<SVGRectElement, Stay>('rect')
		.data(stays, (stay) => stay.id)
		.join('rect')
		.attr('x', (stay) => x(stay.fromMs))
		.attr('width', (stay) => Math.max(1, x(stay.toMs) - x(stay.fromMs)))
		.attr('y', (stay) => stay.port * lanePx + 4)
		.attr('height', lanePx - 8)
		.attr('fill', (stay) => colours[stay.kind]);
}

draw(scale);
svg.call(
	zoom<SVGSVGElement, unknown>().on('zoom', (event) => draw(event.transform.rescaleX(scale)))
);
