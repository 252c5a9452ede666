import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setResponse } from '@sveltejs/kit/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { createLiveStreams } from '../../../src/lib/server/live.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { at } from '../at.ts';

const first: Snapshot = {
	catalogue: buildCatalogue([]),
	source: 'live',
	minute: at('2026-10-08T12:00Z'),
	updated: at('2026-10-08T11:30Z'),
	staleAfterMs: 3_600_000,
	version: 'v1',
	events: 641,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 15,
	reason: undefined,
	warnings: [],
	unreadable: 0
};

/** A source of snapshots that a test refreshes. */
function createSource() {
	let snapshot = first;
	const listeners = new Set<(snapshot: Snapshot) => void>();
	return {
		snapshot: () => snapshot,
		subscribe(listener: (snapshot: Snapshot) => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		refresh(change: Partial<Snapshot>) {
			snapshot = { ...snapshot, ...change };
			for (const listener of listeners) listener(snapshot);
		},
		listeners
	};
}

function reader(stream: ReadableStream<Uint8Array>) {
	const bytes = stream.getReader();
	const decoder = new TextDecoder();
	return {
		async next() {
			const { done, value } = await bytes.read();
			return done ? 'end' : decoder.decode(value);
		},
		cancel: () => bytes.cancel()
	};
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const never = () => new AbortController().signal;
const event = (version: string, events: number, updated: string) =>
	`event: catalogue\nid: ${version}\ndata: {"version":"${version}","events":${events},"updated":"${updated}"}\n\n`;

describe('a live stream', () => {
	it('sends the catalogue’s version at once', async () => {
		const live = reader(createLiveStreams(createSource()).open(never(), vi.fn())!);
		expect(await live.next()).toBe(`retry: 5000\n\n${event('v1', 641, '2026-10-08T11:30:00Z')}`);
	});

	it('sends it after each refresh, with the same version when nothing changed', async () => {
		const source = createSource();
		const live = reader(createLiveStreams(source).open(never(), vi.fn())!);
		await live.next();
		source.refresh({ updated: at('2026-10-08T12:00Z') });
		source.refresh({ version: 'v2', events: 642, updated: at('2026-10-08T12:30Z') });
		expect(await live.next()).toBe(event('v1', 641, '2026-10-08T12:00:00Z'));
		expect(await live.next()).toBe(event('v2', 642, '2026-10-08T12:30:00Z'));
	});

	it('sends to every stream that is open', async () => {
		const source = createSource();
		const streams = createLiveStreams(source);
		const both = [1, 2].map(() => reader(streams.open(never(), vi.fn())!));
		for (const live of both) await live.next();
		source.refresh({ version: 'v2' });
		for (const live of both) expect(await live.next()).toContain('"version":"v2"');
	});

	it('says that it is alive while nothing happens', async () => {
		const live = reader(createLiveStreams(createSource()).open(never(), vi.fn())!);
		await live.next();
		vi.advanceTimersByTime(20_000);
		expect(await live.next()).toBe(': alive\n\n');
	});

	it.each<
		[
			string,
			(controller: AbortController, live: ReturnType<typeof reader>, close: () => void) => unknown
		]
	>([
		['the client goes away', (controller) => controller.abort()],
		['the client stops reading', (_, live) => live.cancel()],
		['the server stops', (_controller, _live, close) => close()]
	])('ends, listens no more and leaves no timer when %s', async (_, leave) => {
		const source = createSource();
		const streams = createLiveStreams(source);
		const controller = new AbortController();
		const live = reader(streams.open(controller.signal, vi.fn())!);
		await live.next();
		expect([source.listeners.size, vi.getTimerCount()]).toEqual([1, 1]);
		await leave(controller, live, () => streams.close());
		expect([source.listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
		expect(await live.next()).toBe('end');
		controller.abort();
		streams.close();
		source.refresh({ version: 'v2' });
	});

	it('drops a client that does not read, and goes on for those that do', async () => {
		const source = createSource();
		const streams = createLiveStreams(source);
		const hangUp = vi.fn();
		streams.open(never(), hangUp);
		const live = reader(streams.open(never(), vi.fn())!);
		await live.next();
		let refreshes = 0;
		while (!hangUp.mock.calls.length && refreshes < 10_000) {
			source.refresh({ version: `v${++refreshes}` });
			expect(await live.next()).toContain(`"version":"v${refreshes}"`);
		}
		expect(hangUp).toHaveBeenCalledOnce();
		// 16 KB of a hundred bytes each, and the first.
		expect(refreshes).toBeGreaterThan(50);
		expect(refreshes).toBeLessThan(300);
		expect([source.listeners.size, vi.getTimerCount()]).toEqual([1, 1]);
		source.refresh({ version: 'last' });
		expect(await live.next()).toContain('"version":"last"');
		expect(hangUp).toHaveBeenCalledOnce();
	});

	it('breaks the connection of a client that never reads, and lets go of what waited for it', async () => {
		const source = createSource();
		const streams = createLiveStreams(source, 1);
		const server = createServer((request, response) => {
			const stream = streams.open(never(), () => request.destroy());
			void setResponse(response, new Response(stream));
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const client = connect(port, '127.0.0.1', () =>
			client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
		);
		client.pause().on('error', () => undefined);
		const [request] = (await once(server, 'request')) as [IncomingMessage];
		let isBroken = false;
		request.socket.on('close', () => (isBroken = true));
		// Long ones, because the system takes some megabytes before anything has to wait.
		for (let refreshes = 0; !isBroken && refreshes < 5000; refreshes++) {
			source.refresh({ version: `${refreshes} ${'x'.repeat(15_000)}` });
			await nextTurn();
		}
		expect(isBroken).toBe(true);
		expect([source.listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
		expect(streams.open(never(), vi.fn())).toBeDefined();
		client.destroy();
		server.close();
	});

	it('keeps nothing open for a client that has gone before it began', async () => {
		const source = createSource();
		const live = reader(createLiveStreams(source).open(AbortSignal.abort(), vi.fn())!);
		expect([source.listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
		await live.next();
		expect(await live.next()).toBe('end');
	});
});

describe('live streams', () => {
	it('are refused when too many are open, until one of them ends', () => {
		const streams = createLiveStreams(createSource(), 2);
		const leaving = new AbortController();
		expect(streams.open(leaving.signal, vi.fn())).toBeDefined();
		expect(streams.open(never(), vi.fn())).toBeDefined();
		expect(streams.open(never(), vi.fn())).toBeUndefined();
		leaving.abort();
		expect(streams.open(never(), vi.fn())).toBeDefined();
		expect(streams.open(never(), vi.fn())).toBeUndefined();
	});

	it('are a thousand at most, unless it says otherwise', () => {
		const streams = createLiveStreams(createSource());
		for (let count = 0; count < 1000; count++) expect(streams.open(never(), vi.fn())).toBeDefined();
		expect(streams.open(never(), vi.fn())).toBeUndefined();
		streams.close();
		expect(streams.open(never(), vi.fn())).toBeDefined();
	});

	it('tells when live data have gone stale, though nothing came', async () => {
		vi.useFakeTimers({ now: at('2026-10-08T12:00Z') });
		const source = createSource();
		const stale: Snapshot = { ...first, source: 'stale' };
		const isStale = () => Date.now() > first.updated + first.staleAfterMs;
		const streams = createLiveStreams({
			...source,
			snapshot: () => (isStale() ? stale : first)
		});
		const live = reader(streams.open(never(), vi.fn())!);
		await vi.advanceTimersByTimeAsync(1_799_999);
		expect(isStale()).toBe(false);
		await vi.advanceTimersByTimeAsync(2);
		expect(isStale()).toBe(true);
		const told: string[] = [];
		while (told.filter((text) => text.includes('event: catalogue')).length < 2)
			told.push(await live.next());
		expect(told.filter((text) => text.includes('data:'))).toHaveLength(2);
		streams.close();
	});
});
