import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/lib/docking/catalogue.ts';
import { decodeColumns } from '../../../src/lib/docking/columns.ts';
import type { Atlas } from '../../../src/lib/docking/lane.ts';
import { bareStay } from '../../../src/lib/docking/stay.ts';
import { createKioskFeeds, kioskStatus } from '../../../src/lib/server/kiosk-feed.ts';
import type { PackedAnswer } from '../../../src/lib/server/ll2-api/answer-cache.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { minuteMs } from '../../../src/lib/time/span.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import type { KioskFeed } from '../../../src/lib/view/kiosk-feed.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const catalogue = sampleCatalogue();
const snapshot: Snapshot = {
	catalogue,
	source: 'live',
	minute: at('2026-10-08T12:00Z'),
	updated: at('2026-10-08T11:42Z'),
	staleAfterMs: 3_600_000,
	version: 'a',
	events: catalogue.stays.length,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 3,
	reason: undefined,
	warnings: [],
	unreadable: 0
};

async function feedOf(answer: PackedAnswer): Promise<KioskFeed> {
	const { pieces } = await answer.body(undefined);
	return JSON.parse(Buffer.concat(pieces).toString()) as KioskFeed;
}

/** Lane by lane what a kiosk knows of an atlas. */
function told({ hosts, lanes }: Atlas | Catalogue) {
	const places = [...lanes.values()].map(({ port, stays }) => ({
		port,
		stays: stays.map(bareStay)
	}));
	return { hosts: [...hosts.values()], places };
}

describe('the feed of kiosks', () => {
	it('holds the stays of the catalogue, all of them, and no others', async () => {
		const answer = createKioskFeeds().answer(snapshot, 'v1');
		expect([answer.status, answer.type]).toEqual([200, 'application/json']);
		const { columns } = await feedOf(answer);
		const { atlas, matching } = decodeColumns(columns);
		expect(matching).toBeUndefined();
		expect(catalogue.stays.length).toBeGreaterThan(400);
		expect(told(atlas)).toEqual(told(catalogue));
	});

	it('tells which app answers, and how old the data are', async () => {
		const stale = { ...snapshot, source: 'stale' as const, reason: 'No answer' };
		const { app, status } = await feedOf(createKioskFeeds().answer(stale, 'v1'));
		expect(app).toBe('v1');
		expect(status).toEqual({
			source: 'stale',
			updated: snapshot.updated,
			staleAfterMs: 3_600_000,
			version: 'a',
			reason: 'No answer'
		});
	});

	it('is made once while nothing that it tells has changed', () => {
		const feeds = createKioskFeeds();
		const first = feeds.answer(snapshot, 'v1');
		const minuteLater: Snapshot = {
			...snapshot,
			minute: instant(snapshot.minute + minuteMs),
			nextRefresh: snapshot.minute,
			callsLeft: 2,
			warnings: ['The archive cannot be written.']
		};
		expect(feeds.answer(snapshot, 'v1')).toBe(first);
		expect(feeds.answer(minuteLater, 'v1')).toBe(first);
	});

	it.each<[string, Partial<Snapshot>, string]>([
		['a refresh that changed nothing', { updated: snapshot.minute }, 'v1'],
		['other data', { version: 'b' }, 'v1'],
		['data gone stale', { source: 'stale' }, 'v1'],
		['a reason', { reason: 'No answer' }, 'v1'],
		['another limit of age', { staleAfterMs: 1 }, 'v1'],
		['another version of the app', {}, 'v2']
	])('is another, with another tag, for %s', async (_, change, version) => {
		const feeds = createKioskFeeds();
		const first = feeds.answer(snapshot, 'v1');
		const next = feeds.answer({ ...snapshot, ...change }, version);
		expect(next).not.toBe(first);
		expect(next.tag).not.toBe(first.tag);
		const feed = await feedOf(next);
		expect({ ...feed, columns: undefined }).not.toEqual({
			...(await feedOf(first)),
			columns: undefined
		});
	});

	it('has the stays of a catalogue that came later', async () => {
		const feeds = createKioskFeeds();
		feeds.answer(snapshot, 'v1');
		const places = [...catalogue.lanes].slice(0, 3);
		const fewer = { ...catalogue, lanes: new Map(places) };
		const { columns } = await feedOf(
			feeds.answer({ ...snapshot, catalogue: fewer, version: 'b' }, 'v1')
		);
		expect(columns.ports.map(({ id }) => id)).toEqual(places.map(([id]) => id));
	});
});

describe('the status', () => {
	it('has no reason where there is none', () => {
		expect(kioskStatus(snapshot)).not.toHaveProperty('reason');
		expect(kioskStatus({ ...snapshot, reason: '' })).not.toHaveProperty('reason');
	});
});

describe('the stays as a kiosk knows them', () => {
	it('are those of the feed', async () => {
		const feeds = createKioskFeeds();
		const { columns } = await feedOf(feeds.answer(snapshot, 'v1'));
		expect(feeds.atlas(snapshot)).toEqual(decodeColumns(columns).atlas);
	});

	it('are read once for a catalogue', () => {
		const feeds = createKioskFeeds();
		const first = feeds.atlas(snapshot);
		feeds.answer({ ...snapshot, version: 'b' }, 'v2');
		expect(feeds.atlas({ catalogue })).toBe(first);
		const other = feeds.atlas({ catalogue: sampleCatalogue() });
		expect(other).not.toBe(first);
		expect(other).toEqual(first);
	});
});
