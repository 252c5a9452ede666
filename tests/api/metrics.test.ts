import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const metricsAt = async (url: string) => (await ask(`${url}/metrics`)).text;

/** Values by series, as the text names it: `berthline_events` or `berthline_x_total{result="2xx"}`. */
async function seriesAt(url: string): Promise<ReadonlyMap<string, number>> {
	const lines = (await metricsAt(url)).split('\n').filter((line) => /^\w/.test(line));
	return new Map(
		lines.map((line) => {
			const at = line.lastIndexOf(' ');
			return [line.slice(0, at), Number(line.slice(at + 1))];
		})
	);
}

const requests = (route: string, status: number) =>
	`berthline_http_requests_total{route="${route}",status="${status}"}`;

describe('/metrics', () => {
	const upstream = startUpstream({ documents: generateEvents({ count: 30 }), callsPerHour: 15 });
	const app = useApp(async () => ({ upstream: (await upstream).url }));
	afterAll(async () => (await upstream).close());

	it('is text that Prometheus reads, and kept by nobody', async () => {
		const { status, headers, text } = await ask(`${app.url}/metrics`);
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['etag']).toBeUndefined();
		const line =
			/^(# (HELP|TYPE) berthline_\w+ .+|berthline_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? \S+|)$/;
		expect(text.split('\n').filter((one) => !line.test(one))).toEqual([]);
	});

	it('ends names with their units, and counters with _total', async () => {
		const text = await metricsAt(app.url);
		const types = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, ...pair]) => pair);
		const own = types.filter(([name]) => !/_(nodejs|process)_/.test(String(name)));
		const timed = own.filter(([name]) => /age|duration|drawing/.test(String(name)));
		expect(timed.length).toBeGreaterThan(2);
		for (const [name] of timed) expect(name).toMatch(/_seconds$/);
		for (const [name, type] of own) expect(/_total$/.test(String(name))).toBe(type === 'counter');
	});

	it('tells refreshes, calls, age and number of the data as /healthz does', async () => {
		await expect.poll(async () => (await seriesAt(app.url)).get('berthline_data_is_live')).toBe(1);
		const series = await seriesAt(app.url);
		const health = JSON.parse((await ask(`${app.url}/healthz`)).text) as Record<string, unknown>;
		expect(series.get('berthline_refreshes_total{result="succeeded"}')).toBe(1);
		expect(series.get('berthline_refreshes_total{result="failed"}')).toBe(0);
		const calls = (await upstream).calls.length;
		expect(series.get('berthline_upstream_calls_total{result="2xx"}')).toBe(calls);
		expect(series.get('berthline_upstream_calls_left')).toBe(health['callsLeft']);
		expect(series.get('berthline_events')).toBe(30);
		const ageS = (Date.now() - Date.parse(String(health['updated']))) / 1000;
		expect(series.get('berthline_data_age_seconds')).toBeGreaterThanOrEqual(0);
		expect(series.get('berthline_data_age_seconds')).toBeLessThanOrEqual(ageS + 1);
	});

	it('counts by route and status, whatever the address', async () => {
		const before = await seriesAt(app.url);
		const asked: readonly (readonly [path: string, route: string, status: number])[] = [
			['/?station=4', '/', 200],
			['/?station=abc', '/', 400],
			['/events/123456', '/events/[id]', 404],
			['/2.3.0/docking_events/?limit=3', '/2.3.0/[...path]', 200],
			['/2.3.0/nothing/', '/2.3.0/[...path]', 404],
			['/favicon.svg', 'none', 200],
			['/nowhere/1', 'none', 404],
			['/nowhere/2', 'none', 404]
		];
		for (const [path] of asked) await ask(app.url + path);
		const more = (after: ReadonlyMap<string, number>, name: string) =>
			(after.get(name) ?? 0) - (before.get(name) ?? 0);
		const expected = new Map<string, number>();
		for (const [, route, status] of asked) {
			const name = requests(route, status);
			expected.set(name, (expected.get(name) ?? 0) + 1);
		}
		await expect
			.poll(async () => {
				const after = await seriesAt(app.url);
				return [...expected.keys()].map((name) => [name, more(after, name)]);
			})
			.toEqual([...expected]);
	});

	it('tells pictures and open streams', async () => {
		const name = 'berthline_pictures_drawn_total{format="svg"}';
		// Other data would be another picture.
		await expect.poll(async () => (await seriesAt(app.url)).get('berthline_data_is_live')).toBe(1);
		const before = (await seriesAt(app.url)).get(name) ?? NaN;
		await ask(`${app.url}/timeline.svg?now=2026-10-08T12:00Z`);
		await ask(`${app.url}/timeline.svg?now=2026-10-08T12:00Z`);
		expect((await seriesAt(app.url)).get(name)).toBe(before + 1);
		const stop = new AbortController();
		await fetch(`${app.url}/live`, { signal: stop.signal });
		expect((await seriesAt(app.url)).get('berthline_live_streams')).toBe(1);
		stop.abort();
		await expect.poll(async () => (await seriesAt(app.url)).get('berthline_live_streams')).toBe(0);
	});

	it('has every metric that the Grafana dashboard shows', async () => {
		const text = readFileSync(join(projectFolder, 'src/deploy/grafana-dashboard.json'), 'utf8');
		const { panels } = JSON.parse(text) as { panels: { targets: { expr: string }[] }[] };
		expect(panels.length).toBeGreaterThan(10);
		for (const { targets } of panels)
			for (const { expr } of targets) expect(expr).toMatch(/berthline_/);
		// Some are there only after the first picture, and the first answer that has ended.
		await ask(`${app.url}/timeline.svg?now=2026-10-08T12:00Z`);
		await expect
			.poll(async () => (await seriesAt(app.url)).get(requests('/timeline.svg', 200)))
			.toBeGreaterThan(0);
		const names = new Set([...(await seriesAt(app.url)).keys()].map((name) => name.split('{')[0]));
		const shown = new Set(text.match(/berthline_\w+/g));
		expect([...shown].filter((name) => !names.has(name))).toEqual([]);
		const own = [...names].filter((name) => !/_(nodejs|process)_|_(sum|count)$/.test(name ?? ''));
		const unseen = own.filter((name) => !shown.has(name ?? ''));
		expect(unseen).toEqual([
			'berthline_unreadable_events',
			'berthline_data_is_stale',
			'berthline_data_is_sample'
		]);
	});
});

describe('/metrics while upstream fails', () => {
	const upstream = startUpstream({ documents: generateEvents({ count: 5 }) });
	const app = useApp(async () => {
		(await upstream).fault({ kind: 'status', status: 503 });
		return { upstream: (await upstream).url, env: { LL2_CALLS_PER_HOUR: '100' } };
	});
	afterAll(async () => (await upstream).close());

	it('counts the failure', async () => {
		await expect
			.poll(async () => (await seriesAt(app.url)).get('berthline_refreshes_total{result="failed"}'))
			.toBeGreaterThan(0);
		const series = await seriesAt(app.url);
		expect(series.get('berthline_upstream_calls_total{result="5xx"}')).toBeGreaterThan(0);
		expect(series.get('berthline_data_is_sample')).toBe(1);
	});
});
