import { setTimeout as realTimer } from 'node:timers';

/**
 * Loaded into a server before anything else: its clock and timers run CLOCK_SPEED times as fast, and
 * with each SIGUSR2 the clock alone jumps to the next of CLOCK_HOURS, hours beside the right time.
 * Limits on calls upstream stay real.
 */
const speed = Number(process.env['CLOCK_SPEED'] ?? 1);
const hours = (process.env['CLOCK_HOURS'] ?? '').split(',').map(Number);
const realNow = Date.now;
const begun = realNow();
let besideMs = 0;

Date.now = () => Math.round(begun + (realNow() - begun) * speed + besideMs);

const hurried = (work: () => void, delayMs = 0, ...rest: []) =>
	realTimer(work, delayMs / speed, ...rest);
globalThis.setTimeout = Object.assign(hurried, realTimer);

process.on('SIGUSR2', () => (besideMs = (hours.shift() ?? 0) * 3_600_000));
