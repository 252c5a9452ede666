import { hash } from 'node:crypto';
import { encodeColumns, encodeMatching } from '../docking/encode-columns.ts';
import { everyStay, wordsTest, type StayFilter } from '../docking/query.ts';
import { chooseEncoding } from './compress.ts';
import { createAnswerCache, packAnswer, type PackedAnswer } from './ll2-api/answer-cache.ts';
import { cacheForAMoment, readView } from './requests.ts';
import type { Snapshot } from './snapshot.ts';

/** What columns may be asked for: the parts of a filter that look at words. */
export type WordsFilter = Pick<StayFilter, 'agencies' | 'text'>;

/** The filter of a query that names what `/` does; all but `agency` and `q` is ignored. */
export function readWords(query: URLSearchParams): WordsFilter {
	const named = [...query].filter(([name]) => name === 'agency' || name === 'q');
	return readView(new URLSearchParams(named)).filter;
}

/** Keeps the columns of the data shown ready to be sent. */
export interface ColumnAnswers {
	/** All stays of `snapshot` as JSON, with which of them `filter` finds. */
	answer(snapshot: Pick<Snapshot, 'catalogue'>, filter: WordsFilter): PackedAnswer;
}

/**
 * Answers that are made once for each catalogue and each filter; those of the last
 * catalogue are forgotten as soon as there is another, and of many filters the least used.
 */
export function createColumnAnswers(): ColumnAnswers {
	let edition: ReturnType<typeof createEdition> | undefined;
	return {
		answer(snapshot, filter) {
			if (edition?.catalogue !== snapshot.catalogue) edition = createEdition(snapshot.catalogue);
			return edition.answer(filter);
		}
	};
}

/** The answers of one catalogue, which share the bytes of what is the same in all of them. */
function createEdition(catalogue: Snapshot['catalogue']) {
	const cache = createAnswerCache();
	const all = Buffer.from(JSON.stringify(encodeColumns(catalogue)));
	const allHash = hash('sha256', all);
	const open = all.subarray(0, -1);

	function make({ agencies, text }: WordsFilter): PackedAnswer {
		const test = wordsTest(catalogue, { ...everyStay, agencies, text });
		const runs = agencies.length || text ? encodeMatching(catalogue, test) : undefined;
		const end = runs ? `,"matching":${JSON.stringify(runs)}}` : '}';
		return packAnswer({ status: 200, text: [open, end], isPage: false, key: allHash + end });
	}

	return {
		catalogue,
		answer(filter: WordsFilter): PackedAnswer {
			const key = JSON.stringify([filter.agencies, filter.text.toLowerCase()]);
			const ready = cache.get(key) ?? make(filter);
			cache.put(key, ready);
			return ready;
		}
	};
}

/** The response to `request` with `packed`, in the coding that it accepts; its tag is its content's. */
export async function sendColumns(
	request: Request,
	packed: PackedAnswer,
	caching: Readonly<Record<string, string>> = cacheForAMoment
): Promise<Response> {
	const accepted = chooseEncoding(request.headers.get('accept-encoding'));
	const { pieces, length, encoding } = await packed.body(accepted);
	const headers = new Headers({
		...caching,
		'content-type': packed.type,
		'content-length': String(length),
		etag: packed.tag
	});
	if (encoding) headers.set('content-encoding', encoding);
	return new Response(Buffer.concat(pieces), { headers });
}
