/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { build } from '$service-worker';

/**
 * Keeps kiosks going where the server cannot be had: the page as it last came whole, what it is
 * made of, and the last data. It looks after `/kiosk` only.
 */
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const pages = 'berthline-kiosk-pages';
const parts = 'berthline-kiosk-parts';
const feeds = 'berthline-kiosk-feeds';

/** Pages that are kept: one for each address that was opened here. */
const mostPages = 8;
const pageTimeoutMs = 10_000;
const partTimeoutMs = 20_000;

/** Scripts, styles and the letters that most names are written with. */
const isNeeded = (path: string) =>
	/\.(js|css)$/.test(path) || /latin-(400|500|600)-normal\.[\w-]+\.woff2$/.test(path);

worker.addEventListener('install', (event) => {
	// What is missing now comes with the page; this only brings it sooner.
	event.waitUntil(
		keepParts(build.filter(isNeeded))
			.catch(() => {})
			.then(() => worker.skipWaiting())
	);
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		forgetOldParts()
			.catch(() => {})
			.then(() => worker.clients.claim())
			.then(keepOpenPages)
	);
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (request.mode === 'navigate') {
		if (pathname === '/kiosk') event.respondWith(pageAt(request.url));
		// As the server would; what a worker fetched for an address must not be a redirect.
		else if (pathname === '/kiosk/')
			event.respondWith(Response.redirect(`${origin}/kiosk${search}`, 308));
		// What else begins so is not the kiosk, and the server says what it is.
	} else if (pathname === '/kiosk.json') event.respondWith(feedAt(request));
	else if (pathname.includes('/_app/immutable/')) event.respondWith(partAt(request.url));
});

/** The page from the server when it and all its parts come whole, else as it was kept. */
async function pageAt(url: string): Promise<Response> {
	try {
		return await keepPage(url);
	} catch {
		const known = (await find(pages, url)) ?? (await find(pages, url, { ignoreSearch: true }));
		return known ? kept(known) : waiting();
	}
}

/** The page from the server, kept with all its parts; rejects when any of it cannot be had. */
async function keepPage(url: string): Promise<Response> {
	const response = await fetch(url, timed(pageTimeoutMs, { cache: 'no-store' }));
	if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
	const text = await response.clone().text();
	const links = response.headers.get('link') ?? '';
	await keepParts(partsIn(`${links}${text}`).filter(isNeeded));
	await keep(pages, url, response.clone());
	await trim().catch(() => {});
	return response;
}

/** Pages that were opened before this worker was there, and their data. */
async function keepOpenPages(): Promise<void> {
	const open = await worker.clients.matchAll({ type: 'window' });
	const urls = open.map(({ url }) => url).filter((url) => new URL(url).pathname === '/kiosk');
	await Promise.allSettled([...urls.map(keepPage), feedAt(new Request('/kiosk.json'))]);
}

async function feedAt(request: Request): Promise<Response> {
	const known = await find(feeds, request.url);
	try {
		const response = await fetch(request);
		if (response.status !== 200) throw new Error(`${request.url} answered ${response.status}`);
		// Written only when it is another one: memory cards wear out.
		const tag = response.headers.get('etag');
		const isKnown = tag !== null && tag === known?.headers.get('etag');
		if (!isKnown) await keep(feeds, request.url, response.clone());
		return response;
	} catch {
		return known ? kept(known) : Response.error();
	}
}

/** Parts never change: their names tell their content. */
async function partAt(url: string): Promise<Response> {
	const known = await find(parts, url);
	if (known) return known;
	const response = await fetch(url);
	if (response.ok) await keep(parts, url, response.clone());
	return response;
}

/** Rejects when one of them cannot be had. */
async function keepParts(paths: readonly string[]): Promise<void> {
	await Promise.all(
		paths.map(async (path) => {
			if (await find(parts, path)) return;
			const response = await fetch(path, timed(partTimeoutMs));
			if (!response.ok) throw new Error(`${path} answered ${response.status}`);
			await keep(parts, path, response);
		})
	);
}

/** What was kept; a store that fails has kept nothing. */
async function find(
	store: string,
	url: string,
	options?: CacheQueryOptions
): Promise<Response | undefined> {
	try {
		return await (await caches.open(store)).match(url, options);
	} catch {
		return undefined;
	}
}

/** Keeps an answer where there is room: a full or worn store must not hold up what has come. */
async function keep(store: string, url: string, response: Response): Promise<void> {
	try {
		await (await caches.open(store)).put(url, response);
	} catch (problem) {
		console.warn(`${url} could not be kept:`, problem);
	}
}

/** Parts that neither this version nor a page that is kept is made of. */
async function forgetOldParts(): Promise<void> {
	const known = await caches.open(pages);
	const texts = await Promise.all(
		(await known.keys()).map(async (request) => (await known.match(request))?.text() ?? '')
	);
	const wanted = new Set([...build, ...texts.flatMap(partsIn)]);
	const cache = await caches.open(parts);
	for (const request of await cache.keys())
		if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
}

/** Paths of the parts that a page names. */
function partsIn(text: string): string[] {
	const named = text.match(/[./]*_app\/immutable\/[\w./-]+\.(js|css|woff2)/g) ?? [];
	return [...new Set(named.map((path) => `/${path.replace(/^[./]+/, '')}`))];
}

async function trim(): Promise<void> {
	const cache = await caches.open(pages);
	const keys = await cache.keys();
	for (const key of keys.slice(0, Math.max(0, keys.length - mostPages))) await cache.delete(key);
}

/** Says that it does not come from the server. */
function kept(response: Response): Response {
	const headers = new Headers(response.headers);
	headers.set('berthline-kept', '1');
	const { status, statusText } = response;
	return new Response(response.body, { status, statusText, headers });
}

/** Nothing was ever kept: a page that tries again, rather than the browser's own error. */
function waiting(): Response {
	const text = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="refresh" content="10"><title>Berthline</title>
<style>html{color-scheme:dark;font:3vmin sans-serif;display:grid;place-items:center;height:100%}</style>
<p>The server does not answer. Trying again every ten seconds.</p></html>`;
	return new Response(text, {
		headers: { 'content-type': 'text/html; charset=utf-8', 'berthline-kept': '1' }
	});
}

function timed(limitMs: number, init: RequestInit = {}): RequestInit {
	return { ...init, signal: AbortSignal.timeout(limitMs) };
}
