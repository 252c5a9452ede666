/**
 * ECharts' own way to a Gantt chart: a custom series on canvas. Bars carry no names, and chunks of
 * large data come one after the other, as is its default.
 */
import { CustomChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import { graphic, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { chartElement, colours, lanePx, readStays } from './stays.ts';

use([CustomChart, DataZoomComponent, GridComponent, CanvasRenderer]);

const { stays, ports, fromMs, toMs } = readStays();
const rangeMs = toMs - fromMs;
const chart = chartElement();
chart.style.height = `${ports.length * lanePx + 60}px`;

init(chart).setOption({
	animation: false,
	grid: { left: 120, right: 20, top: 10, bottom: 40 },
	// A window on an axis cannot leave it, so there is room at both ends.
	xAxis: { type: 'time', min: fromMs - rangeMs, max: toMs + rangeMs },
	yAxis: { type: 'category', data: ports, inverse: true },
	dataZoom: [{ type: 'inside', startValue: fromMs, endValue: toMs, filterMode: 'weakFilter' }],
	series: [
		{
			type: 'custom',
			encode: { x: [1, 2], y: 0 },
			data: stays.map(({ port, fromMs, toMs, kind }) => ({
				value: [port, fromMs, toMs],
				itemStyle: { color: colours[kind] }
			})),
			renderItem(params, api) {
				const [x0 = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
				const [x1 = 0] = api.coord([api.value(2), api.value(0)]);
				const bar = { x: x0, y: y - 10, width: Math.max(1, x1 - x0), height: 20 };
				const shape = graphic.clipRectByRect(bar, params.coordSys);
				return shape && { type: 'rect', shape, style: { fill: api.visual('color') } };
			}
		}
	]
});
