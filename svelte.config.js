import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		// Bars are seen with the first answer: no style sheet has to come first.
		inlineStyleThreshold: 65_536,
		// Only kiosks have one, and register it themselves.
		serviceWorker: { register: false },
		// A changed deployment is noticed by open pages, without a reload in the middle of a click.
		version: { pollInterval: 300_000 }
	},
	compilerOptions: {
		runes: true,
		// A class on every mark: short ones are fewer bytes in each page.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`
	}
};
