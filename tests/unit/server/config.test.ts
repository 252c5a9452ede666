import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../src/lib/server/config.ts';

function refusal(env: Record<string, string>): ConfigError {
	try {
		readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error;
		throw error;
	}
	throw new Error('was accepted');
}

describe('readConfig', () => {
	test('gives the documented defaults for an empty environment', () => {
		expect(readConfig({})).toEqual({
			upstream: 'https://ll.thespacedevs.com/2.3.0',
			token: undefined,
			callsPerHour: undefined,
			timeoutMs: 10_000,
			refreshMs: 1_800_000,
			resyncMs: 86_400_000,
			archive: { kind: 'file', path: resolve('data/berthline.db') },
			picturesPerMinute: 600,
			logLevel: 'info',
			host: '0.0.0.0',
			port: 3000,
			origin: undefined
		});
	});

	test('takes an empty or blank value for one that is not given', () => {
		const names = ['LL2_BASE_URL', 'LL2_API_TOKEN', 'LL2_CALLS_PER_HOUR', 'LL2_TIMEOUT_MS'];
		const more = ['REFRESH_SECONDS', 'RESYNC_SECONDS', 'ARCHIVE_URL', 'LOG_LEVEL', 'HOST', 'PORT'];
		for (const blank of ['', ' '])
			expect(readConfig(Object.fromEntries([...names, ...more].map((n) => [n, blank])))).toEqual(
				readConfig({})
			);
	});

	test('accepts the small values that tests use', () => {
		const config = readConfig({
			REFRESH_SECONDS: '1',
			RESYNC_SECONDS: '1',
			LL2_TIMEOUT_MS: '2000',
			LL2_CALLS_PER_HOUR: '100000'
		});
		expect(config).toMatchObject({
			refreshMs: 1000,
			resyncMs: 1000,
			timeoutMs: 2000,
			callsPerHour: 100_000
		});
	});

	test.each([
		['off', undefined],
		['OFF', undefined],
		['http://127.0.0.1:8099/2.3.0/', 'http://127.0.0.1:8099/2.3.0'],
		['https://proxy.example', 'https://proxy.example']
	])('reads LL2_BASE_URL=%s as %s', (text, expected) => {
		expect(readConfig({ LL2_BASE_URL: text }).upstream).toBe(expected);
	});

	test.each([
		['file:data/x.db', resolve('data/x.db')],
		['file:./x.db', resolve('x.db')],
		['file:/var/x.db', '/var/x.db'],
		['file:///var/lib/my%20x.db', '/var/lib/my x.db'],
		['FILE:x.db', resolve('x.db')]
	])('reads ARCHIVE_URL=%s as the path %s', (text, expected) => {
		expect(readConfig({ ARCHIVE_URL: text }).archive).toEqual({ kind: 'file', path: expected });
	});

	test.each([
		'redis://cache:6379',
		'rediss://me:secret@cache/2',
		'redis://[::1]',
		'redis://cache/'
	])('reads ARCHIVE_URL=%s as a Redis', (url) => {
		expect(readConfig({ ARCHIVE_URL: url }).archive).toEqual({ kind: 'redis', url });
	});

	test.each([
		['LL2_BASE_URL', 'll.thespacedevs.com'],
		['LL2_BASE_URL', 'ftp://ll.thespacedevs.com/2.3.0'],
		['LL2_BASE_URL', 'https://ll.thespacedevs.com/2.3.0?mode=list'],
		['LL2_CALLS_PER_HOUR', '0'],
		['LL2_CALLS_PER_HOUR', '1.5'],
		['LL2_CALLS_PER_HOUR', 'many'],
		['LL2_TIMEOUT_MS', '-1'],
		['LL2_TIMEOUT_MS', '10s'],
		['LL2_TIMEOUT_MS', '1e3'],
		['REFRESH_SECONDS', '0'],
		['REFRESH_SECONDS', 'NaN'],
		['RESYNC_SECONDS', '99999999999999999999'],
		['ARCHIVE_URL', 'data/berthline.db'],
		['ARCHIVE_URL', 'file:'],
		['ARCHIVE_URL', 'file:data/'],
		['ARCHIVE_URL', 'file://elsewhere/x.db'],
		['ARCHIVE_URL', 'file:%E0%A4%A'],
		['ARCHIVE_URL', 'redis://127.0.0.1:6379/one'],
		['ARCHIVE_URL', 'redis:///0'],
		['ARCHIVE_URL', 'redis://cache/0?db=1'],
		['PICTURES_PER_MINUTE', '0'],
		['LOG_LEVEL', 'loud'],
		['HOST', 'two words'],
		['PORT', '70000'],
		['PORT', 'http'],
		['ORIGIN', 'berthline.example'],
		['ORIGIN', 'https://berthline.example/path']
	])('refuses %s=%s with one line that names both and what is allowed', (variable, value) => {
		const error = refusal({ [variable]: value });
		expect(error).toMatchObject({ variable, exitCode: 78 });
		expect(error.message).toContain(`${variable} is ${JSON.stringify(value)}; allowed: `);
		expect(error.allowed.length).toBeGreaterThan(2);
		expect(error.message).not.toContain('\n');
	});

	test('keeps the message on one line, and short, whatever the value holds', () => {
		const { message } = refusal({ LOG_LEVEL: `a\nb${'c'.repeat(5000)}` });
		expect(message).not.toContain('\n');
		expect(message.length).toBeLessThan(250);
	});

	test('never repeats a token, nor a password in an address', () => {
		expect(refusal({ LL2_API_TOKEN: 'geheim words' }).message).not.toContain('geheim');
		const addresses = { LL2_BASE_URL: 'https://me:geheim@host/', ORIGIN: 'http://me:geheim@h/' };
		for (const [name, value] of Object.entries(addresses))
			expect(refusal({ [name]: value }).message).not.toContain('geheim');
		expect(refusal({ ARCHIVE_URL: 'redis://:geheim@host/a' }).message).not.toContain('geheim');
	});
});
