import { readFileSync } from 'node:fs';

/** Whether this system tells how much memory a process has: Linux does. */
export const tellsMemory = process.platform === 'linux';

/** Bytes of memory that a process has in use, its shared parts included. */
export function residentBytes(processId: number): number {
	return memoryBytes(processId, 'VmRSS');
}

/** The most bytes of memory that a process ever had in use. */
export function peakResidentBytes(processId: number): number {
	return memoryBytes(processId, 'VmHWM');
}

function memoryBytes(processId: number, name: string): number {
	const status = readFileSync(`/proc/${processId}/status`, 'utf8');
	const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
	if (kibibytes === undefined) throw new Error(`process ${processId} has no memory in use`);
	return Number(kibibytes) * 1024;
}
