import { onTestFinished } from 'vitest';
import { createBerthline, type Berthline } from '../../../src/lib/server/berthline.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { generateEvents, type FullEvent } from '../../upstream/generate.ts';
import { createFakeTime, noon, type FakeTime } from './fake-time.ts';
import { createLogLines } from './log-lines.ts';
import { tempFolder } from './temp-folder.ts';

/** What the stand-in holds. */
export const documents = generateEvents({ count: 120 });
export const ids = documents.map(({ id }) => id);

const sampleEvent = { ...structuredClone(documents[0] as FullEvent), id: 1_000_001 };
/** One event that no upstream has. */
export const sample = {
	updated: instant(noon - 3 * 86_400_000),
	documents: JSON.parse(JSON.stringify([sampleEvent])),
	locations: [{ id: 3, name: 'Forward', spacestation: null, spacecraft: null, payload: null }]
};

interface Settings {
	readonly time?: FakeTime;
	readonly path?: string;
	readonly env?: Record<string, string>;
}

/** Berthline on a fake clock, not started, with a sample of one event. */
export async function start(base: string, settings: Settings = {}) {
	const { time = createFakeTime(), path = `${tempFolder()}/berthline.db` } = settings;
	const logLines = createLogLines();
	const env = { LL2_BASE_URL: base, ARCHIVE_URL: `file:${path}`, LL2_CALLS_PER_HOUR: '1000' };
	const berthline = await createBerthline({
		config: readConfig({ ...env, ...settings.env }),
		log: logLines.log,
		clock: time.clock,
		setTimer: time.setTimer,
		random: () => 0,
		readSample: () => sample
	});
	onTestFinished(() => berthline.stop());
	return { berthline, time, path, ...logLines };
}

/** Ids of the stays in the catalogue shown. */
export function shownIds(berthline: Berthline): number[] {
	return berthline
		.snapshot()
		.catalogue.stays.map(({ id }) => id)
		.sort((a, b) => a - b);
}
