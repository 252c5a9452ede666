import { everyStay } from '../../../src/lib/docking/query.ts';
import type { Kind } from '../../../src/lib/docking/stay.ts';
import { paletteOf } from '../../../src/lib/export/palette.ts';
import type { PictureQuery } from '../../../src/lib/export/picture.ts';
import type { TextMark } from '../../../src/lib/export/svg.ts';
import { textWidth } from '../../../src/lib/export/fit-text.ts';
import type { Picture } from '../../../src/lib/export/picture.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { sceneOf } from '../timeline/scene-for-test.ts';
import { at, between } from '../at.ts';

const sample = sampleCatalogue();

/** A picture of stations of the sample. */
export function sampleQuery(
	stations: readonly number[],
	size: { widthPx: number; heightPx: number },
	more: { from?: string; to?: string; ports?: 'all' | 'used'; kinds?: readonly Kind[] } = {}
): PictureQuery {
	const { from = '2025-04-08', to = '2026-12-08', ports = 'used', kinds = [] } = more;
	const now = at('2026-10-08T12:00Z');
	const clock = { now, knownUntil: now };
	const filter = { ...everyStay, stations, kinds };
	const scene = sceneOf({ filter, span: between(from, to), clock, ports }, sample);
	return {
		scene,
		zone: 'UTC',
		...size,
		theme: 'light',
		title: 'Seven craft are docked: five at the International Space Station, two at Tiangong',
		subtitle: '31 stays between 8 Apr 2025 and 8 Dec 2026, as of 8 Oct 2026, 12:00 UTC',
		foot: ['Data: The Space Devs, Launch Library 2. Dates in UTC.']
	};
}

const { ink } = paletteOf('light');

/** What is drawn of a picture's relocations: lines of their own width. */
export function relocationLines({ marks }: Picture) {
	return marks.flatMap((mark) => {
		if (typeof mark !== 'string' || !/^<line .*stroke-width="1\.5"/.test(mark)) return [];
		const of = (name: string) => Number(new RegExp(` ${name}="([^"]+)"`).exec(mark)?.[1]);
		const [y1, y2] = [of('y1'), of('y2')];
		return [{ x0: of('x1'), x1: of('x2'), y0: Math.min(y1, y2), y1: Math.max(y1, y2) }];
	});
}

/** The texts of a picture, each with its box. */
export function textBoxes({ marks }: Picture) {
	return marks
		.filter((mark): mark is TextMark => typeof mark !== 'string')
		.map((mark) => {
			const width = textWidth(mark.text, mark.size, mark.weight);
			const back = mark.anchor === 'end' ? 1 : mark.anchor === 'middle' ? 0.5 : 0;
			const x0 = mark.x - width * back;
			return {
				text: mark.text,
				weight: mark.weight,
				isInk: mark.fill === ink,
				x0,
				x1: x0 + width,
				y0: mark.y - mark.size * 0.72,
				y1: mark.y + mark.size * 0.2
			};
		});
}
