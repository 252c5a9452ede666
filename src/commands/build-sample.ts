/**
 * Rebuilds the bundled sample.
 *
 *   npm run sample                          from the copies kept beside the sample
 *   npm run sample -- stays.csv event.txt   from new sources, which are copied there first
 *
 * The second file is a saved page of Launch Library 2's browsable API for docking event 529.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTables } from './sample/build-tables.ts';
import { formatTables } from './sample/format-tables.ts';
import { readStays } from './sample/read-stays.ts';
import { extractSeedEvent } from './sample/seed-event.ts';

const folder = fileURLToPath(new URL('../lib/server/archive/sample/', import.meta.url));
const csvPath = resolve(folder, 'stays.csv');
const seedPath = resolve(folder, 'event-529.json');
const samplePath = resolve(folder, 'sample.json');

const [newCsvPath, newSeedPath, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (newCsvPath && !newSeedPath)) {
	console.error('usage: npm run sample -- [path to stays.csv, path to the page of event 529]');
	process.exit(64);
}
if (newCsvPath && newSeedPath) {
	writeFileSync(csvPath, readFileSync(newCsvPath));
	const seed = extractSeedEvent(readFileSync(newSeedPath, 'utf8'));
	writeFileSync(seedPath, `${JSON.stringify(seed, undefined, '\t')}\n`);
}
const tables = buildTables(readStays(readFileSync(csvPath, 'utf8')));
const text = formatTables(tables);
writeFileSync(samplePath, text);
console.log(`${samplePath}: ${tables.stays.length} stays, ${Buffer.byteLength(text)} bytes`);
