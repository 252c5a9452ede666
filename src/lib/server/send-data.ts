import { hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { calendarName } from '../export/calendar-name.ts';
import { csvPieces } from '../export/csv.ts';
import { viewStays, type Excerpt } from '../export/excerpt.ts';
import { fileName } from '../export/file-name.ts';
import { icsPieces } from '../export/ics.ts';
import { jsonPieces } from '../export/json.ts';
import { formatIso, type Instant } from '../time/instant.ts';
import type { View } from '../view/view.ts';
import { sampleCredits } from './archive/sample/credits.ts';
import { chooseEncoding, holdsTag, type Encoding } from './compress.ts';
import { ownOrigin, type OriginEnvironment } from './ll2-api/origin.ts';
import type { Log } from './log.ts';
import { pageClock } from './page-data.ts';
import { cacheForAMoment } from './requests.ts';
import type { Snapshot } from './snapshot.ts';

/** The formats that data are given out in. */
export type DataFormat = 'csv' | 'json' | 'ics';

/** What is given out, and what it is made by. */
export interface DataRequest {
	readonly view: View;
	readonly snapshot: Snapshot;
	/** The app's: another one may write the same stays otherwise. */
	readonly version: string;
	readonly env: OriginEnvironment;
	readonly log: Log;
}

const types: Readonly<Record<DataFormat, string>> = {
	csv: 'text/csv; charset=utf-8; header=present',
	json: 'application/json; charset=utf-8',
	// With METHOD inside, the header names it too (RFC 5545, 3.7.2).
	ics: 'text/calendar; charset=utf-8; method=PUBLISH'
};

/** Spreadsheets open a file; scripts and calendars read the address. */
const dispositions: Readonly<Record<DataFormat, 'attachment' | 'inline'>> = {
	csv: 'attachment',
	json: 'inline',
	ics: 'inline'
};

/**
 * The response to `request` with the stays of a view, as a stream that is made while it is read; 304
 * when the client has it already.
 */
export function sendData(request: Request, format: DataFormat, data: DataRequest): Response {
	const { snapshot, view } = data;
	const { now } = pageClock(view, snapshot);
	const origin = ownOrigin(new URL(request.url), request.headers.get('host'), data.env);
	const tag = tagOf([data.version, format, origin ?? '', now, view, snapshot]);
	const file = fileName(snapshot.catalogue, view, now, { extension: format });
	const headers = new Headers({
		...cacheForAMoment,
		'content-type': types[format],
		'content-disposition': `${dispositions[format]}; filename="${file}"`,
		'access-control-allow-origin': '*',
		'access-control-expose-headers':
			'Content-Disposition, ETag, Link, X-Berthline-Source, X-Berthline-Updated',
		etag: tag,
		'x-berthline-source': snapshot.source,
		'x-berthline-updated': formatIso(snapshot.updated)
	});
	if (format === 'json')
		headers.set('link', '</data.schema.json>; rel="describedby"; type="application/schema+json"');
	if (holdsTag(request.headers.get('if-none-match'), tag))
		return new Response(null, { status: 304, headers });
	const encoding = chooseEncoding(request.headers.get('accept-encoding'));
	if (encoding) headers.set('content-encoding', encoding);
	if (request.method === 'HEAD') return new Response(null, { headers });
	const pieces = piecesOf(format, excerptOf(data, now), {
		name: calendarName(snapshot.catalogue, view.filter),
		origin
	});
	return new Response(streamOf(inTurns(pieces, data.log), encoding), { headers });
}

function tagOf(parts: readonly [string, DataFormat, string, number, View, Snapshot]): string {
	const [version, format, origin, now, { filter, from, to }, snapshot] = parts;
	const key = JSON.stringify([
		...[version, format, origin, now, filter, from ?? null, to ?? null],
		...[snapshot.version, snapshot.source, snapshot.updated]
	]);
	return `W/"${hash('sha256', key, 'base64url').slice(0, 27)}"`;
}

function excerptOf({ view, snapshot }: DataRequest, now: Instant): Excerpt {
	const { catalogue, updated, source } = snapshot;
	return {
		places: catalogue,
		stays: viewStays(catalogue, view, now),
		now,
		updated,
		source,
		credits: source === 'sample' ? sampleCredits : []
	};
}

function piecesOf(
	format: DataFormat,
	excerpt: Excerpt,
	calendar: Parameters<typeof icsPieces>[1]
): Generator<string, void> {
	if (format === 'ics') return icsPieces(excerpt, calendar);
	return format === 'csv' ? csvPieces(excerpt) : jsonPieces(excerpt);
}

/**
 * `pieces`, with a turn for others after each: a reader as fast as this machine would hold them up
 * to the end. What breaks off an answer that has begun goes into the log; nobody else can tell.
 */
async function* inTurns(pieces: Iterator<string, void>, log: Log): AsyncGenerator<string, void> {
	const next = () => {
		try {
			return pieces.next();
		} catch (problem) {
			log.error({ err: problem }, 'data could not be written to their end');
			throw problem;
		}
	};
	for (let step = next(); !step.done; step = next()) {
		yield step.value;
		await nextTurn();
	}
}

/** The window of streams in Brotli, as a power of two: a megabyte, not the four of a file. */
const brotliWindow = 20;

/** `pieces` as bytes in `encoding`; the next is made when the reader has taken those before it. */
function streamOf(
	pieces: AsyncIterable<string>,
	encoding: Encoding | undefined
): ReadableStream<Uint8Array> {
	const plain = Readable.from(pieces, { objectMode: false });
	// Who fails has told it; a client that hangs up is no failure.
	const packed = encoding ? pipeline(plain, compressor(encoding), () => undefined) : plain;
	const stream: NodeReadableStream<Uint8Array> = Readable.toWeb(packed);
	return stream as ReadableStream<Uint8Array>;
}

function compressor(encoding: Encoding) {
	if (encoding === 'gzip') return createGzip({ level: 6 });
	return createBrotliCompress({
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 5,
			[constants.BROTLI_PARAM_LGWIN]: brotliWindow
		}
	});
}
