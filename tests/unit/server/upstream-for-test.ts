import { onTestFinished } from 'vitest';
import { startUpstream, type Upstream, type UpstreamOptions } from '../../upstream/server.ts';

/** A stand-in that is closed with the test. */
export async function upstreamForTest(options: UpstreamOptions = {}): Promise<Upstream> {
	const upstream = await startUpstream(options);
	onTestFinished(() => upstream.close());
	return upstream;
}
