import fc from 'fast-check';

/** Values of one kind, as they stand in an address: some good, most of them not. */
export type Values = fc.Arbitrary<string>;

const zones = [
	'utc',
	'local',
	'Europe/Berlin',
	'Mars/Olympus',
	'UTC+25',
	'Etc/GMT+14',
	'europe/berlin'
];
const edges = [
	...['0', '-0', '-1', '1', '4', '529', '2147483648', '9007199254740993', '1e400', '1e-400'],
	...['NaN', 'Infinity', '0x10', '٣', '1_000', '+1', ' 1', '1.', '.5', '9'.repeat(400), '--', ',']
];
const instants = [
	...['2026-10-08', '2026-10-08T12:00Z', '2026-02-30', '2024-02-29', '1949-12-31', '1950-01-01'],
	...['2149-12-31', '2150-01-01', '0000-01-01', '-271821-04-20', '+275760-09-13T00:00:00.001Z'],
	...[
		'2026-10-08T24:00Z',
		'2026-10-08T23:59:60Z',
		'2026-10-08T12:00+14:00',
		'2026-10-08 12:00 02:00'
	],
	...['2026-W41', '20261008', 'now', 'yesterday', '1e9', '2026-10-08T12:00:00.123456789Z']
];

/** Text of any letters; raw bytes and broken escapes are mixed in by `oneQuery`. */
const text: Values = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom('__proto__', 'constructor', 'toString', '</script>', "' OR 1=1 --", '${7*7}'),
	fc.constantFrom(
		'\0',
		'\r\nSet-Cookie: a=b',
		'../../etc/passwd',
		'\u2028',
		'(a+)+$',
		'İ'.repeat(50)
	),
	fc.integer({ min: 150, max: 4000 }).map((length) => 'x'.repeat(length))
);
const number: Values = fc.oneof(
	fc.constantFrom(...edges),
	fc.integer().map(String),
	fc.double().map(String)
);
const moment: Values = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...instants) },
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	text
);
const ids: Values = fc.oneof(
	fc.constantFrom('4', '18', '4,18', 'other', '12', '32', ',,4,,', '4,'.repeat(300), '99999'),
	number
);
const word = (...words: string[]): Values =>
	fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, text);

/** What each name of a query may be given. */
export type Names = Readonly<Record<string, Values>>;

export const viewNames: Names = {
	station: ids,
	port: ids,
	agency: ids,
	collapsed: ids,
	kind: word('crew', 'cargo,module', 'OTHER', 'boat'),
	q: text,
	docked: word('now', 'later'),
	from: moment,
	to: moment,
	now: moment,
	theme: word('light', 'dark', 'auto', 'pink'),
	tz: word(...zones),
	sort: word('docking', '-duration', 'craft', '-'),
	order: word('name', 'first-use', 'occupancy'),
	view: word('timeline', 'table'),
	ports: word('used', 'all')
};
export const kioskNames: Names = {
	...viewNames,
	dwell: number,
	span: word('90d', '18m', '2y', '0d', '-1d', '999999999y', '1e3d'),
	ahead: word('0d', '2m', '99999999999999w'),
	dim: word('22:00-07:00', '', '24:00-25:00', '22:00')
};
export const pictureNames: Names = {
	...viewNames,
	title: text,
	background: word('transparent', 'fff', '#abcdef', 'red'),
	text: word('outline', 'text')
};
export const listNames: Names = {
	limit: number,
	offset: number,
	mode: word('normal', 'detailed', 'list'),
	format: word('json', 'api', 'xml'),
	search: text,
	ordering: word('docking', '-departure', '-docking,departure', 'id', '-'),
	docking__gt: moment,
	docking__gte: moment,
	docking__lt: moment,
	docking__lte: moment,
	docking_location__id: number,
	flight_vehicle_chaser__id: number,
	space_station_target__id: number
};
export const idNames: Names = { id: ids, q: text, agency: ids };

/** A query with some of `names`, now and then one twice, an unknown one, or broken escapes. */
export function oneQuery(names: Names): fc.Arbitrary<string> {
	const pairs = Object.entries(names).map(([name, values]) =>
		fc.tuple(values, written).map(([value, write]) => `${name}=${write(value)}`)
	);
	const junk = fc.oneof(
		text.map((name) => `${encodeURIComponent(name)}=1`),
		fc.constantFrom(
			'=',
			'&&',
			'q',
			'station[]=4',
			'from=%',
			'q=%E0%A4',
			'q=%FF%FE',
			'q=%u0041',
			'q=%00'
		)
	);
	const part = fc.oneof({ weight: 8, arbitrary: fc.oneof(...pairs) }, junk);
	return fc.array(part, { maxLength: 5 }).map((parts) => parts.join('&'));
}

/** How a value stands in an address: escaped well, twice, hardly, or with pluses for spaces. */
const written: fc.Arbitrary<(value: string) => string> = fc.oneof(
	{ weight: 8, arbitrary: fc.constant(encodeURIComponent) },
	fc.constantFrom(
		(value: string) => encodeURIComponent(encodeURIComponent(value)),
		(value: string) => encodeURIComponent(value).replaceAll('%20', '+'),
		(value: string) =>
			Buffer.from(value)
				.toString('latin1')
				.replace(/[^\x21-\xff]|[#&]/g, '%')
	)
);
