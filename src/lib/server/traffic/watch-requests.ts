import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Log } from '../log.ts';
import { prefix } from '../metrics/registry.ts';
import { noteRequest } from './request-note.ts';

/** Node's word that a request has come, before anything answers: files and errors too. */
const channel = 'http.server.request.start';
const bucketsS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The label of what no route answers: files, and addresses where there is nothing. */
const noRoute = 'none';
/** An answer that lasts as long as its reader stays. */
const streamRoute = '/live';
/** What machines ask all day: worth a line only when it fails. */
const quietRoutes: ReadonlySet<string> = new Set([noRoute, '/healthz', '/metrics']);
/** As nginx tells a client that left before there was an answer. */
const clientLeft = 499;
const longestPath = 200;

/**
 * Gives every request to this process an id, which its answer carries as `x-request-id`, counts it
 * in `registry` and logs it when its answer has ended. The header goes to Node's answer, not
 * SvelteKit's, so that no kept page holds it. What it returns ends that.
 */
export function watchRequests(registry: Registry, log: Log): () => void {
	const count = createRequestCounter(registry);
	const onStart = (message: unknown) => {
		const { request, response } = message as RequestStart;
		const note = noteRequest(request);
		const startedMs = performance.now();
		response.setHeader('x-request-id', note.id);
		response.once('close', () => {
			const tookMs = performance.now() - startedMs;
			const route = note.route ?? noRoute;
			const status = response.headersSent ? response.statusCode : clientLeft;
			count(route, status, tookMs);
			log[levelOf(route, status)](
				{
					requestId: note.id,
					method: request.method,
					route,
					path: pathOf(request.url ?? ''),
					status,
					durationMs: Math.round(tookMs * 10) / 10
				},
				'answered'
			);
		});
	};
	subscribe(channel, onStart);
	return () => void unsubscribe(channel, onStart);
}

interface RequestStart {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
}

function createRequestCounter(registry: Registry) {
	const registers = [registry];
	const requests = new Counter({
		name: `${prefix}http_requests_total`,
		help: 'Requests answered, by route and status; 499: the client left first.',
		labelNames: ['route', 'status'],
		registers
	});
	const durations = new Histogram({
		name: `${prefix}http_request_duration_seconds`,
		help: 'From a request to the end of its answer; without streams of /live.',
		labelNames: ['route'],
		buckets: bucketsS,
		registers
	});
	return (route: string, status: number, tookMs: number) => {
		requests.inc({ route, status });
		if (route !== streamRoute) durations.observe({ route }, tookMs / 1000);
	};
}

function levelOf(route: string, status: number): 'debug' | 'info' | 'warn' {
	if (status >= 500) return 'warn';
	return status < 400 && quietRoutes.has(route) ? 'debug' : 'info';
}

/** Without query, whose words are a reader's own, and without the host and user of a full address. */
function pathOf(url: string): string {
	const path = url.startsWith('/') ? url.split(/[?#]/, 1)[0] : URL.parse(url)?.pathname;
	return (path ?? '').slice(0, longestPath);
}
