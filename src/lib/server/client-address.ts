import type { RequestEvent } from '@sveltejs/kit';

/**
 * Where a request comes from, as the adapter is told to find out (ADDRESS_HEADER, XFF_DEPTH). Who
 * comes without the header that must tell it, past the proxy, shares one name with all who do.
 */
export function clientAddress({
	getClientAddress
}: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return 'unknown';
	}
}
