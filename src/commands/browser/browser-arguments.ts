/** What a browser is started with, for tests and for pictures: nothing that calls home, no sandbox for root. */
export function browserArguments(): readonly string[] {
	return [
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-quic',
		'--no-first-run'
	];
}

/** The variable that tells Playwright's configuration which browser to start. */
export const browserVariable = 'BERTHLINE_BROWSER';
