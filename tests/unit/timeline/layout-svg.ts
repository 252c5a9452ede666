import { escapeXml } from '../../../src/lib/export/svg.ts';
import type { AreaPaths } from '../../../src/lib/timeline/area.ts';
import type { Bar, RunMark } from '../../../src/lib/timeline/bars.ts';
import type { LaneLayout, TimelineLayout } from '../../../src/lib/timeline/layout.ts';

/** The plot's width in pictures of a layout. */
export const widthPx = 1000;
const lanePx = 28;
const px = (share: number) => Math.round(share * widthPx * 10) / 10;

function barLines(bar: Bar, topPx: number, lane: LaneLayout): string[] {
	const ends = `${bar.startsBefore ? '‹' : '|'}${bar.isFaded ? '~' : bar.goesOn ? '›' : '|'}`;
	const y = topPx + bar.subLane * lanePx;
	const labels = lane.labels.get(bar.stay.id) ?? [];
	return [
		...bar.segments.map(
			({ style, x0, x1 }) =>
				`<rect class="${bar.stay.kind} ${bar.state} ${style}" data-ends="${ends}" x="${px(x0)}" y="${y + 4}" width="${px(x1 - x0)}" height="20"/>`
		),
		...labels.map(
			({ text, side, x, dxPx, isOnSolid }) =>
				`<text class="${side}${isOnSolid ? ' on-solid' : ''}" x="${px(x)}" dx="${dxPx}" y="${y + 18}"${side === 'left' ? ' text-anchor="end"' : ''}>${escapeXml(text)}</text>`
		)
	];
}

function runLine({ run, x0, x1, subLane }: RunMark, topPx: number): string {
	const y = topPx + subLane * lanePx + 8;
	return `<rect class="run ${run.kind}" data-count="${run.count}" x="${px(x0)}" y="${y}" width="${px(x1 - x0)}" height="12"/>`;
}

/** The longest path that a reader can tell anything from. */
const longestPath = 500;

function areaLine({ line }: AreaPaths, y: number): string {
	if (line.length > longestPath) return `<!-- an area of ${line.match(/H/g)?.length} steps -->`;
	return `<path class="area" transform="translate(0 ${y}) scale(1 0.2)" d="${line}"/>`;
}

/** A layout as a picture that can be read as text: one line a mark, everything rounded. */
export function asSvg(layout: TimelineLayout): string {
	const [axis] = layout.axis;
	const lines: string[] = [];
	for (const tick of axis!.upper)
		lines.push(`<text class="upper" x="${px(tick.x)}" y="12">${tick.label}</text>`);
	for (const tick of axis!.lower)
		lines.push(`<text class="lower" x="${px(tick.x)}" y="28">${tick.label}</text>`);
	let y = 40;
	for (const { group, lanes, links, area } of layout.groups) {
		const { occupied, inUse } = group.occupancy;
		lines.push(
			`<text class="station" y="${y + 12}">${escapeXml(group.host.name)}, ${occupied} of ${inUse}</text>`
		);
		if (area) lines.push(areaLine(area, y));
		y += 24;
		for (const lane of lanes) {
			lines.push(`<!-- ${escapeXml(lane.lane.port.name)} -->`);
			for (const mark of lane.marks) lines.push(runLine(mark, y));
			for (const bar of lane.bars) lines.push(...barLines(bar, y, lane));
			y += lane.subLanes * lanePx;
		}
		for (const link of links) {
			lines.push(
				`<!-- from lane ${link.from.lane} at ${px(link.x0)} to lane ${link.to.lane} at ${px(link.x1)} -->`
			);
		}
	}
	const { nowX } = layout;
	if (nowX !== undefined)
		lines.push(`<line class="now" x1="${px(nowX)}" x2="${px(nowX)}" y1="0" y2="${y}"/>`);
	const size = `width="${widthPx}" height="${y}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} font-size="13.5" fill-opacity="0.6">`,
		...lines,
		'</svg>',
		''
	].join('\n');
}
