import { formatDate, formatMoment } from '../../time/format.ts';
import type { PictureOptions } from '../../view/picture-options.ts';
import { ViewError } from '../../view/parameters.ts';
import { subtitleOf } from '../../view/subtitle.ts';
import type { View } from '../../view/view.ts';
import { sampleCredits } from '../archive/sample/credits.ts';
import { pageClock, timelineData } from '../page-data.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PictureJob } from './pool.ts';

/**
 * What it takes to draw `view` as a picture. Throws a ViewError for the reader's own zone: a server
 * does not know it, and a picture has no script to put it in.
 */
export function pictureJob(
	snapshot: Snapshot,
	view: View,
	options: PictureOptions,
	format: PictureJob['format']
): PictureJob {
	const { zone } = view;
	if (zone === 'local') throw new ViewError('tz', 'local', 'utc or an IANA zone in a picture');
	const clock = pageClock(view, snapshot);
	const data = timelineData(snapshot, view, clock);
	const { scale, text, title = data.title, ...size } = options;
	const hasTitle = title !== 'none';
	const { stayCount } = data.scene;
	return {
		query: {
			...size,
			scene: data.scene,
			zone,
			theme: view.theme === 'dark' ? 'dark' : 'light',
			title: hasTitle ? title : undefined,
			subtitle: subtitleOf({ count: stayCount, found: stayCount, span: data.span, clock, zone }),
			foot: [`${sourceText(snapshot)} Dates in ${zone}.`]
		},
		name: hasTitle ? title : data.title,
		format,
		text,
		scale: format === 'svg' ? 1 : scale
	};
}

/** Whose the data are and how old; for the sample, all who must be named. */
function sourceText({ source, updated }: Snapshot): string {
	if (source !== 'sample')
		return `Data: The Space Devs, Launch Library 2, as of ${formatMoment(updated)}.`;
	const names = sampleCredits.map(({ name }) => name).join('; ');
	return `Sample data of ${formatDate(updated)}: ${names}.`;
}
