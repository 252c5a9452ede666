import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that sends what it is given, as it is. */
export interface RawConnection {
	readonly socket: Socket;
	/** All that the server says until it hangs up. */
	readonly answer: Promise<string>;
}

/** A connection to the app at `url` on which `bytes` (Latin-1) have been sent. */
export async function openRaw(url: string, bytes: string): Promise<RawConnection> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	let text = '';
	const answer = new Promise<string>((resolve) => {
		socket.setEncoding('latin1').on('data', (part: string) => (text += part));
		// Who is refused while it still speaks may be cut off.
		socket.on('error', () => undefined).on('close', () => resolve(text));
	});
	await once(socket, 'connect');
	socket.write(bytes, 'latin1');
	return { socket, answer };
}

/** The status of an answer; 0 where there is none. */
export function statusOf(answer: string): number {
	return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
