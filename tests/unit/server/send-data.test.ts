import { describe, expect, it } from 'vitest';
import { sendData, type DataFormat } from '../../../src/lib/server/send-data.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { createLogLines } from './log-lines.ts';

const formats: DataFormat[] = ['csv', 'json', 'ics'];
const codings = ['identity', 'gzip', 'br'];
const everything = new URLSearchParams('station=4&from=1990-01-01&to=2030-01-01');

const snapshot: Snapshot = {
	catalogue: sampleCatalogue(),
	source: 'live',
	minute: at('2026-10-08T12:00Z'),
	updated: at('2026-10-08T11:30Z'),
	staleAfterMs: 3_600_000,
	version: 'test',
	events: 641,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 0,
	reason: undefined,
	warnings: [],
	unreadable: 0
};

function answer(format: DataFormat, coding: string, changes: Partial<Snapshot> = {}) {
	const { log, lines } = createLogLines();
	const headers = { host: 'localhost', 'accept-encoding': coding };
	const request = new Request(`http://localhost/data.${format}`, { headers });
	const shown = { ...snapshot, ...changes };
	const view = parseView(everything);
	const response = sendData(request, format, { view, snapshot: shown, version: '1', env: {}, log });
	return { response, lines, body: response.body! };
}

/** A catalogue that can be searched, but whose ports cannot be looked up: a defect of ours. */
function brokenCatalogue(): Snapshot['catalogue'] {
	const catalogue = sampleCatalogue();
	const lanes = new Map(catalogue.lanes);
	lanes.get = () => {
		throw new Error('broken');
	};
	return { ...catalogue, lanes };
}

describe.each(formats.flatMap((format) => codings.map((coding) => [format, coding] as const)))(
	'%s as %s',
	(format, coding) => {
		it('breaks off and says so in the log where it cannot be written to its end', async () => {
			const { response, lines } = answer(format, coding, { catalogue: brokenCatalogue() });
			await expect(response.arrayBuffer()).rejects.toThrow('broken');
			expect(lines()).toHaveLength(1);
			expect(lines()[0]).toMatchObject({ level: 'error', err: { message: 'broken' } });
		});

		it('ends without a word in the log where its reader goes away', async () => {
			const { body, lines } = answer(format, coding);
			const reader = body.getReader();
			await reader.read();
			await reader.cancel();
			await new Promise((resolve) => setImmediate(resolve));
			expect(lines()).toEqual([]);
		});
	}
);
