import type { Instant } from '../time/instant.ts';
import type { Archive } from './archive/archive.ts';
import type { HeldDocument } from './holdings.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { Budget } from './launch-library/budget.ts';
import type { Client } from './launch-library/client.ts';
import { readDocument } from './launch-library/read-document.ts';
import type { Log } from './log.ts';

/** Reads single events that the archive lacks. */
export interface EventReader {
	/** The event as received; undefined when upstream has none, or may not be asked now. */
	read(id: number): Promise<JsonObject | undefined>;
}

export interface EventReaderOptions {
	readonly client: Pick<Client, 'readEvent'>;
	readonly budget: Pick<Budget, 'take' | 'block' | 'succeeded' | 'limit'>;
	readonly archive: Pick<Archive, 'read' | 'apply'>;
	readonly clock: () => Instant;
	readonly log: Log;
	/** Told of a document that has come and is archived. */
	readonly onRead: (document: HeldDocument) => Promise<void>;
}

/** How long "there is none" is believed, and how long a call that failed is not repeated. */
const absentMs = 3_600_000;
const failedMs = 60_000;

/**
 * Of the calls of an hour, at most a third, and two at least: somebody who asks for one unknown
 * id after the other must not keep the refreshes from theirs.
 */
const shareOfCalls = 1 / 3;
const hourMs = 3_600_000;

/** At most so many ids are remembered as absent; the oldest is forgotten first. */
const mostAbsent = 10_000;

/**
 * A reader that asks upstream once for each id: those who ask while a call is under way share it,
 * and an answer that there is none is remembered for an hour.
 */
export function createEventReader(options: EventReaderOptions): EventReader {
	const { archive, clock } = options;
	const underWay = new Map<number, Promise<JsonObject | undefined>>();
	const absentUntil = new Map<number, number>();
	const spentAt: Instant[] = [];

	function remember(id: number, forMs: number): void {
		absentUntil.delete(id);
		absentUntil.set(id, clock() + forMs);
		const [oldest] = absentUntil.keys();
		if (absentUntil.size > mostAbsent && oldest !== undefined) absentUntil.delete(oldest);
	}

	async function spend(): Promise<boolean> {
		while (spentAt.length && spentAt[0]! <= clock() - hourMs) spentAt.shift();
		if (spentAt.length >= Math.max(2, Math.floor(options.budget.limit() * shareOfCalls)))
			return false;
		// Counted before it is granted, so that those who ask at once do not exceed the share.
		spentAt.push(clock());
		const { granted } = await options.budget.take('event');
		if (!granted) spentAt.pop();
		return granted;
	}

	async function ask(id: number): Promise<JsonObject | undefined> {
		const archived = readArchived((await archive.read()).documents.get(id)?.text);
		if (archived) return archived;
		if ((absentUntil.get(id) ?? -Infinity) > clock()) return undefined;
		if (!(await spend())) return undefined;
		const outcome = await askUpstream(id, options);
		if ('document' in outcome) return outcome.document;
		remember(id, outcome.isAbsent ? absentMs : failedMs);
		return undefined;
	}

	return {
		read(id) {
			const known = underWay.get(id);
			if (known) return known;
			const asking = ask(id).finally(() => underWay.delete(id));
			underWay.set(id, asking);
			return asking;
		}
	};
}

/** Undefined for what the archive holds but nobody can read: upstream may have mended it. */
function readArchived(text: string | undefined): JsonObject | undefined {
	if (text === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) && readDocument(value).ok ? value : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

type Outcome = { readonly document: JsonObject } | { readonly isAbsent: boolean };

async function askUpstream(id: number, options: EventReaderOptions): Promise<Outcome> {
	const { client, budget, archive, clock, log, onRead } = options;
	const answer = await client.readEvent(id);
	if (!answer.ok) {
		const { failure } = answer;
		if (failure.kind === 'throttled') await budget.block(failure.retryAfterMs);
		log.info({ id, failure: failure.kind }, 'a docking event that the archive lacks was not had');
		return { isAbsent: failure.kind === 'not-found' };
	}
	budget.succeeded();
	const read = readDocument(answer.value);
	if (!read.ok || read.event.id !== id) {
		log.warn(
			{ id, reason: read.ok ? 'another id' : read.reason },
			'a docking event cannot be read'
		);
		return { isAbsent: false };
	}
	const document = { id, text: JSON.stringify(answer.value), event: read.event };
	await archive.apply({ put: [{ id, text: document.text, receivedAt: clock() }] });
	await onRead(document);
	log.info({ id }, 'a docking event that the archive lacked was read');
	return { document: answer.value };
}
