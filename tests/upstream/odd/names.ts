import { keep, withValue, type MakeEvent } from './odd-event.ts';

/** Names that a careless program would run, break or draw wrongly. */
export const oddNames = {
	html: '<b>Progress</b> <img src=x onerror="window.hacked=1">',
	script: '</script><script>window.hacked=1</script>',
	attribute: '" onfocus="window.hacked=1" autofocus x="',
	comment: '<!-- Progress --!><script>window.hacked=1</script>',
	section: ']]><script>window.hacked=1</script><![CDATA[',
	template: '{{constructor}} ${window.hacked=1} <%= 1 %> javascript:window.hacked=1',
	entities: 'Progress &amp; &lt;Soyuz&gt; &#x27;',
	'right-to-left': 'חללית תא 7 \u202Eevil\u202C مركبة',
	emoji: '🚀 Progress 👩🏽‍🚀 🇺🇳',
	combining: `Z${'\u0301\u0323\u0335'.repeat(12)}algo`,
	'very-long': 'Progress-'.repeat(500),
	'very-long-words': 'one more word '.repeat(300).trim(),
	'control-characters': 'Progress\u0000\u0007\r\nSet-Cookie: a=b\tMS',
	'line-separators': 'Progress\u2028MS\u2029-22\u0085',
	'lone-surrogate': 'Progress \uD83D MS',
	spreadsheet: '=HYPERLINK("http://example.org/","Progress")',
	calendar: 'Progress;MS,22\\n\nEND:VEVENT',
	spaces: '   '
} as const;

/** One document for each odd name: craft, mission, port and station all have it. */
export function eventsWithOddNames(make: MakeEvent) {
	const withName = (name: string) => {
		const event = make({ craft: { vehicle: name, mission: name } });
		withValue(event, 'docking_location.name', name);
		return keep(withValue(event, 'docking_location.id', event.id));
	};
	type Key = keyof typeof oddNames;
	const entries = Object.entries(oddNames).map(([key, name]) => [`name-${key}`, withName(name)]);
	return Object.fromEntries(entries) as Record<`name-${Key}`, ReturnType<typeof keep>>;
}
