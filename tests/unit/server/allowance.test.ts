import { describe, expect, it } from 'vitest';
import { clientOf, createAllowance } from '../../../src/lib/server/pictures/allowance.ts';

/** An allowance of six a minute, and a clock that a test sets, in seconds. */
function allowanceOfSix() {
	let nowS = 0;
	const allowance = createAllowance(6, () => nowS * 1000);
	const takeAll = (address: string) => {
		let taken = 0;
		while (allowance.take(address) === undefined) taken += 1;
		return taken;
	};
	return { allowance, takeAll, at: (seconds: number) => (nowS = seconds) };
}

describe('an allowance', () => {
	it('gives each client as many as it says, and tells how long the next one takes', () => {
		const { allowance, takeAll, at } = allowanceOfSix();
		expect(takeAll('192.0.2.1')).toBe(6);
		expect(allowance.take('192.0.2.1')).toBe(10_000);
		at(4);
		expect(allowance.take('192.0.2.1')).toBeCloseTo(6000, 6);
		expect(takeAll('192.0.2.2')).toBe(6);
	});

	it('comes back with time, up to the whole and no further; asking in vain costs nothing', () => {
		const { takeAll, at } = allowanceOfSix();
		expect(takeAll('192.0.2.1')).toBe(6);
		at(20);
		expect(takeAll('192.0.2.1')).toBe(2);
		at(29);
		expect(takeAll('192.0.2.1')).toBe(0);
		at(30.1);
		expect(takeAll('192.0.2.1')).toBe(1);
		at(100_000);
		expect(takeAll('192.0.2.1')).toBe(6);
	});

	it('remembers ten thousand clients and no more', () => {
		const { allowance, takeAll } = allowanceOfSix();
		takeAll('first');
		for (let at = 1; at < 10_000; at++) allowance.take(`client ${at}`);
		expect(allowance.take('first')).toBe(10_000);
		for (let at = 0; at < 10_000; at++) allowance.take(`another ${at}`);
		expect(takeAll('first')).toBe(6);
	});
});

describe('clientOf', () => {
	it.each([
		['192.0.2.1', '192.0.2.1'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
		['2001:db8::9', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64'],
		['unknown', 'unknown'],
		['x'.repeat(5000), 'x'.repeat(100)]
	])('takes %s for %s', (address, client) => {
		expect(clientOf(address)).toBe(client);
	});
});
