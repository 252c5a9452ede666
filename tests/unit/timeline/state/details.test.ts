import { describe, expect, it } from 'vitest';
import type { StayDetails } from '../../../../src/lib/docking/stay-details.ts';
import { createDetails } from '../../../../src/lib/timeline/state/details.svelte.ts';

type Answer = Record<number, StayDetails>;

const tianzhou: StayDetails = { vehicle: 'Tianzhou-7' };

/** Details whose requests a test answers itself, in `calls`. */
function start() {
	const calls: { ids: readonly number[]; answer(with_: Answer): void; fail(): void }[] = [];
	const failures: (readonly number[])[] = [];
	const details = createDetails(
		(ids) =>
			new Promise((resolve, reject) =>
				calls.push({ ids, answer: resolve, fail: () => reject(new Error('no network')) })
			),
		(_, ids) => failures.push(ids)
	);
	return { details, calls, failures, asked: () => calls.map(({ ids }) => ids) };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('details', () => {
	it('are there once they have come', async () => {
		const { details, calls } = start();
		const wanted = details.want([529]);
		expect(details.get(529)).toBeUndefined();
		calls[0]!.answer({ 529: tianzhou });
		await wanted;
		expect(details.get(529)).toEqual(tianzhou);
	});

	it('are never asked for twice: neither known, nor under way, nor left out of an answer', async () => {
		const { details, calls, asked } = start();
		const first = details.want([1, 2, 2]);
		const second = details.want([2, 3]);
		expect(asked()).toEqual([[1, 2], [3]]);
		calls[0]!.answer({ 1: tianzhou });
		calls[1]!.answer({ 3: tianzhou });
		await Promise.all([first, second]);
		await details.want([1, 2, 3]);
		expect(calls).toHaveLength(2);
	});

	it('are asked for 200 at a time', () => {
		const { details, asked } = start();
		void details.want(numbers(401));
		expect(asked().map((ids) => ids.length)).toEqual([200, 200, 1]);
		expect(asked().flat()).toEqual(numbers(401));
	});

	it('ask for nothing when nothing is wanted', async () => {
		const { details, calls } = start();
		await details.want([]);
		expect(calls).toEqual([]);
	});

	it('that failed to come are told, and asked for again when they are wanted again', async () => {
		const { details, calls, asked, failures } = start();
		const wanted = details.want(numbers(201));
		calls[0]!.fail();
		calls[1]!.answer({ 200: tianzhou });
		await wanted;
		expect(failures).toEqual([numbers(200)]);
		void details.want([0, 200]);
		expect(asked().at(-1)).toEqual([0]);
	});
});

describe('details of other data', () => {
	it('are asked for anew', async () => {
		const { details, calls } = start();
		const wanted = details.want([529]);
		calls[0]!.answer({ 529: tianzhou });
		await wanted;
		details.forget();
		expect(details.get(529)).toBeUndefined();
		void details.want([529]);
		expect(calls).toHaveLength(2);
	});

	it('are not taken from an answer that was under way', async () => {
		const { details, calls } = start();
		const before = details.want([529]);
		details.forget();
		const after = details.want([529]);
		calls[0]!.answer({ 529: { vehicle: 'as it was' } });
		await before;
		expect(details.get(529)).toBeUndefined();
		calls[1]!.answer({ 529: tianzhou });
		await after;
		expect(details.get(529)).toEqual(tianzhou);
	});

	it('stay under way when a request of the former data fails', async () => {
		const { details, calls, failures } = start();
		const before = details.want([529]);
		details.forget();
		void details.want([529]);
		calls[0]!.fail();
		await before;
		void details.want([529]);
		expect(calls).toHaveLength(2);
		expect(failures).toEqual([]);
	});
});
