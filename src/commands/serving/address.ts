/** The address in the adapter's line `Listening on http://0.0.0.0:3000`; undefined in any other. */
export function listeningAddress(line: string): string | undefined {
	return /^Listening on (\S+)$/.exec(line)?.[1];
}

/** `address` as a person on this machine opens it: a server that listens everywhere is at localhost. */
export function localAddress(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = 'localhost';
	return url.origin;
}
