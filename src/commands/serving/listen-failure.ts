import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Where a server is to listen. */
export interface ListenAddress {
	readonly host: string;
	readonly port: number;
}

const retryMs = 100;

/**
 * One sentence that says why nothing can listen at `address`, undefined when something can. A
 * port in use is tried again for `patienceMs`: a former server may be just about to end.
 */
export async function findListenFailure(
	address: ListenAddress,
	patienceMs: number
): Promise<string | undefined> {
	for (let waitedMs = 0; ; waitedMs += retryMs) {
		const code = await tryToListen(address);
		if (!code) return undefined;
		if (code !== 'EADDRINUSE' || waitedMs >= patienceMs)
			return listenFailure(code, address) ?? `Cannot listen at ${where(address)}: ${code}.`;
		await delay(retryMs);
	}
}

/** The sentence for the code of a failed `listen` anywhere in `text`; undefined when there is none. */
export function listenFailure(text: string, address: ListenAddress): string | undefined {
	const code = /\b(EADDRINUSE|EACCES|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)\b/.exec(text)?.[1];
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${address.port} is in use (${where(address)}): stop what listens there, or set PORT to another.`;
		case 'EACCES':
			return `Port ${address.port} may not be opened by this user (${where(address)}): set PORT to one above 1023.`;
		case undefined:
			return undefined;
		default:
			return `HOST is "${address.host}", which is no address of this machine.`;
	}
}

function where({ host, port }: ListenAddress): string {
	return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The error's code, undefined when it works. */
function tryToListen({ host, port }: ListenAddress): Promise<string | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		server.listen({ host, port }, () => server.close(() => resolve(undefined)));
	});
}
