import { beforeAll, expect, it } from 'vitest';
import { ensureBuild } from './built-app.ts';
import { allowedMb, runLoad } from './run-load.ts';

beforeAll(ensureBuild, 180_000);

// `npm run bench load` does the same with 10,000 requests by 200 connections and 500 streams.
it('2,000 requests at once with 100 streams: no error, no lost update, memory comes back', async () => {
	const size = { requests: 2000, connections: 50, streams: 100 };
	const { statuses, versions, strays, memory } = await runLoad(size);
	expect([...statuses]).toEqual([[200, size.requests]]);
	// One to begin with, and three changes, of which a refresh may take two together.
	expect(versions.length).toBeGreaterThanOrEqual(2);
	expect(versions.length).toBeLessThanOrEqual(4);
	expect(strays).toBe(0);
	if (memory) expect(memory.after - memory.before).toBeLessThan(allowedMb);
});
