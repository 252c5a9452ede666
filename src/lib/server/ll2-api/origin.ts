/** The parts of the environment that tell how browsers reach this server. */
export type OriginEnvironment = Readonly<Record<string, string | undefined>>;

/** A host name, IPv4 or bracketed IPv6 address, with or without a port; nothing that could be a path. */
const hostPattern = /^(?:[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Variables of SvelteKit's Node adapter that name headers to be believed. */
const proxyHeaders = ['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'];

/**
 * The origin that links of the API begin with: `ORIGIN`, else what the configured proxy headers
 * tell (the adapter has put it into `url`), else `http://` and the Host header; undefined when they
 * make no web address.
 */
export function ownOrigin(
	url: URL,
	host: string | null,
	env: OriginEnvironment
): string | undefined {
	if (env['ORIGIN']) return new URL(env['ORIGIN']).origin;
	if (proxyHeaders.some((name) => env[name]))
		return /^https?:$/.test(url.protocol) ? url.origin : undefined;
	return host !== null && hostPattern.test(host) ? `http://${host}` : undefined;
}
