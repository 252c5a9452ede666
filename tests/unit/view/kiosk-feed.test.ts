import { describe, expect, it } from 'vitest';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { hourMs } from '../../../src/lib/time/span.ts';
import {
	calmReasons,
	dataAge,
	isStale,
	noAnswer,
	type KioskStatus
} from '../../../src/lib/view/kiosk-feed.ts';
import { at } from '../at.ts';

const updated = at('2026-10-08T11:42Z');
const status: KioskStatus = { source: 'live', updated, staleAfterMs: hourMs, version: 'a' };
const reason = 'Launch Library 2 answered with an error (HTTP 500)';

function ageAt(now: string, of: Partial<KioskStatus> = {}, unreachableSince?: string) {
	const since = unreachableSince === undefined ? undefined : at(unreachableSince);
	const told = { ...status, ...of };
	const isOld = isStale(told, at(now));
	return dataAge({ status: told, now: at(now), isOld, unreachableSince: since });
}

describe('data that are current', () => {
	it('tell their time, and nothing else', () => {
		const now = at('2026-10-08T12:00Z');
		expect(ageAt('2026-10-08T12:00Z')).toEqual({
			source: 'live',
			clock: { now, knownUntil: now },
			text: 'Data of 11:42 UTC',
			notice: ''
		});
	});

	it('say nothing of a server that has only just fallen silent', () => {
		expect(ageAt('2026-10-08T12:00Z', {}, '2026-10-08T11:55Z').notice).toBe('');
	});

	it('are of a moment that a slow clock has not reached', () => {
		const age = ageAt('2026-10-08T11:00Z');
		expect([age.source, age.clock.knownUntil]).toEqual(['live', at('2026-10-08T11:00Z')]);
	});
});

describe('data that nobody has renewed', () => {
	it('grow stale by the clock alone, when they are older than they may be', () => {
		const last = instant(updated + hourMs);
		const next = instant(last + 1);
		const ageOf = (now: Instant) => dataAge({ status, now, isOld: isStale(status, now) });
		const [before, after] = [ageOf(last), ageOf(next)];
		expect([before.source, before.clock.knownUntil]).toEqual(['live', last]);
		expect(before.notice).toBe('');
		expect([after.source, after.clock]).toEqual(['stale', { now: next, knownUntil: updated }]);
		expect(after.notice).toBe(
			'No answer from Launch Library 2 since 11:42 UTC; showing data of 11:42 UTC'
		);
	});

	it('tell why, as the server has said', () => {
		expect(ageAt('2026-10-08T14:00Z', { source: 'stale', reason }).notice).toBe(
			'Launch Library 2 answered with an error (HTTP 500); showing data of 11:42 UTC'
		);
	});

	it('tell of the kiosk’s own server where it is silent itself', () => {
		expect(
			ageAt('2026-10-08T14:00Z', { source: 'stale', reason }, '2026-10-08T13:05Z').notice
		).toBe('No answer from the server since 13:05 UTC; showing data of 11:42 UTC');
	});
});

describe('a view of another time', () => {
	it('says nothing of the data’s age by its own clock', () => {
		expect(isStale(status)).toBe(false);
		expect(isStale({ ...status, source: 'stale' })).toBe(true);
		const now = at('2027-06-01T00:00Z');
		const age = dataAge({ status, now, isOld: isStale(status) });
		expect([age.source, age.notice]).toEqual(['live', '']);
		expect(age.clock.knownUntil).toBe(updated);
	});
});

describe('a moment', () => {
	it.each([
		['today', '2026-10-08T23:59Z', '11:42'],
		['yesterday, less than a day ago', '2026-10-09T00:00Z', '8 Oct, 11:42'],
		['on the same day of another month', '2026-11-08T12:00Z', '8 Oct, 11:42'],
		['in another year', '2027-01-01T00:00Z', '8 Oct 2026, 11:42'],
		['on the same day of another year', '2027-10-08T12:00Z', '8 Oct 2026, 11:42']
	])('%s has so much of its date', (_, now, text) => {
		const age = ageAt(now);
		expect(age.text).toBe(`Data of ${text} UTC`);
		expect(age.notice).toMatch(new RegExp(`; showing data of ${text} UTC$`));
	});

	it('of the server’s last answer has its own date', () => {
		expect(ageAt('2026-10-10T06:00Z', {}, '2026-10-09T22:15Z').notice).toBe(
			'No answer from the server since 9 Oct, 22:15 UTC; showing data of 8 Oct, 11:42 UTC'
		);
	});
});

describe('sample data', () => {
	it.each(['2026-10-08T12:00Z', '2027-03-01T12:00Z'])('tell their date and no time: %s', (now) => {
		const age = ageAt(now, { source: 'sample' }, now);
		expect(age).toMatchObject({
			source: 'sample',
			text: 'Sample data of 8 Oct 2026',
			notice: ''
		});
	});

	it.each([
		[reason, `${reason}; showing sample data of 8 Oct 2026`],
		[noAnswer, 'No answer from Launch Library 2; showing sample data of 8 Oct 2026'],
		[calmReasons.off, ''],
		[calmReasons.reading, '']
	])('tell what is wrong, and nothing where somebody wants them so: %s', (why, notice) => {
		const told = { source: 'sample', reason: why } as const;
		expect(ageAt('2026-10-08T12:00Z', told).notice).toBe(notice);
		expect(ageAt('2026-10-08T12:00Z', told, '2026-10-08T11:59Z').notice).toBe(notice);
	});

	it('tell of a server that has been silent for long', () => {
		const silent = (since: string) =>
			ageAt('2026-10-08T14:00Z', { source: 'sample', reason: calmReasons.off }, since).notice;
		expect(silent('2026-10-08T13:00Z')).toBe('');
		expect(silent('2026-10-08T12:59Z')).toBe(
			'No answer from the server since 12:59 UTC; showing sample data of 8 Oct 2026'
		);
	});

	it('tell of the nearest trouble where a sign stands anyway', () => {
		const told = { source: 'sample', reason: noAnswer } as const;
		expect(ageAt('2026-10-08T12:05Z', told, '2026-10-08T12:02Z').notice).toBe(
			'No answer from the server since 12:02 UTC; showing sample data of 8 Oct 2026'
		);
	});

	it('are not known after their own date, once they are old', () => {
		const known = (now: string) => ageAt(now, { source: 'sample' }).clock.knownUntil;
		expect(known('2026-10-08T12:00Z')).toBe(at('2026-10-08T12:00Z'));
		expect(known('2027-03-01T12:00Z')).toBe(updated);
	});
});
