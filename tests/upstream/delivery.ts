import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './api.ts';
import type { DeliveryFault } from './faults.ts';

/** An answer as bytes on their way. */
export interface Parcel {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** The answer as bytes: links to the API name `ownRoot`, where it is served, in place of `apiRoot`. */
export function packAnswer(answer: Answer, apiRoot: string, ownRoot: string): Parcel {
	const isText = answer.text !== undefined;
	const text = answer.text ?? JSON.stringify(answer.body ?? null).replaceAll(apiRoot, ownRoot);
	const type = isText ? 'text/html; charset=utf-8' : 'application/json';
	return {
		status: answer.status,
		headers: { 'Content-Type': type, Vary: 'Accept, Cookie', ...answer.headers },
		body: Buffer.from(text)
	};
}

/** Sends the parcel, compressed where the client takes that; with a fault, as the fault says. */
export function deliver(
	{ request, response }: { request: IncomingMessage; response: ServerResponse },
	parcel: Parcel,
	fault: DeliveryFault | undefined
): void {
	switch (fault?.kind) {
		case undefined:
			return send(request, response, parcel);
		case 'hold':
			return void fault.until.then(() => send(request, response, parcel));
		case 'truncated':
			return truncate(response, parcel, fault.honest ?? false);
		case 'endless':
			return sendForever(response, parcel);
		case 'gzip-bomb':
			return void sendBomb(response, parcel, fault.megabytes ?? 1024);
		case 'reset':
			return reset(request, response, fault.midway ? parcel : undefined);
		case 'hang':
			if (fault.afterHeaders) begin(response, parcel, parcel.body.length).flushHeaders();
			return;
		case 'drip':
			return drip(response, parcel, fault.everyMs ?? 20);
	}
}

function send(request: IncomingMessage, response: ServerResponse, parcel: Parcel): void {
	const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
	if (!takesGzip || parcel.body.length < 1400)
		return void begin(response, parcel, parcel.body.length).end(parcel.body);
	const body = gzipSync(parcel.body, { level: 1 });
	const headers = { ...parcel.headers, 'Content-Encoding': 'gzip' };
	begin(response, { ...parcel, headers }, body.length).end(body);
}

function begin(response: ServerResponse, parcel: Parcel, length?: number): ServerResponse {
	const lengthHeader = length === undefined ? {} : { 'Content-Length': String(length) };
	return response.writeHead(parcel.status, { ...parcel.headers, ...lengthHeader });
}

function truncate(response: ServerResponse, parcel: Parcel, isHonest: boolean): void {
	const half = parcel.body.subarray(0, Math.ceil(parcel.body.length / 2));
	if (isHonest) return void begin(response, parcel, half.length).end(half);
	begin(response, parcel, parcel.body.length).write(half, () => response.destroy());
}

const listStart = '{"count":1,"next":null,"previous":null,"results":[';

function sendForever(response: ServerResponse, parcel: Parcel): void {
	const filler = Buffer.alloc(65_536, ' ');
	const pump = () => {
		while (!response.destroyed && response.write(filler));
	};
	response.on('drain', pump);
	begin(response, parcel).write(listStart);
	pump();
}

/** Gzip members one after the other: each a few kilobytes that become ten megabytes of spaces. */
async function sendBomb(
	response: ServerResponse,
	parcel: Parcel,
	megabytes: number
): Promise<void> {
	const headers = { ...parcel.headers, 'Content-Encoding': 'gzip' };
	const member = gzipSync(Buffer.alloc(10_000_000, ' '), { level: 9 });
	begin(response, { ...parcel, headers }).write(gzipSync(listStart));
	for (let sent = 0; sent < megabytes && !response.destroyed; sent += 10)
		await new Promise((written) => response.write(member, written));
	response.end(gzipSync(']}'));
}

function reset(request: IncomingMessage, response: ServerResponse, begun?: Parcel): void {
	if (!begun) return void request.socket.resetAndDestroy();
	const half = begun.body.subarray(0, Math.ceil(begun.body.length / 2));
	begin(response, begun, begun.body.length).write(half, () => request.socket.resetAndDestroy());
}

function drip(response: ServerResponse, parcel: Parcel, everyMs: number): void {
	let sent = 0;
	begin(response, parcel, parcel.body.length);
	const timer = setInterval(() => {
		response.write(parcel.body.subarray(sent, sent + 1));
		sent += 1;
		if (sent < parcel.body.length) return;
		clearInterval(timer);
		response.end();
	}, everyMs);
	response.on('close', () => clearInterval(timer));
}
