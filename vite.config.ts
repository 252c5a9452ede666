import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { bundleWorker } from './src/commands/app-build/bundle-worker.ts';
import { bundledPackages } from './src/commands/app-build/bundled.ts';

/** Unit tests run once in each of these zones: east, west and on the meridian. */
const zones = ['UTC', 'America/New_York', 'Asia/Kolkata'];

const isTest = Boolean(process.env['VITEST']);

/** The development server draws pictures on a thread of its own, as the production server does. */
const pictureWorker: Plugin = {
	name: 'berthline-picture-worker',
	apply: 'serve',
	async configureServer() {
		if (!isTest) await bundleWorker('.svelte-kit');
	}
};

/**
 * One script that all pages share: several would be packed less well, and asked for by themselves.
 * What reads addresses is not in it: the dashboard needs it only once its form is used.
 * The client of Redis takes 250 MB of memory where it is loaded, so it stands apart.
 */
const scripts = {
	groups: [
		{ name: 'redis-client', test: /node_modules\/(redis|@redis|cluster-key-slot)\//, priority: 2 },
		{
			name: 'shared',
			test: /vite\/preload-helper|node_modules\/(svelte|@sveltejs|devalue|esm-env|d3|date-fns|@date-fns\/utc)|src\/lib\/(time(?!line\/state\/still|\/other)|docking\/(?!stay-facts)|look|view\/(?!kiosk|pars|param))|src\/routes\/(LateDetails|fetch-json)/,
			priority: 1,
			minShareCount: 2
		}
	]
};

/**
 * SvelteKit takes two functions out of the whole of Svelte, by name: as reading them is no effect,
 * the rest is left out of what browsers load.
 */
const treeshake = { propertyReadSideEffects: false } as const;

/** Each of two minifiers finds what the other leaves: Terser, then the bundler's own. */
const output = { minify: true } as const;

export default defineConfig({
	plugins: [sveltekit(), pictureWorker],
	build: { rolldownOptions: { output: { codeSplitting: scripts } } },
	environments: { client: { build: { minify: 'terser', rolldownOptions: { treeshake, output } } } },
	ssr: isTest ? {} : { noExternal: bundledPackages },
	test: {
		// The palette of pictures is read from it.
		css: { include: [/tokens\.css/] },
		// Only to end what hangs: a slow machine is no mistake.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		setupFiles: ['src/lib/time/other-zones.ts'],
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
