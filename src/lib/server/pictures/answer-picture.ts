import { fileName } from '../../export/file-name.ts';
import { parsePicture } from '../../view/picture-options.ts';
import { viewQuery } from '../../view/view-query.ts';
import { pageClock } from '../page-data.ts';
import { orBadRequest, readView } from '../requests.ts';
import type { Snapshot } from '../snapshot.ts';
import { pictureJob } from './picture-job.ts';
import type { PictureAsker, Pictures } from './pictures.ts';
import type { PictureJob } from './pool.ts';

/** What a picture is made of, besides the address. */
export interface PictureSources {
	readonly pictures: Pictures;
	readonly snapshot: Snapshot;
	/** Of the app: another one may draw otherwise. */
	readonly version: string;
}

/** The picture at the address that is asked for; answers 400 with a sentence when it makes no sense. */
export function answerPicture(
	asker: PictureAsker,
	format: PictureJob['format'],
	{ pictures, snapshot, version }: PictureSources
): Promise<Response> {
	const query = new URL(asker.request.url).searchParams;
	const view = readView(query);
	const options = orBadRequest(() => parsePicture(query));
	const job = () => orBadRequest(() => pictureJob(snapshot, view, options, format));
	const { source, version: data, updated } = snapshot;
	const { now, knownUntil } = pageClock(view, snapshot);
	// The time of the data stands in the foot: a picture with `now` stays the same all the same.
	const seen = [version, source, data, updated, now, knownUntil];
	const key = `${format} ${viewQuery(view)} ${JSON.stringify([options, seen])}`;
	const { widthPx, heightPx, scale } = options;
	const size =
		format === 'png' ? `${Math.round(widthPx * scale)}x${Math.round(heightPx * scale)}` : '';
	const name = fileName(snapshot.catalogue, view, now, { extension: format, size });
	return pictures.answer(asker, { key, name }, job);
}
