import type { Answer, ListAnswer } from './api.ts';
import type { Collection } from './collection.ts';
import { wrongShape, type WrongShape } from './wrong-shapes.ts';

/** Faults in what is answered. */
export type AnswerFault =
	/** Any status; a body that is a string leaves as HTML, anything else as JSON. */
	| { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
	/** 200 and a web page, as a captive portal or an error page of a proxy. */
	| { kind: 'html' }
	| { kind: 'shape'; shape: WrongShape }
	| { kind: 'redirect'; to: string; status?: number }
	/** Two addresses that point to each other. */
	| { kind: 'redirect-loop' }
	/** The Date header is that many hours off. */
	| { kind: 'clock-off'; hours: number }
	/** Each further page counts `by` (1) more. */
	| { kind: 'count-changes'; by?: number }
	/** A page begins with the last `count` (1) documents of the page before instead of its own. */
	| { kind: 'duplicates'; count?: number }
	/** `next` points to another host: `to` is its origin. */
	| { kind: 'foreign-next'; to: string }
	/** After a page was answered, the document is there: later pages shift. Once, if not told. */
	| { kind: 'insert'; document: unknown }
	/** After a page was answered, the document is gone. Once, if not told. */
	| { kind: 'remove'; id: number }
	/** The document stands in a page in place of its `at`th (0). Default: one without an id. */
	| { kind: 'bad-document'; document?: unknown; at?: number };

/** Faults in how it is delivered. */
export type DeliveryFault =
	/** Half of the body; `honest` when its length is told right, else the connection breaks off. */
	| { kind: 'truncated'; honest?: boolean }
	/** Never ends; goes on until the client hangs up. */
	| { kind: 'endless' }
	/** A small compressed body that becomes so many megabytes (1024), JSON to its end. */
	| { kind: 'gzip-bomb'; megabytes?: number }
	/** The connection is reset, at once or in the middle of the body. */
	| { kind: 'reset'; midway?: boolean }
	/** Nothing comes; with `afterHeaders`, nothing but headers. */
	| { kind: 'hang'; afterHeaders?: boolean }
	/** A byte per tick of so many milliseconds (20). */
	| { kind: 'drip'; everyMs?: number }
	/** The right answer, but not before the promise is kept. */
	| { kind: 'hold'; until: Promise<unknown> };

export type Fault = AnswerFault | DeliveryFault;

/** Which calls a fault meets. */
export interface FaultScope {
	/** Tested against the call's path; all paths when not given, `api-throttle/` too. */
	readonly path?: RegExp;
	/** How many calls; until it is cleared when not given. */
	readonly times?: number;
}

const deliveryKinds: ReadonlySet<string> = new Set<DeliveryFault['kind']>([
	'truncated',
	'endless',
	'gzip-bomb',
	'reset',
	'hang',
	'drip',
	'hold'
]);

/** True for faults in how an answer is delivered. */
export function isDeliveryFault(fault: Fault): fault is DeliveryFault {
	return deliveryKinds.has(fault.kind);
}

const pageKinds: ReadonlySet<string> = new Set<AnswerFault['kind']>([
	'count-changes',
	'duplicates',
	'foreign-next',
	'insert',
	'remove',
	'bad-document'
]);

/** True when a fault has something to spoil in an answer: those of pages need a page. */
export function meets(fault: Fault, answer: Answer): boolean {
	return answer.page !== undefined || !pageKinds.has(fault.kind);
}

/** What a fault may use beside the answer. */
export interface FaultContext {
	readonly url: URL;
	readonly now: () => number;
	readonly events: Collection;
}

/** The answer with the fault in it. */
export function spoil(answer: Answer, fault: AnswerFault, context: FaultContext): Answer {
	switch (fault.kind) {
		case 'status':
			return statusAnswer(fault);
		case 'html':
			return { status: 200, text: '<!doctype html><title>Sign in</title><h1>Sign in</h1>' };
		case 'shape':
			return { ...answer, status: 200, ...wrongShape(fault.shape, answer.body) };
		case 'redirect':
			return { status: fault.status ?? 302, headers: { Location: fault.to }, text: '' };
		case 'redirect-loop':
			return { status: 302, headers: { Location: otherHop(context.url) }, text: '' };
		case 'clock-off': {
			const date = new Date(context.now() + fault.hours * 3_600_000).toUTCString();
			return { ...answer, headers: { ...answer.headers, Date: date } };
		}
		default:
			return isList(answer) ? spoilPage(answer, fault, context.events) : answer;
	}
}

type PageFault = Exclude<
	AnswerFault,
	{ kind: 'status' | 'html' | 'shape' | 'redirect' | 'redirect-loop' | 'clock-off' }
>;

function spoilPage(answer: ListAnswer, fault: PageFault, events: Collection): Answer {
	const { body, page } = answer;
	const results = Array.isArray(body.results) ? (body.results as readonly unknown[]) : [];
	const change = (part: Partial<typeof body>): Answer => ({
		...answer,
		body: { ...body, ...part }
	});
	switch (fault.kind) {
		case 'count-changes': {
			const pagesBefore = Math.ceil(page.offset / page.limit);
			return change({ count: Number(body.count) + pagesBefore * (fault.by ?? 1) });
		}
		case 'duplicates': {
			const doubled = page.between(page.offset - (fault.count ?? 1), page.offset);
			return change({ results: [...doubled, ...results.slice(doubled.length)] });
		}
		case 'foreign-next': {
			if (typeof body.next !== 'string') return answer;
			const { pathname, search } = new URL(body.next);
			return change({ next: new URL(pathname + search, fault.to).href });
		}
		case 'insert':
			events.put(fault.document);
			return answer;
		case 'remove':
			events.remove(fault.id);
			return answer;
		case 'bad-document':
			return change({
				results: results.with(
					fault.at ?? 0,
					'document' in fault ? fault.document : { name: 'no event' }
				)
			});
	}
}

function isList(answer: Answer): answer is ListAnswer {
	return answer.page !== undefined;
}

function statusAnswer({ status, body, headers = {} }: Fault & { kind: 'status' }): Answer {
	if (typeof body === 'string') return { status, headers, text: body };
	if (body !== undefined) return { status, headers, body };
	if (status >= 500) return { status, headers, text: `<h1>Server Error (${status})</h1>` };
	return { status, headers, body: { detail: `Answered with ${status} on purpose.` } };
}

function otherHop(url: URL): string {
	const target = new URL(url);
	target.searchParams.set('hop', url.searchParams.get('hop') === '1' ? '2' : '1');
	return target.pathname + target.search;
}
