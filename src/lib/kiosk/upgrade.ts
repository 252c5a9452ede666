/** What to do about the version that the server has just answered with. */
export type Upgrade = 'stay' | 'ask again' | 'reload';

/** So many answers in a row must come from a new version: while it rolls out, both answer in turn. */
const surely = 3;
/** A version that was reloaded for is not tried again for an hour, whatever came of it. */
const againMs = 3_600_000;
const triedName = 'berthline.kiosk.tried';

/** Where a page can leave a note for itself. */
export type Notes = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Decides on a reload for a new version of the app. `own` is the version that runs; `notes` outlive
 * a reload, so that none follows another in a loop, not even between two versions that take turns.
 */
export function createUpgrade(own: string, notes: Notes) {
	let candidate = '';
	let inARow = 0;

	/** When a reload for each version began, those of the last hour. */
	function tried(nowMs: number): Map<string, number> {
		const recent = readTried(notes.getItem(triedName)).filter(
			([, at]) => nowMs - at >= 0 && nowMs - at < againMs
		);
		return new Map(recent);
	}

	return {
		/** The server has answered from version `app` at `nowMs`. */
		note(app: string, nowMs: number): Upgrade {
			inARow = app === candidate ? inARow + 1 : 1;
			candidate = app;
			if (app === own || tried(nowMs).has(app)) return 'stay';
			return inARow < surely ? 'ask again' : 'reload';
		},
		/** A reload for the last version noted begins. */
		begin(nowMs: number): void {
			const all = tried(nowMs).set(candidate, nowMs);
			notes.setItem(triedName, JSON.stringify([...all]));
		}
	};
}

/** Pairs of a version and an instant; none of a note that makes no sense. */
function readTried(note: string | null): [string, number][] {
	try {
		const pairs: unknown = JSON.parse(note ?? '[]');
		if (!Array.isArray(pairs)) return [];
		return pairs.filter(
			(pair): pair is [string, number] =>
				Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number'
		);
	} catch {
		return [];
	}
}
