import { expect, test } from 'vitest';
import { createLogLines } from './log-lines.ts';

test('the log writes one JSON line an event, with level and ISO time', () => {
	const { log, lines } = createLogLines();
	log.info({ calls: 7 }, 'refreshed');
	log.warn('careful');
	expect(lines()).toEqual([
		{ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), calls: 7, msg: 'refreshed' },
		{ level: 'warn', time: expect.any(String), msg: 'careful' }
	]);
});

test('the log leaves out what is below its level', () => {
	const { log, text } = createLogLines({ level: 'warn' });
	log.info('not this');
	expect(text()).toBe('');
});

test('the log never shows a secret: not in a field, a message or an error', () => {
	const secret = 'tok"en\\123';
	const { log, text, lines } = createLogLines({ secrets: [secret, undefined] });
	log.info({ config: { token: secret } }, 'a field');
	log.info({ other: `Token ${secret}` }, `a message with ${secret}`);
	log.error({ err: new Error(`refused ${secret}`) }, 'an error');
	expect(text()).not.toContain('en\\\\123');
	expect(lines()).toHaveLength(3);
	expect(text().match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(4);
});
