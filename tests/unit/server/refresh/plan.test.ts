import { expect, test } from 'vitest';
import { planRefresh, type PlanState } from '../../../../src/lib/server/refresh/plan.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';

const minutes = (count: number) => instant(noon + count * 60_000);

function planned(state: Partial<PlanState>): [string, number] {
	const { kind, at } = planRefresh({
		now: noon,
		facts: {},
		refreshMs: 30 * 60_000,
		resyncMs: 24 * 60 * 60_000,
		fullNotBefore: undefined,
		incrementalNotBefore: undefined,
		...state
	});
	return [kind, (at - noon) / 60_000];
}

function facts(lastRefreshMin: number, fullSyncMin: number, sure = true): PlanState['facts'] {
	return { lastRefresh: minutes(lastRefreshMin), fullSync: { at: minutes(fullSyncMin), sure } };
}

test.each<[string, Partial<PlanState>, [string, number]]>([
	['an empty archive is filled at once', {}, ['full', 0]],
	[
		'an empty archive is filled after a pause that a failure asks for',
		{ fullNotBefore: minutes(3) },
		['full', 3]
	],
	['fresh data are refreshed when they get old', { facts: facts(-10, -60) }, ['incremental', 20]],
	['data of yesterday are refreshed at once', { facts: facts(-600, -700) }, ['incremental', 0]],
	['everything is read again after a day', { facts: facts(-5, -1440) }, ['full', 0]],
	['a full sync due before the next refresh replaces it', { facts: facts(0, -1420) }, ['full', 20]],
	[
		'a full sync that was not sure is repeated in an hour',
		{ facts: facts(-31, -59, false) },
		['incremental', 0]
	],
	['and then goes before an incremental one', { facts: facts(-29, -60, false) }, ['full', 0]],
	[
		'a full sync that failed lets incremental ones pass',
		{ facts: facts(-40, -1500), fullNotBefore: minutes(15) },
		['incremental', 0]
	],
	[
		'where nothing answers both wait, and the full sync goes first',
		{
			facts: facts(-40, -1500),
			fullNotBefore: minutes(15),
			incrementalNotBefore: minutes(15)
		},
		['full', 15]
	],
	[
		'a clock that was set back does not put off a refresh',
		{ facts: facts(9999, -60) },
		['incremental', 0]
	],
	['nor a full sync', { facts: facts(-1, 9999) }, ['full', 0]],
	[
		'never plans for the past',
		{ facts: facts(-9000, -9000), fullNotBefore: minutes(-5) },
		['full', 0]
	]
])('planRefresh: %s', (_, state, expected) => {
	expect(planned(state)).toEqual(expected);
});
