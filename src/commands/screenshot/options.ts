/** The names of `/`'s query, each an option; `now` and `theme` are the kiosk's too. */
export const pageNames = [
	'station',
	'port',
	'kind',
	'agency',
	'q',
	'docked',
	'from',
	'to',
	'now',
	'theme',
	'tz',
	'sort',
	'order',
	'collapsed',
	'view',
	'ports'
] as const;

/** The names of the query of `/kiosk`. */
export const kioskNames = [
	'station',
	'dwell',
	'span',
	'ahead',
	'theme',
	'now',
	'tz',
	'dim'
] as const;

/** What a picture is, besides its page. */
export const pictureNames = [
	'url',
	'size',
	'width',
	'height',
	'scale',
	'format',
	'preset',
	'out'
] as const;

export type QueryName = (typeof pageNames)[number] | (typeof kioskNames)[number];
export type OptionName = (typeof pictureNames)[number] | QueryName;

/** All names of a query, each once. */
export const queryNames: readonly QueryName[] = [...new Set([...pageNames, ...kioskNames])];

/** Everything that one picture may be given: on the command line, or in a batch's entry. */
export const optionNames: readonly OptionName[] = [...pictureNames, ...queryNames];

/** Options as given, by name: the texts in their order, one at least. */
export type Given = Readonly<Partial<Record<OptionName, readonly string[]>>>;

/** How messages call an option: `--size`, or `slides.json [1].size`. */
export type Place = (name: OptionName) => string;

export function isQueryName(name: string): name is QueryName {
	return (queryNames as readonly string[]).includes(name);
}

export function isOptionName(name: string): name is OptionName {
	return (optionNames as readonly string[]).includes(name);
}
