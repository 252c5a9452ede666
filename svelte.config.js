import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		// Bars are seen with the first answer: no style sheet has to come first.
		inlineStyleThreshold: 65_536,
		// Pages run their own scripts and no others, told apart by hashes: a nonce would make each answer
		// another one. Bars are placed by style attributes. Anyone may frame a page: signage players do.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'script-src': ['self']
			}
		},
		// From the root: a long way up, once for each file to load, would fill the headers of a deep address.
		paths: { relative: false },
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
