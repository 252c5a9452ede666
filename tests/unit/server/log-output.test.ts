import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createLogOutput } from '../../../src/lib/server/log-output.ts';

/** A pipe whose reader takes nothing before it is told to. */
function createPipe() {
	const taken: string[] = [];
	const waiting: string[] = [];
	const errors = new EventEmitter();
	return {
		get writableLength() {
			return waiting.join('').length;
		},
		write: (text: string) => void waiting.push(text),
		on: (event: 'error', listener: () => void) => errors.on(event, listener),
		take: () => taken.push(...waiting.splice(0)),
		fail: () => errors.emit('error', new Error('write EPIPE')),
		taken
	};
}

test('lines go out as they come', () => {
	const pipe = createPipe();
	const output = createLogOutput(pipe);
	output.write('one\n');
	output.write('two\n');
	pipe.take();
	expect(pipe.taken).toEqual(['one\n', 'two\n']);
	expect(output.dropped()).toBe(0);
});

test('a reader that takes nothing costs bounded memory, and hears later how much it missed', () => {
	const pipe = createPipe();
	const output = createLogOutput(pipe, 100);
	for (let at = 0; at < 1000; at++) output.write(`${'x'.repeat(49)}\n`);
	expect(pipe.writableLength).toBeLessThanOrEqual(150);
	expect(output.dropped()).toBe(997);
	pipe.take();
	output.write('again\n');
	pipe.take();
	const [notice = '', last] = pipe.taken.slice(-2);
	expect(JSON.parse(notice)).toMatchObject({ level: 'warn', lines: 997 });
	expect(notice).toMatch(/\n$/);
	expect(last).toBe('again\n');
	output.write('and again\n');
	pipe.take();
	expect(pipe.taken.at(-2)).toBe('again\n');
});

test('a reader that went away is no failure', () => {
	const pipe = createPipe();
	const output = createLogOutput(pipe);
	pipe.fail();
	output.write('nobody hears this\n');
	expect(pipe.writableLength).toBe(0);
	expect(output.dropped()).toBe(1);
});
