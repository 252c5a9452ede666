import { describe, expect, test } from 'vitest';
import { createMemoryArchive } from '../../../../src/lib/server/archive/memory.ts';
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import {
	createBudget,
	type Budget,
	type BudgetOptions,
	type Purpose
} from '../../../../src/lib/server/launch-library/budget.ts';
import { createFakeTime, noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';
import { tempFolder } from '../temp-folder.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function budgetForTest(options: Partial<BudgetOptions> = {}) {
	const time = createFakeTime();
	const archive = options.archive ?? createMemoryArchive();
	const budget = await createBudget({
		archive,
		clock: time.clock,
		random: () => 0,
		callsPerHour: undefined,
		...options
	});
	return { budget, time, archive };
}

/** How many calls are granted before one is refused. */
async function spendAll(budget: Budget, purpose: Purpose = 'event'): Promise<number> {
	for (let granted = 0; granted < 1000; granted++)
		if (!(await budget.take(purpose)).granted) return granted;
	throw new Error('no limit');
}

describe('the budget', () => {
	test('refuses the 16th call in 60 minutes', async () => {
		const { budget, time } = await budgetForTest();
		for (let call = 0; call < 15; call++) {
			expect(await budget.take('event')).toEqual({ granted: true });
			time.advance(minuteMs);
		}
		expect(await budget.take('event')).toMatchObject({ granted: false, because: 'budget' });
	});

	test('says to the millisecond when the next call is free, and grants it then', async () => {
		const { budget, time } = await budgetForTest({ callsPerHour: 2 });
		await budget.take('event');
		time.advance(10 * minuteMs);
		await budget.take('event');
		const refused = await budget.take('event');
		const waitMs = refused.granted ? 0 : refused.waitMs;
		expect(waitMs).toBeGreaterThanOrEqual(50 * minuteMs);
		expect(waitMs).toBeLessThanOrEqual(50 * minuteMs + 1000);
		time.advance(waitMs - 1);
		expect((await budget.take('event')).granted).toBe(false);
		time.advance(1);
		expect((await budget.take('event')).granted).toBe(true);
		expect((await budget.take('event')).granted).toBe(false);
	});

	test('slides: in no 60 minutes are more calls granted than allowed', async () => {
		const { budget, time } = await budgetForTest({ callsPerHour: 5 });
		const granted: number[] = [];
		for (let minute = 0; minute < 600; minute++) {
			if ((await budget.take('event')).granted) granted.push(time.clock());
			time.advance(minuteMs + (minute % 7) * 1000);
		}
		for (const at of granted)
			expect(granted.filter((other) => other > at - hourMs && other <= at).length).toBeLessThan(6);
		expect(granted.length).toBeGreaterThan(40);
	});

	test.each([
		[15, 13],
		[4, 2],
		[3, 1],
		[2, 1],
		[1, 1]
	])('of %i calls leaves refreshes %i, and single events the rest', async (limit, forRefresh) => {
		const { budget } = await budgetForTest({ callsPerHour: limit });
		expect(await spendAll(budget, 'refresh')).toBe(forRefresh);
		expect(await spendAll(budget, 'event')).toBe(limit - forRefresh);
	});

	test('does not forget when the process restarts', async () => {
		const path = `${tempFolder()}/berthline.db`;
		const { log } = createLogLines();
		const time = createFakeTime();
		const options = { clock: time.clock, random: () => 0, callsPerHour: undefined };
		const open = () => openSqliteArchive({ path, log, clock: time.clock });
		const before = open();
		expect(await spendAll(await createBudget({ ...options, archive: before }))).toBe(15);
		await before.close();
		time.advance(30 * minuteMs);
		const after = open();
		const budget = await createBudget({ ...options, archive: after });
		expect(budget.callsLeft()).toBe(0);
		expect(await spendAll(budget)).toBe(0);
		time.advance(31 * minuteMs);
		expect(await spendAll(budget)).toBe(15);
		await after.close();
	});

	test('lets two who share an archive spend no more than one', async () => {
		const { archive, budget, time } = await budgetForTest();
		const other = (await budgetForTest({ archive, clock: time.clock })).budget;
		const grants = await Promise.all(
			Array.from({ length: 40 }, (_, index) => (index % 2 ? budget : other).take('event'))
		);
		expect(grants.filter((grant) => grant.granted)).toHaveLength(15);
	});

	test('takes the limit that upstream told, also after a restart, unless one is set', async () => {
		const { archive, budget, time } = await budgetForTest();
		expect(budget.needsLearning()).toBe(true);
		await budget.learn(210);
		expect(budget.limit()).toBe(210);
		expect(budget.needsLearning()).toBe(false);
		const restarted = await budgetForTest({ archive, clock: time.clock });
		expect(restarted.budget.limit()).toBe(210);
		expect(restarted.budget.needsLearning()).toBe(true);
		const set = await budgetForTest({ archive, callsPerHour: 3 });
		expect(set.budget.limit()).toBe(3);
		expect(set.budget.needsLearning()).toBe(false);
	});

	test('asks for the limit daily, and after an hour when it was asked in vain', async () => {
		const { budget, time } = await budgetForTest();
		await budget.learn(undefined);
		expect(budget.limit()).toBe(15);
		time.advance(hourMs - 1);
		expect(budget.needsLearning()).toBe(false);
		time.advance(1);
		expect(budget.needsLearning()).toBe(true);
		await budget.learn(15);
		time.advance(24 * hourMs - 1);
		expect(budget.needsLearning()).toBe(false);
		time.advance(1);
		expect(budget.needsLearning()).toBe(true);
	});

	test('grants nothing while upstream asked to wait, also after a restart', async () => {
		const { archive, budget, time } = await budgetForTest();
		await budget.block(10 * minuteMs);
		expect(await budget.take('event')).toEqual({
			granted: false,
			waitMs: 10 * minuteMs,
			because: 'blocked'
		});
		expect(budget.callsLeft()).toBe(0);
		time.advance(4 * minuteMs);
		const restarted = await budgetForTest({ archive, clock: time.clock });
		expect(await restarted.budget.take('event')).toMatchObject({ waitMs: 6 * minuteMs });
		time.advance(6 * minuteMs);
		expect((await restarted.budget.take('event')).granted).toBe(true);
	});

	test('waits longer each time that a 429 does not say how long, until one call succeeds', async () => {
		const { budget } = await budgetForTest();
		expect(await budget.block(undefined)).toBe(minuteMs);
		expect(await budget.block(undefined)).toBe(2 * minuteMs);
		expect(await budget.block(undefined)).toBe(4 * minuteMs);
		budget.succeeded();
		expect(await budget.block(undefined)).toBe(minuteMs);
	});

	test('is not blocked for longer than an hour by a clock that was set back', async () => {
		const { budget, time } = await budgetForTest();
		await spendAll(budget);
		await budget.block(10 * minuteMs);
		time.advance(-48 * hourMs);
		expect(await budget.take('event')).toMatchObject({ waitMs: 10 * minuteMs });
		time.advance(10 * minuteMs);
		expect(await budget.take('event')).toMatchObject({ granted: false, because: 'budget' });
		time.advance(hourMs + 1000);
		expect((await budget.take('event')).granted).toBe(true);
	});

	test('counts redirects too, and tells how many calls are left', async () => {
		const { budget, time } = await budgetForTest();
		await budget.take('refresh');
		await budget.record();
		expect(budget.callsLeft()).toBe(13);
		time.advance(hourMs + 1000);
		expect(budget.callsLeft()).toBe(15);
		expect(time.clock()).toBeGreaterThan(noon);
	});
});
