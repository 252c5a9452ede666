import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLive } from '../../../src/lib/look/follow-live.ts';

/** A stream that a test speaks through. */
class FakeStream extends EventTarget {
	static readonly CLOSED = 2;
	readonly url: string;
	readyState = 1;
	constructor(url: string) {
		super();
		this.url = url;
		streams.push(this);
	}
	close(): void {
		this.readyState = FakeStream.CLOSED;
	}
	say(version: string, updated: string): void {
		const data = JSON.stringify({ version, updated });
		this.dispatchEvent(new MessageEvent('catalogue', { data }));
	}
	fail(readyState: number): void {
		this.readyState = readyState;
		this.dispatchEvent(new Event('error'));
	}
}

class FakeDocument extends EventTarget {
	visibilityState = 'visible';
	show(state: 'visible' | 'hidden'): void {
		this.visibilityState = state;
		this.dispatchEvent(new Event('visibilitychange'));
	}
}

let streams: FakeStream[];
let page: FakeDocument;
const open = () => streams.filter((stream) => stream.readyState !== FakeStream.CLOSED);
const onChange = vi.fn();
const onRefused = vi.fn();
const follow = () =>
	followLive({ url: '/live', isCurrent: (version) => version === 'v1', onChange, onRefused });

beforeEach(() => {
	streams = [];
	page = new FakeDocument();
	onChange.mockReset();
	onRefused.mockReset();
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeStream);
	vi.stubGlobal('document', page);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('followLive', () => {
	it('says nothing while the version is the one that is shown', () => {
		follow();
		streams[0]!.say('v1', '2026-10-08T00:00:00Z');
		expect(streams[0]!.url).toBe('/live');
		expect(onChange).not.toHaveBeenCalled();
	});

	it('says that another version came', () => {
		follow();
		streams[0]!.say('v2', '2026-10-08T00:00:00Z');
		expect(onChange).toHaveBeenCalledTimes(1);
	});

	it('says that the same version was refreshed, because its date is shown', () => {
		follow();
		streams[0]!.say('v1', '2026-10-08T00:00:00Z');
		streams[0]!.say('v1', '2026-10-08T00:30:00Z');
		expect(onChange).toHaveBeenCalledTimes(1);
	});

	it('closes its stream in a hidden tab, and catches up when it is seen again', () => {
		follow();
		streams[0]!.say('v1', '2026-10-08T00:00:00Z');
		page.show('hidden');
		expect(open()).toEqual([]);
		page.show('visible');
		expect(open()).toHaveLength(1);
		streams[1]!.say('v1', '2026-10-08T01:00:00Z');
		expect(onChange).toHaveBeenCalledTimes(1);
	});

	it('opens none in a tab that starts hidden', () => {
		page.visibilityState = 'hidden';
		follow();
		expect(streams).toEqual([]);
	});

	it('looks for itself and asks again a minute after an answer that is no stream', () => {
		follow();
		streams[0]!.fail(FakeStream.CLOSED);
		vi.advanceTimersByTime(59_999);
		expect(streams).toHaveLength(1);
		expect(onRefused).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(open()).toHaveLength(1);
		expect(onRefused).toHaveBeenCalledTimes(1);
	});

	it('leaves a lost connection to the browser', () => {
		follow();
		streams[0]!.fail(0);
		vi.advanceTimersByTime(600_000);
		expect(streams).toHaveLength(1);
	});

	it('asks no more once hidden or ended', () => {
		const end = follow();
		streams[0]!.fail(FakeStream.CLOSED);
		page.show('hidden');
		vi.advanceTimersByTime(600_000);
		page.show('visible');
		streams[1]!.fail(FakeStream.CLOSED);
		end();
		vi.advanceTimersByTime(600_000);
		page.show('visible');
		expect(streams).toHaveLength(2);
		expect(open()).toEqual([]);
	});
});
