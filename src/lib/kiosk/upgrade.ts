/** What to do about the version that the server has just answered with. */
export type Upgrade = 'stay' | 'ask again' | 'reload';

/** So many answers in a row must come from a new version: while it rolls out, both answer in turn. */
const surely = 3;
/** A version that was reloaded for is not tried again for an hour, whatever came of it. */
const againMs = 3_600_000;
/** One that was left is gone back to only when nothing else has answered for so long. */
const backMs = 600_000;
const triedName = 'berthline.kiosk.tried';

/** Where a page can leave a note for itself. */
export type Notes = Pick<Storage, 'getItem' | 'setItem'>;

/** A version that a reload led to, or away from, and when. */
type Trial = readonly [version: string, at: number, role: 'to' | 'from'];

/**
 * Decides on a reload for a new version of the app. `own` is the version that runs; `notes` outlive
 * a reload, so that none follows another in a loop, not even between two versions that take turns.
 */
export function createUpgrade(own: string, notes: Notes) {
	let candidate = '';
	let inARow = 0;
	let since = 0;

	/** The reloads of the last hour. */
	function recent(nowMs: number): Trial[] {
		const trials = readTrials(notes.getItem(triedName));
		return trials.filter(([, at]) => nowMs - at >= 0 && nowMs - at < againMs);
	}

	return {
		/** The server has answered from version `app` at `nowMs`. */
		note(app: string, nowMs: number): Upgrade {
			if (app !== candidate) [candidate, inARow, since] = [app, 0, nowMs];
			inARow++;
			if (app === own) return 'stay';
			const roles = recent(nowMs).flatMap(([version, , role]) => (version === app ? [role] : []));
			if (roles.includes('to')) return 'stay';
			if (roles.includes('from')) return nowMs - since < backMs ? 'stay' : 'reload';
			return inARow < surely ? 'ask again' : 'reload';
		},
		/** A reload for the last version noted begins. */
		begin(nowMs: number): void {
			const trials: Trial[] = [
				[candidate, nowMs, 'to'],
				[own, nowMs, 'from']
			];
			notes.setItem(triedName, JSON.stringify([...recent(nowMs), ...trials]));
		}
	};
}

/** The trials of a note; none of one that makes no sense. */
function readTrials(note: string | null): Trial[] {
	try {
		const trials: unknown = JSON.parse(note ?? '[]');
		return Array.isArray(trials) ? trials.filter(isTrial) : [];
	} catch {
		return [];
	}
}

function isTrial(value: unknown): value is Trial {
	if (!Array.isArray(value)) return false;
	const [version, at, role] = value as unknown[];
	return (
		typeof version === 'string' && typeof at === 'number' && (role === 'to' || role === 'from')
	);
}
