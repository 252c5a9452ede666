import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basePath, createApi, type Answer, type Caller } from './api.ts';
import { createCallLog, type Call, type CallEnd, type CallLog } from './call-log.ts';
import { createCollection, type Collection } from './collection.ts';
import { deliver, packAnswer } from './delivery.ts';
import { apiRoot } from './documents/parts.ts';
import { stationPorts } from './documents/stations.ts';
import { createFaultList, type FaultList } from './fault-list.ts';
import type { Fault, FaultScope } from './faults.ts';
import { createThrottle } from './throttle.ts';

export type { Call, CallEnd } from './call-log.ts';
export type { Fault, FaultScope } from './faults.ts';

/** All optional: an empty stand-in without a limit on a free port. */
export interface UpstreamOptions {
	readonly port?: number;
	readonly documents?: readonly unknown[];
	/** The ports of known stations when not given. */
	readonly locations?: readonly unknown[];
	/** For callers without the token; no limit when not given. */
	readonly callsPerHour?: number;
	/** Callers who send it are counted by themselves, against their own limit; a wrong one gets 401. */
	readonly token?: { readonly value: string; readonly callsPerHour?: number };
	/** Epoch milliseconds; of the throttle, the call log and the Date header. */
	readonly now?: () => number;
}

/** A running stand-in for Launch Library 2. */
export interface Upstream extends Pick<CallLog, 'calls' | 'onCall' | 'waitForCalls'> {
	/** What LL2_BASE_URL takes: `http://127.0.0.1:43121/2.3.0`. */
	readonly url: string;
	readonly documents: readonly unknown[];
	/** Adds a docking event, or replaces the one with its id. */
	put(document: unknown): void;
	/** Tells whether the event was there. */
	remove(id: number): boolean;
	replaceAll(documents: readonly unknown[]): void;
	readonly locations: Collection;
	/** Undefined lifts the limit. Calls already made stay counted. */
	setCallsPerHour(callsPerHour: number | undefined): void;
	/** Returns a function that clears the fault. Several faults at once all apply. */
	fault(fault: Fault, scope?: FaultScope): () => void;
	clearFaults(): void;
	/** Stops at once: open connections are destroyed. */
	close(): Promise<void>;
}

/** What `api-throttle/` tells a caller without a limit. */
export const unlimitedCallsPerHour = 1_000_000;

/** Starts a stand-in on 127.0.0.1. */
export async function startUpstream(options: UpstreamOptions = {}): Promise<Upstream> {
	const { now = Date.now, port = 0 } = options;
	const events = createCollection(options.documents ?? []);
	const locations = createCollection(options.locations ?? stationPorts());
	const log = createCallLog();
	const faults = createFaultList();
	const limits = { anonymous: options.callsPerHour };
	const api = createApi({ events, locations, throttle: createThrottle(now) });
	const answerTo = createAnswerer(api, options, limits);
	const server = createServer((request, response) =>
		handle({ request, response }, { answerTo, events, faults, log, now })
	);
	const boundPort = await listen(server, port);
	return {
		url: `http://127.0.0.1:${boundPort}${basePath}`,
		calls: log.calls,
		onCall: log.onCall,
		waitForCalls: log.waitForCalls,
		get documents() {
			return events.documents;
		},
		put: events.put,
		remove: events.remove,
		replaceAll: events.replaceAll,
		locations,
		setCallsPerHour: (callsPerHour) => void (limits.anonymous = callsPerHour),
		fault: faults.add,
		clearFaults: faults.clear,
		close: () => close(server, log)
	};
}

type Answerer = (request: IncomingMessage, url: URL) => Answer;

interface HandleContext {
	readonly answerTo: Answerer;
	readonly events: Collection;
	readonly faults: FaultList;
	readonly log: CallLog;
	readonly now: () => number;
}

function createAnswerer(
	api: (url: URL, caller: Caller) => Answer,
	{ token }: UpstreamOptions,
	limits: { readonly anonymous: number | undefined }
): Answerer {
	return (request, url) => {
		const { authorization } = request.headers;
		const limitOf = (limit = unlimitedCallsPerHour) => limit;
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return { status: 405, body: { detail: `Method "${request.method}" not allowed.` } };
		if (!token || authorization === undefined)
			return api(url, { name: '127.0.0.1', callsPerHour: limitOf(limits.anonymous) });
		if (authorization === `Token ${token.value}`)
			return api(url, { name: 'token', callsPerHour: limitOf(token.callsPerHour) });
		const headers = { 'WWW-Authenticate': 'Token' };
		return { status: 401, headers, body: { detail: 'Invalid token.' } };
	};
}

function handle(
	exchange: { request: IncomingMessage; response: ServerResponse },
	{ answerTo, events, faults, log, now }: HandleContext
): void {
	const { request, response } = exchange;
	const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
	const url = new URL(request.url ?? '/', origin);
	const { answer, delivery } = faults.apply(answerTo(request, url), { url, now, events });
	const sendsNoStatus =
		(delivery?.kind === 'hang' && !delivery.afterHeaders) ||
		(delivery?.kind === 'reset' && !delivery.midway);
	const call: Call = {
		at: now(),
		method: request.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		authorization: request.headers.authorization,
		status: sendsNoStatus ? undefined : answer.status,
		ended: endOf(exchange)
	};
	response.setHeader('Date', new Date(now()).toUTCString());
	log.add(call);
	deliver(exchange, packAnswer(answer, apiRoot, `${origin}${basePath}`), delivery);
}

function endOf({
	request,
	response
}: {
	request: IncomingMessage;
	response: ServerResponse;
}): Promise<CallEnd> {
	const { socket } = request;
	const before = socket.bytesWritten;
	return new Promise((resolve) => {
		response.once('close', () => {
			const bytes = socket.bytesWritten - before;
			resolve({ isComplete: response.writableFinished, bytes });
		});
	});
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

function close(server: Server, log: CallLog): Promise<void> {
	log.close();
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
