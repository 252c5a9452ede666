import { writeSync } from 'node:fs';
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { createLogLines } from '../log-lines.ts';
import { changeOf } from './rounds.ts';

// Run by itself: writes round after round into the archive at the path that is given, beginning
// with the round that is given, and says each that is written down, until it is killed.
const [path = '', first = '1'] = process.argv.slice(2);
const archive = openSqliteArchive({
	path,
	log: createLogLines().log,
	clock: () => instant(Date.now())
});
for (let round = Number(first); ; round++) {
	await archive.apply(changeOf(round));
	if (archive.warnings().length > 0) throw new Error(archive.warnings().join());
	writeSync(1, `${round}\n`);
}
