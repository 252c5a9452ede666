import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** How many pictures each client may have drawn anew. */
export interface Allowance {
	/** Takes one from the client's; undefined when there was one, else milliseconds until there is. */
	take(address: string): number | undefined;
}

/** Clients that are remembered; one that is forgotten begins anew. */
const mostClients = 10_000;
const minuteMs = 60_000;

/**
 * A token bucket for each client: `perMinute` at first, and as many come back in a minute. `clock`
 * is in milliseconds and never goes back.
 */
export function createAllowance(
	perMinute: number,
	clock: () => number = () => performance.now()
): Allowance {
	const buckets = new LRUCache<string, { left: number; at: number }>({ max: mostClients });
	return {
		take(address) {
			const client = clientOf(address);
			const now = clock();
			const bucket = buckets.get(client) ?? { left: perMinute, at: now };
			const back = ((now - bucket.at) / minuteMs) * perMinute;
			const left = Math.min(perMinute, bucket.left + back);
			buckets.set(client, { left: left >= 1 ? left - 1 : left, at: now });
			return left >= 1 ? undefined : ((1 - left) / perMinute) * minuteMs;
		}
	};
}

/**
 * What counts as one client: an IPv4 address, also one that is written as IPv6, or the first half of
 * an IPv6 address, because a household has the whole other half.
 */
export function clientOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain.slice(0, 100);
	const [head = '', tail] = plain.toLowerCase().split('::');
	const groups = head ? head.split(':') : [];
	const others = tail ? tail.split(':') : [];
	const missing = tail === undefined ? 0 : 8 - groups.length - others.length;
	const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...others];
	const half = whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
	return `${half.join(':')}::/64`;
}
