import * as v from 'valibot';
import { instant, type Instant } from '../../time/instant.ts';
import type { ArchiveChange, ArchiveContents, CallAnswer, StoredDocument } from './archive.ts';
import { factsFromRows, rowsFromFacts } from './facts.ts';

/** What Redis told at one instant, in the terms of an archive. */
export interface News {
	readonly revision: number;
	/** Ids of all documents. */
	readonly ids: ReadonlySet<number>;
	/** Documents put since the revision that was asked for. */
	readonly put: readonly StoredDocument[];
	readonly locations: ArchiveContents['locations'];
	readonly facts: ArchiveContents['facts'];
	/** By when they were made, on this process' clock. */
	readonly calls: readonly Instant[];
	/** Name and time on Redis' clock of each call, as `restoreCallsScript` takes them. */
	readonly namedCalls: readonly string[];
}

const texts = v.array(v.string());
const number = v.pipe(v.string(), v.transform(Number), v.number());
const newsReply = v.tuple([number, number, texts, texts, texts, texts, texts]);
const spendReply = v.pipe(v.tupleWithRest([v.number(), number], number));

/** The answer of `newsScript`; `now` is this process' time. Throws a ValiError for anything else. */
export function readNews(reply: unknown, now: Instant): News {
	const [revision, redisNow, ids, put, locations, facts, calls] = v.parse(newsReply, reply);
	const aheadMs = now - redisNow;
	return {
		revision,
		ids: new Set(ids.map(Number)),
		put: pairs(put).map(readDocument),
		locations: new Map(byId(pairs(locations).map(readDocument))),
		facts: factsFromRows(pairs(facts)),
		calls: pairs(calls).map(([, at]) => instant(Number(at) + aheadMs)),
		namedCalls: calls
	};
}

/** The answer of `spendScript`, as `readNews`. */
export function readSpent(reply: unknown, now: Instant): CallAnswer {
	const [granted, redisNow, ...calls] = v.parse(spendReply, reply);
	return { granted: granted === 1, calls: calls.map((at) => instant(at + now - redisNow)) };
}

/** Contents after news that tell all that has changed since `contents` were right. */
export function withNews(contents: ArchiveContents, news: News): ArchiveContents {
	const { ids, put, locations, facts, calls } = news;
	const kept = [...contents.documents].filter(([id]) => ids.has(id));
	const isSame = kept.length === contents.documents.size && put.length === 0;
	return {
		documents: isSame ? contents.documents : new Map([...kept, ...byId(put)]),
		locations,
		facts,
		calls
	};
}

/** A change as `applyScript` takes it. */
export function changeArguments(change: ArchiveChange, term: number | undefined): string[] {
	const { put = [], remove = [], locations, facts = {} } = change;
	const rows = rowsFromFacts(facts);
	return [
		term === undefined ? '' : String(term),
		String(put.length),
		...put.flatMap(written),
		String(remove.length),
		...remove.map(String),
		String(locations?.length ?? -1),
		...(locations ?? []).flatMap(written),
		String(rows.length),
		...rows.flat()
	];
}

function written({ id, receivedAt, text }: StoredDocument): [string, string] {
	return [String(id), `${receivedAt} ${text}`];
}

function readDocument([id, value]: readonly [string, string]): StoredDocument {
	const at = value.indexOf(' ');
	return {
		id: Number(id),
		receivedAt: instant(Number(value.slice(0, at))),
		text: value.slice(at + 1)
	};
}

function byId(documents: readonly StoredDocument[]): [number, StoredDocument][] {
	return documents.map((document) => [document.id, document]);
}

function pairs(list: readonly string[]): [string, string][] {
	return Array.from({ length: list.length / 2 }, (_, index) => [
		list[index * 2]!,
		list[index * 2 + 1]!
	]);
}
