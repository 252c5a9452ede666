import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const app = useApp();
const frozen = 'now=2026-10-08T12:00Z';

/** A Content-Security-Policy by directive. */
function policyOf(header: string): Map<string, string[]> {
	return new Map(
		header.split(';').map((part) => {
			const [name = '', ...values] = part.trim().split(/\s+/);
			return [name, values];
		})
	);
}

describe.each([
	`/?${frozen}`,
	`/?view=table&${frozen}`,
	`/events/529?${frozen}`,
	`/kiosk?station=4&${frozen}`,
	'/?from=nonsense',
	'/nowhere'
])('the page %s', (path) => {
	it('runs its own scripts and no others, told by hashes', async () => {
		const { headers, text } = await ask(app.url + path);
		const policy = policyOf(headers['content-security-policy'] as string);
		expect(policy.get('default-src')).toEqual(["'self'"]);
		expect(policy.get('object-src')).toEqual(["'none'"]);
		expect(policy.get('base-uri')).toEqual(["'none'"]);
		const scripts = policy.get('script-src') ?? [];
		expect(scripts).toContain("'self'");
		expect(scripts.join(' ')).not.toMatch(/unsafe|nonce|https?:|\*/);
		const inline = [...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
		for (const [, script = ''] of inline)
			expect(scripts).toContain(`'sha256-${hash('sha256', script, 'base64')}'`);
		expect(text).not.toMatch(/<[^>]+\son\w+=/);
	});

	it('asks for nothing from elsewhere, forces no HTTPS, and may be framed', async () => {
		const { headers, text } = await ask(app.url + path);
		expect(headers['strict-transport-security']).toBeUndefined();
		expect(headers['x-frame-options']).toBeUndefined();
		expect(headers['content-security-policy']).not.toMatch(/frame-ancestors|upgrade-insecure/);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('same-origin');
		const sources = [...text.matchAll(/\b(?:src|poster)="([^"]+)"/g)].map(([, source]) => source);
		expect(sources.filter((source) => /^(https?:)?\/\//.test(source ?? ''))).toEqual([]);
	});
});

it('a page is the same answer for everybody: no nonce makes it another one', async () => {
	const [first, second] = [await ask(`${app.url}/?${frozen}`), await ask(`${app.url}/?${frozen}`)];
	expect(second.headers.etag).toBe(first.headers.etag);
	expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
});
