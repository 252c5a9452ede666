/** A source that must be named wherever the sample is shown or shipped. */
export interface Credit {
	readonly name: string;
	readonly detail: string;
}

/** The sources of the sample, the largest first; their licences ask for these names. */
export const sampleCredits: readonly Credit[] = [
	{
		name: 'Jonathan McDowell, GCAT, planet4589.org',
		detail:
			'General Catalog of Artificial Space Objects, event catalogue, edition of 3 Jun 2026; CC BY 4.0'
	},
	{
		name: 'The Space Devs, Launch Library 2',
		detail: 'single docking events, and the space stations as read on 8 Oct 2026'
	},
	{
		name: 'corquaid/international-space-station-APIs',
		detail:
			'version history of iss-docked-spacecraft.json, 7 Jan 2021 to 28 Apr 2026; MIT, © 2021 Cormac Quaid'
	},
	{
		name: 'China Manned Space Agency',
		detail: 'announcements, as the press quotes them'
	}
];

/** Where the words of credits lead, by the words. */
export const sourceAddresses: Readonly<Record<string, string>> = {
	'planet4589.org': 'https://planet4589.org/',
	'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
	'The Space Devs, Launch Library 2': 'https://thespacedevs.com/llapi'
};
