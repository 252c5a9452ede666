import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over the wire: nothing unpacked, nothing cached, no redirect followed. */
export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** The body unpacked as its Content-Encoding says. */
	readonly text: string;
}

export interface AskOptions {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** The answer to one request. */
export function ask(
	url: string,
	{ method = 'GET', headers = {} }: AskOptions = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asking = request(url, { method, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const body = Buffer.concat(chunks);
				const encoding = response.headers['content-encoding'];
				const text = unpacked(body, encoding).toString();
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text });
			});
		});
		asking.on('error', reject);
		asking.end();
	});
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
	if (body.length === 0) return body;
	if (encoding === 'br') return brotliDecompressSync(body);
	return encoding === 'gzip' ? gunzipSync(body) : body;
}
