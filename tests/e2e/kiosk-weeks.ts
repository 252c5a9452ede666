/** A kiosk's weeks in minutes: its clock runs fast, each turn comes with other data. */
import type { Page } from '@playwright/test';
import { startFront } from './front.ts';
import { heapOf, type Heap } from './heap-snapshot.ts';

/** What a page holds, when all that it let go has been collected. */
export interface Held extends Heap {
	readonly nodes: number;
	readonly listeners: number;
	/** The least timers and frames that are waited for while no answer is, over two turns. */
	readonly timers: number;
}

export interface Weeks {
	/** The kiosk goes on for so many turns; each shows another station, and takes new data. */
	turn(times: number): Promise<void>;
	held(): Promise<Held>;
	close(): Promise<void>;
}

const turnMs = 9000;

interface CountingWindow extends Window {
	readonly waitedFor: () => number;
	/** Answers that have been asked for and not yet come to their end. */
	readonly awaited: () => number;
}

/** Opens the kiosk of the app at `app` in `page`, with a clock that only `turn` moves on. */
export async function startWeeks(page: Page, app: string): Promise<Weeks> {
	const front = await startFront(app);
	let version = 0;
	front.rewrite = (text) => text.replace(/"version":"[^"]*"/, () => `"version":"${version++}"`);
	// Without a stream data are asked for every few seconds.
	front.breaks = (path) => path === '/live';
	const session = await page.context().newCDPSession(page);
	await page.clock.install();
	await page.addInitScript(countTimers);
	await page.goto(`${front.url}/kiosk?dwell=${turnMs / 1000}`);
	await page.locator('[data-timeline][data-drawn]').waitFor();
	await page.clock.pauseAt(Date.now() + 60_000);
	const asked = () => front.asked.filter((path) => path === '/kiosk.json').length;

	async function turnOnce(): Promise<void> {
		const before = asked();
		await page.clock.runFor(turnMs);
		// The clock runs ahead of the answers: one that is awaited may be given up and asked for anew.
		for (let more = 0; asked() === before && more < 200; more++) await page.clock.runFor(1000);
		if (asked() === before) throw new Error('the kiosk asks no more');
	}

	/** What is held is compared while the same station is shown. */
	async function untilFirst(): Promise<void> {
		const title = page.getByRole('heading', { level: 1 });
		const first = 'International Space Station';
		while ((await title.textContent()) === first) await page.clock.runFor(1000);
		while ((await title.textContent()) !== first) await page.clock.runFor(1000);
		// What was shown before is let go in the frames that follow.
		await page.clock.runFor(1000);
	}

	/**
	 * How much is waited for, once every answer has come, and one asked for after them: then they
	 * are taken. Both are looked at in one go, because a stream that breaks asks at any moment.
	 */
	async function timersWhenAnswered(): Promise<number> {
		for (;;) {
			const count = await page.evaluate(async () => {
				await (await fetch('/healthz')).text();
				const { awaited, waitedFor } = window as unknown as CountingWindow;
				return awaited() ? undefined : waitedFor();
			});
			if (count !== undefined) return count;
		}
	}

	/** While an answer is awaited, no timer waits to ask for it: those are counted that stay. */
	async function leastTimers(): Promise<number> {
		const counts: number[] = [];
		for (let second = 0; second < (2 * turnMs) / 1000; second++) {
			await page.clock.runFor(1000);
			counts.push(await timersWhenAnswered());
		}
		return Math.min(...counts);
	}

	return {
		async turn(times) {
			for (let time = 0; time < times; time++) await turnOnce();
		},
		async held() {
			await untilFirst();
			const heap = await heapOf(session);
			const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
			return { ...heap, nodes, listeners: jsEventListeners, timers: await leastTimers() };
		},
		close: () => front.close()
	};
}

/** Runs in the page before its own scripts: counts what is begun and neither over nor called off. */
function countTimers(): void {
	const open = new Set<string>();
	let awaited = 0;
	const { fetch } = window;
	const { json } = Response.prototype;
	Response.prototype.json = async function () {
		const isKiosks = this.url.endsWith('/kiosk.json');
		return json.call(this).finally(() => (awaited -= isKiosks ? 1 : 0));
	};
	const { setTimeout, setInterval, requestAnimationFrame } = window;
	const { clearTimeout, clearInterval, cancelAnimationFrame } = window;
	const once =
		(name: string, begin: (call: (...given: unknown[]) => void, ms?: number) => number) =>
		(call: (...given: unknown[]) => void, ms?: number) => {
			const id = begin((...given) => {
				open.delete(`${name} ${id}`);
				call(...given);
			}, ms);
			open.add(`${name} ${id}`);
			return id;
		};
	const end = (name: string, stop: (id: number) => void) => (id: number) => {
		open.delete(`${name} ${id}`);
		stop(id);
	};
	Object.assign(window, {
		setTimeout: once('timeout', (call, ms) => setTimeout(call, ms) as unknown as number),
		clearTimeout: end('timeout', clearTimeout),
		requestAnimationFrame: once('frame', (call) => requestAnimationFrame(call)),
		cancelAnimationFrame: end('frame', cancelAnimationFrame),
		setInterval: (call: () => void, ms?: number) => {
			const id = setInterval(call, ms);
			open.add(`interval ${id}`);
			return id;
		},
		clearInterval: end('interval', clearInterval),
		fetch: (...given: Parameters<typeof fetch>) => {
			const answer = fetch(...given);
			if (given[0] === '/kiosk.json') {
				awaited++;
				void answer.then(({ ok }) => (awaited -= ok ? 0 : 1)).catch(() => awaited--);
			}
			return answer;
		},
		awaited: () => awaited,
		waitedFor: () => open.size
	});
}
