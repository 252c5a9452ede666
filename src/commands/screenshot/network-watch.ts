import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Request } from '@playwright/test';

/** What a page asks for. */
export interface NetworkWatch {
	/** Resolves when the page has asked for nothing, and waited for nothing, for a moment. */
	quiet(): Promise<void>;
}

const quietMs = 300;
const lookEveryMs = 50;
/** Connections that stay open as long as the page does. */
const streams: readonly string[] = ['eventsource', 'websocket', 'ping'];

/** Watches the requests of a page that has not been opened yet. */
export function watchNetwork(page: Page): NetworkWatch {
	const open = new Set<Request>();
	let changedAt = performance.now();
	const isOver = (request: Request) => {
		if (open.delete(request)) changedAt = performance.now();
	};
	page.on('request', (request) => {
		if (streams.includes(request.resourceType())) return;
		open.add(request);
		changedAt = performance.now();
	});
	page.on('requestfinished', isOver);
	page.on('requestfailed', isOver);
	return {
		async quiet() {
			while (!page.isClosed() && (open.size > 0 || performance.now() - changedAt < quietMs))
				await delay(lookEveryMs);
		}
	};
}
