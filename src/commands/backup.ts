/** `npm run backup -- --out FILE`: copies the archive, also while the server writes to it. */
import { runBackup } from './backup/run-backup.ts';

process.exitCode = runBackup(process.argv.slice(2), process.env, console);
