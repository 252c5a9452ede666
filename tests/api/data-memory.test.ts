import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillArchive } from '../bench/timeline-app.ts';
import { generateStays } from '../bench/timeline-stays.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { residentBytes, tellsMemory } from './memory.ts';

const mostBytes = 100_000_000;
const count = 100_000;
const data = generateStays(count, Date.UTC(2026, 9, 8));
const folder = mkdtempSync(join(tmpdir(), 'berthline-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads an answer without keeping it: how long it is, and the most memory meanwhile. */
function drain(url: string, processId: number): Promise<{ length: number; peakBytes: number }> {
	return new Promise((resolve, reject) => {
		get(url, (response) => {
			let length = 0;
			let peakBytes = 0;
			response.on('data', (chunk: Buffer) => {
				length += chunk.length;
				peakBytes = Math.max(peakBytes, residentBytes(processId));
			});
			response.on('end', () => resolve({ length, peakBytes }));
			response.on('error', reject);
		}).on('error', reject);
	});
}

describe.runIf(tellsMemory)('100,000 stays as data', () => {
	const app = useApp(async () => {
		const path = join(folder, 'berthline.db');
		await fillArchive(path, data);
		return { env: { ARCHIVE_URL: `file:${path}` } };
	});
	const iso = (ms: number) => new Date(ms).toISOString();
	const whole = `?from=${iso(data.fromMs)}&to=${iso(data.toMs)}`;

	it('are ready', async () => {
		// What the server makes in idle moments of its first seconds is not the data's.
		for (const path of [`/${whole}`, '/columns.json', '/2.3.0/docking_events/?search=none'])
			expect((await ask(app.url + path)).status).toBe(200);
	});

	it.each([
		['csv', 20_000_000],
		['json', 50_000_000],
		['ics', 50_000_000]
	])('leave as %s with less than 100 MB of memory', async (format, leastLength) => {
		const before = residentBytes(app.processId);
		const url = `${app.url}/data.${format}${whole}`;
		const { length, peakBytes } = await drain(url, app.processId);
		expect(length).toBeGreaterThan(leastLength);
		expect(peakBytes - before).toBeLessThan(mostBytes);
	});
});
