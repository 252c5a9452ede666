import { parsePicture } from '../../view/picture-options.ts';
import { viewQuery } from '../../view/view-query.ts';
import { pageClock } from '../page-data.ts';
import { orBadRequest, readView } from '../requests.ts';
import type { Snapshot } from '../snapshot.ts';
import { pictureJob } from './picture-job.ts';
import type { Pictures } from './pictures.ts';
import type { PictureJob } from './pool.ts';

/** What a picture is made of, besides the address. */
export interface PictureSources {
	readonly pictures: Pictures;
	readonly snapshot: Snapshot;
	/** Of the app: another one may draw otherwise. */
	readonly version: string;
}

/** The picture at the address of `request`; answers 400 with a sentence when it makes no sense. */
export function answerPicture(
	request: Request,
	format: PictureJob['format'],
	{ pictures, snapshot, version }: PictureSources
): Promise<Response> {
	const query = new URL(request.url).searchParams;
	const view = readView(query);
	const options = orBadRequest(() => parsePicture(query));
	const job = () => orBadRequest(() => pictureJob(snapshot, view, options, format));
	const { source, version: data, updated } = snapshot;
	const { now, knownUntil } = pageClock(view, snapshot);
	// The time of the data stands in the foot: a picture with `now` stays the same all the same.
	const seen = [version, source, data, updated, now, knownUntil];
	const key = `${format} ${viewQuery(view)} ${JSON.stringify([options, seen])}`;
	return pictures.answer(request, key, job);
}
