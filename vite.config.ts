import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** Unit tests run once in each of these zones: east, west and on the meridian. */
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata'];

export default defineConfig({
	plugins: [sveltekit()],
	// Hundreds of small files, found one by one, would hold up the server's first page by a second.
	ssr: process.env['VITEST']
		? {}
		: {
				noExternal: [
					/^d3/,
					'date-fns',
					/^@date-fns/,
					'internmap',
					'delaunator',
					'robust-predicates'
				]
			},
	test: {
		// Only to end what hangs: a slow machine is no mistake.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { poll: { timeout: 30_000 } },
		projects: [
			...zones.map((zone) => ({
				extends: true as const,
				test: {
					name: zone,
					include: ['tests/unit/**/*.test.ts'],
					exclude: ['tests/unit/server/**'],
					env: { TZ: zone },
					// Pure code leaves nothing behind, so files may share a process.
					isolate: false
				}
			})),
			{
				extends: true as const,
				test: {
					name: 'server',
					include: ['tests/unit/server/**/*.test.ts', 'tests/api/**/*.test.ts']
				}
			}
		]
	}
});
