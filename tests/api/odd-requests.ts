import fc from 'fast-check';
import {
	idNames,
	kioskNames,
	listNames,
	oneQuery,
	pictureNames,
	viewNames,
	type Names
} from './odd-queries.ts';

/** A request that no browser would send, and any program may. */
export interface OddRequest {
	/** The route that it is counted under. */
	readonly route: string;
	readonly method: string;
	/** Path and query as they go over the wire, in Latin-1. */
	readonly target: string;
	readonly headers: Readonly<Record<string, string>>;
}

const list = '/2.3.0/docking_events/';
const ids = [
	'529',
	'1',
	'0',
	'-1',
	'999999',
	'1e3',
	'%D9%A3',
	'%00',
	'abc',
	'9'.repeat(40),
	'529%2F..',
	'%E0%A4%A'
];

/** Routes with what their queries name, and how often each is asked. */
const routes: readonly (readonly [string, number, Names, (readonly string[])?])[] = [
	['/', 7, viewNames],
	['/events/{id}', 8, viewNames, ids.map((id) => `/events/${id}`)],
	['/kiosk', 2, kioskNames],
	['/kiosk.json', 6, kioskNames],
	['/data.csv', 5, viewNames],
	['/data.json', 5, viewNames],
	['/data.ics', 5, viewNames],
	['/data.schema.json', 2, viewNames],
	['/columns.json', 5, idNames],
	['/details.json', 8, idNames],
	['/healthz', 5, viewNames],
	[list, 40, listNames, [list, list.slice(0, -1), `${list}/`]],
	[`${list}{id}/`, 14, listNames, ids.flatMap((id) => [`${list}${id}/`, `${list}${id}`])],
	['/2.3.0/config/docking_locations/', 10, listNames],
	[
		'/2.3.0/config/docking_locations/{id}/',
		6,
		listNames,
		ids.map((id) => `/2.3.0/config/docking_locations/${id}/`)
	],
	['/2.3.0/api-throttle/', 3, listNames],
	['/2.3.0/openapi.json', 2, listNames],
	['elsewhere', 16, viewNames, elsewhere()]
];

/** Addresses that are nobody's, or the framework's own. */
function elsewhere(): string[] {
	return [
		...['//', '///evil.example', '/.', '/..', '/../../etc/passwd', '/%2e%2e/%2e%2e/package.json'],
		...[
			'/..%2f..%2fpackage.json',
			'/..%5c..%5cpackage.json',
			'/%00',
			'/favicon.svg',
			'/favicon.svg/'
		],
		...['/_app/version.json', '/_app/immutable/../../../package.json', '/_app/immutable/%2e%2e/x'],
		...['/_app/remote/x/y', '/_app/env.js', '/__data.json', '/events/529/__data.json'],
		...[
			'/kiosk/__data.json',
			'/__route.js',
			'/events/529/__route.js',
			'/slide.png',
			'/service-worker.js'
		],
		...[
			'/events',
			'/events/',
			'/kiosk/',
			'/EVENTS/529',
			'/2.3.0',
			'/2.3.0/',
			'/2.3.0//',
			'/2.3.0/%'
		],
		...[
			'/2.3.0/docking_events/../../healthz',
			'/timeline.gif',
			'/data.xml',
			'/live/',
			'/\xff\xfe',
			'/%ff'
		],
		...[
			`/${'a/'.repeat(500)}`,
			`/${'%41'.repeat(1500)}`,
			'/healthz;v=1',
			'/healthz%20',
			'/index.html'
		]
	];
}

const picked = (...values: string[]) => fc.constantFrom(...values);
const long = fc.integer({ min: 1000, max: 8000 }).map((length) => 'a'.repeat(length));
/** Printable Latin-1, as a header may hold. */
const headerText = fc
	.array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 60 })
	.map((codes) => String.fromCharCode(...codes.filter((code) => code !== 0x7f)).trim());

const headerValues: Readonly<Record<string, fc.Arbitrary<string>>> = {
	range: picked('bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,2-,-9', 'lines=1', 'bytes=1e9-'),
	accept: picked(
		'text/html',
		'*/*;q=0',
		'application/json;q=x',
		';;;,',
		'image/*',
		'text/event-stream'
	),
	'accept-encoding': picked('br', 'gzip;q=0', '*', 'identity;q=0', 'br;q=NaN', 'zstd', ',,;'),
	'accept-language': picked('xx-' + 'y'.repeat(100), '*', ';'),
	host: picked(
		'evil.example',
		'[::1]:3000',
		'a:99999',
		'a b',
		'..',
		'x@y',
		'ä.example',
		'h:',
		'a/b',
		'-'
	),
	'x-forwarded-host': picked('evil.example', 'a b', '', '[', 'x/../y', 'a,b', '"><script>'),
	'x-forwarded-proto': picked('https', 'javascript', 'ht:tp', '%', '', 'https,http'),
	'x-forwarded-port': picked('443', '-1', '1e9', 'x', ''),
	'x-forwarded-for': picked('192.0.2.1', '::1, 192.0.2.2', ',', '', 'a'.repeat(3000)),
	'if-none-match': picked('*', 'W/"x"', '"', ',,', 'W/', '"' + 'x'.repeat(5000) + '"'),
	'if-modified-since': picked('Thu, 01 Jan 1970 00:00:00 GMT', '-1', '+275760-09-13', 'x'),
	'last-event-id': headerText,
	cookie: headerText,
	authorization: picked('Token x', 'Basic ' + 'A'.repeat(2000), 'Bearer'),
	origin: picked('null', 'https://evil.example', 'file://', 'x'),
	referer: headerText,
	'user-agent': fc.oneof(long, picked('"><img src=x onerror=alert(1)>', '${jndi:ldap://x}')),
	'content-type': picked(
		'application/x-www-form-urlencoded',
		'text/plain',
		'multipart/form-data',
		'/'
	),
	'x-sveltekit-action': picked('true'),
	'x-sveltekit-invalidated': picked('1', '111', 'x'),
	'x-sveltekit-pathname': picked('/kiosk', '//evil', '%'),
	'x-http-method-override': picked('DELETE', 'TRACE'),
	te: picked('trailers', 'x'),
	'x-long': long
};

const methods = fc.oneof(
	{ weight: 12, arbitrary: fc.constant('GET') },
	fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE', 'QUERY')
);

const headers = fc.oneof(
	{ weight: 2, arbitrary: fc.constant({}) },
	fc
		.uniqueArray(fc.constantFrom(...Object.keys(headerValues)), { maxLength: 4 })
		.chain((names) =>
			fc.record(Object.fromEntries(names.map((name) => [name, headerValues[name]!])))
		)
);

function requestsOf(
	route: string,
	names: Names,
	paths: readonly string[]
): fc.Arbitrary<OddRequest> {
	return fc
		.tuple(methods, fc.constantFrom(...paths), oneQuery(names), headers)
		.map(([method, path, query, given]) => {
			const target = query ? `${path}?${query}` : path;
			return { route, method, target, headers: given };
		});
}

const anyRequest = fc.oneof(
	...routes.map(([route, weight, names, paths = [route]]) => ({
		weight,
		arbitrary: requestsOf(route, names, paths)
	}))
);

/** Small ones: a large picture takes as long as a hundred other answers. */
const anyPicture = fc
	.tuple(
		requestsOf('/timeline.svg', pictureNames, ['/timeline.svg']),
		fc.boolean(),
		fc.integer({ min: 100, max: 400 }),
		fc.constantFrom(
			'',
			'&scale=1.5',
			'&scale=0',
			'&width=1e9',
			'&height=-1',
			'&width=8192&height=8192'
		)
	)
	.map(([{ target, ...rest }, isPng, width, more]): OddRequest => {
		const path = `${target}${target.includes('?') ? '&' : '?'}width=${width}&height=200${more}`;
		if (!isPng) return { ...rest, target: path };
		return { ...rest, route: '/timeline.png', target: path.replace('.svg', '.png') };
	});

/** The same requests for the same seed: `count` of all routes but pictures, then `pictures` of these. */
export function oddRequests(seed: number, count: number, pictures: number): OddRequest[] {
	return [
		...fc.sample(anyRequest, { seed, numRuns: count }),
		...fc.sample(anyPicture, { seed, numRuns: pictures })
	];
}
