/** vis-timeline, a group a port; wheel and drag are its own. */
import { DataSet, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { chartElement, colours, readStays } from './stays.ts';

const { stays, ports, fromMs, toMs } = readStays();

new Timeline(
	chartElement(),
	new DataSet(
		stays.map(({ id, port, kind, name, fromMs, toMs }) => ({
			id,
			group: port,
			start: fromMs,
			end: toMs,
			type: 'range',
			content: name,
			style: `background: ${colours[kind]}; border-color: ${colours[kind]}`
		}))
	),
	new DataSet(ports.map((content, id) => ({ id, content }))),
	{ start: fromMs, end: toMs, stack: false, selectable: false }
);
