import { existsSync, readFileSync } from 'node:fs';

/** Whether this process may install Debian's packages. */
export function isDebianRoot(): boolean {
	if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
	return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
