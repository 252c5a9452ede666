import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** What an event called `catalogue` says. */
export interface News {
	/** The event's `id:`. */
	readonly id: string | undefined;
	readonly version: string;
	readonly events: number;
	/** ISO 8601. */
	readonly updated: string;
}

/** What `/live` answers; `hangUp` ends it from this side. */
export interface Stream {
	readonly response: IncomingMessage;
	/** The next event called `catalogue`; undefined when the stream ends. */
	next(): Promise<News | undefined>;
	hangUp(): void;
}

/** Opens `/live` of the app at `url`, on a connection of its own. */
export function openLive(url: string, headers: Record<string, string> = {}): Promise<Stream> {
	return new Promise((resolve, reject) => {
		const asking = get(`${url}/live`, { agent: false, headers }, (response) => {
			const events = newsOf(response);
			const next = async () => (await events.next()).value ?? undefined;
			resolve({ response, next, hangUp: () => asking.destroy() });
		});
		asking.on('error', reject);
	});
}

async function* newsOf(response: IncomingMessage): AsyncGenerator<News, void> {
	let text = '';
	for await (const chunk of response.setEncoding('utf8')) {
		text += chunk as string;
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			if (!/^event: catalogue$/m.test(block)) continue;
			const [, data = ''] = /^data: (.*)$/m.exec(block) ?? [];
			const id = /^id: (.*)$/m.exec(block)?.[1];
			yield { id, ...(JSON.parse(data) as Omit<News, 'id'>) };
		}
	}
}
