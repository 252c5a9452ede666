import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { useApp } from './built-app.ts';
import { peakResidentBytes, tellsMemory } from './memory.ts';
import { allWell, healthAt, logLines, statusesAt } from './served.ts';

const mostBytes = 300_000_000;
const starting = startUpstream({ documents: generateEvents({ count: 650 }) });
afterAll(async () => (await starting).close());

describe.runIf(tellsMemory)('with as many stays as today and a refresh each second', () => {
	const app = useApp(async () => ({
		upstream: (await starting).url,
		env: {
			REFRESH_SECONDS: '1',
			LL2_TIMEOUT_MS: '5000',
			LL2_CALLS_PER_HOUR: '100000'
		}
	}));

	it.each([{ kind: 'endless' }, { kind: 'gzip-bomb' }] as const)(
		'an answer that is $kind is cut in time to stay under 300 MB',
		async (fault) => {
			await expect.poll(async () => (await healthAt(app.url)).source).toBe('live');
			const from = app.log.length;
			onTestFinished((await starting).fault(fault));
			const cut = expect.objectContaining({
				msg: 'the refresh failed',
				failure: expect.objectContaining({ kind: 'too-large' })
			});
			await expect.poll(() => logLines(app.log.slice(from))).toContainEqual(cut);
			expect(await statusesAt(app.url)).toEqual(allWell);
			expect(peakResidentBytes(app.processId)).toBeLessThan(mostBytes);
		}
	);
});
