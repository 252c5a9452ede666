import {
	createServer,
	request,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What stands between a browser and an app, and can be cut. */
export interface Front {
	/** Its address without a slash at the end; it stays while apps behind it come and go. */
	readonly url: string;
	/** The app behind it; undefined: nobody answers, and what is open breaks. */
	app: string | undefined;
	/** Requests for which this holds break; the others pass. */
	breaks: (path: string) => boolean;
	/** Requests for which this holds are answered by a stream that stays open and says nothing. */
	silences: (path: string) => boolean;
	/** Changes what is told at `/kiosk` and `/kiosk.json`. */
	rewrite: ((text: string) => string) | undefined;
	/** Paths asked for so far. */
	readonly asked: string[];
	close(): Promise<void>;
}

/** Starts a front for the app at `app`. */
export async function startFront(app: string): Promise<Front> {
	const open = new Set<ServerResponse>();
	const server = createServer((incoming, outgoing) => {
		const path = incoming.url ?? '/';
		front.asked.push(path);
		open.add(outgoing);
		outgoing.on('close', () => open.delete(outgoing));
		if (!behind || front.breaks(path)) outgoing.destroy();
		else if (front.silences(path)) sayNothing(outgoing);
		else pass(behind, incoming, outgoing, front.rewrite);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	let behind: string | undefined = app;
	const front: Front = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		get app() {
			return behind;
		},
		set app(next) {
			behind = next;
			for (const outgoing of open) outgoing.destroy();
		},
		breaks: () => false,
		silences: () => false,
		rewrite: undefined,
		asked: [],
		async close() {
			front.app = undefined;
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
	return front;
}

function sayNothing(outgoing: ServerResponse): void {
	outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
	outgoing.write(': nothing\n\n');
}

/** Asks for the plain text of all of it, whatever is known already. */
function whole({ 'if-none-match': _tag, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
	return { ...headers, 'accept-encoding': 'identity' };
}

function pass(
	app: string,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	rewrite: Front['rewrite']
): void {
	const { method, headers, url = '/' } = incoming;
	const asked = request(
		new URL(url, app),
		{ method, headers: rewrite ? whole(headers) : headers },
		(answer) => {
			const isTold = rewrite && /^\/kiosk/.test(url) && answer.statusCode === 200;
			if (!isTold) {
				outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(outgoing);
				return;
			}
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				const { etag: _etag, 'content-length': _length, ...others } = answer.headers;
				// What is changed has other hashes than the policy tells.
				const { 'content-security-policy': _policy, ...kept } = others;
				outgoing.writeHead(200, kept);
				outgoing.end(rewrite(text));
			});
		}
	);
	asked.on('error', () => outgoing.destroy());
	outgoing.on('close', () => asked.destroy());
	incoming.pipe(asked);
}
