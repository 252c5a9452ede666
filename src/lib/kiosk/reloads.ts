import { createUpgrade, type Notes } from './upgrade.ts';

/** Reloads of the page: for a new version of the app, or because it has hung. */
export interface Reloads {
	/** The server has answered from version `app`. */
	note(app: string): void;
	/** The page has hung: reloads, when the server answers; less often each time in a row. */
	hung(): void;
	end(): void;
}

/** While a new version answers, it is asked for again so soon. */
const againMs = 4000;
const timeoutMs = 15_000;
/** A page that hangs again after so long hangs anew; before, it waits for twice as long each time. */
const inARowMs = 6 * 3_600_000;
const firstWaitMs = 60_000;
const hungName = 'berthline.kiosk.hung';

/** Reloads of a page that runs version `own`; `ask` asks the server for data and version. */
export function createReloads(own: string, ask: () => void): Reloads {
	const kept = notes();
	const upgrade = createUpgrade(own, kept);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isUnderWay = false;

	/** Never while the page could not be had: what is shown is better than an error. */
	async function reload(onBegin: () => void): Promise<void> {
		if (isUnderWay) return;
		isUnderWay = true;
		try {
			const limit = AbortSignal.timeout(timeoutMs);
			const response = await fetch(location.href, { cache: 'no-store', signal: limit });
			if (!response.ok || response.headers.has('berthline-kept')) return;
			await response.arrayBuffer();
			onBegin();
			location.reload();
		} catch {
			// The next answer from the server brings the next try.
		} finally {
			isUnderWay = false;
		}
	}

	return {
		note(app) {
			clearTimeout(timer);
			const step = upgrade.note(app, Date.now());
			if (step === 'ask again') timer = setTimeout(ask, againMs);
			if (step === 'reload') void reload(() => upgrade.begin(Date.now()));
		},
		hung() {
			const [count = 0, at = 0] = (kept.getItem(hungName) ?? '').split(' ').map(Number);
			const agoMs = Date.now() - at;
			const isInARow = agoMs >= 0 && agoMs < inARowMs;
			if (isInARow && agoMs < Math.min(inARowMs, firstWaitMs * 2 ** count)) return;
			const note = `${isInARow ? count + 1 : 1} ${Date.now()}`;
			void reload(() => kept.setItem(hungName, note));
		},
		end: () => clearTimeout(timer)
	};
}

/** The tab's own storage; where that is forbidden, the window's name, which outlives a page too. */
function notes(): Notes {
	try {
		return sessionStorage;
	} catch {
		const read = () => new URLSearchParams(window.name);
		return {
			getItem: (name) => read().get(name),
			setItem(name, note) {
				const all = read();
				all.set(name, note);
				window.name = all.toString();
			}
		};
	}
}
