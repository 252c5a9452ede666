import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUpgrade, type Notes } from '../../../src/lib/kiosk/upgrade.ts';
import { hourMs } from '../../../src/lib/time/span.ts';

const start = Date.UTC(2026, 9, 8, 12);

/** Notes that outlive a page, as a tab's storage does. */
function createNotes(): Notes {
	const kept = new Map<string, string>();
	return {
		getItem: (name) => kept.get(name) ?? null,
		setItem: (name, value) => void kept.set(name, value)
	};
}

/** What a page of version `own` does at answers from these versions, a second apart. */
function steps(own: string, answers: readonly string[], notes = createNotes(), from = start) {
	const upgrade = createUpgrade(own, notes);
	return answers.map((app, index) => upgrade.note(app, from + index * 1000));
}

/** Notes of a page that has begun a reload for `app` at `start`. */
function triedNotes(app: string): Notes {
	const notes = createNotes();
	const upgrade = createUpgrade('old', notes);
	for (const _ of [1, 2, 3]) upgrade.note(app, start);
	upgrade.begin(start);
	return notes;
}

const thrice = (app: string) => [app, app, app];

describe('a page', () => {
	it('stays while its own version answers', () => {
		expect(new Set(steps('old', Array<string>(20).fill('old')))).toEqual(new Set(['stay']));
	});

	it('reloads for a version that answers three times in a row', () => {
		expect(steps('old', ['old', ...thrice('new')])).toEqual([
			'stay',
			'ask again',
			'ask again',
			'reload'
		]);
	});

	it('reloads once for it', () => {
		const notes = triedNotes('new');
		expect(steps('new', Array<string>(20).fill('new'), notes)).not.toContain('reload');
	});

	it.each([
		['in turn', ['new', 'old']],
		['two to one', ['new', 'new', 'old']],
		['after two of another', ['new', 'new', 'newer', 'newer']]
	])('never reloads while versions answer %s', (_, turn) => {
		const answers = Array.from({ length: 60 }, (__, index) => turn[index % turn.length]!);
		expect(steps('old', answers)).not.toContain('reload');
	});

	it('goes back to the version it left when nothing else has answered for ten minutes', () => {
		const upgrade = createUpgrade('new', triedNotes('new'));
		const steps = Array.from({ length: 11 }, (_, minute) =>
			upgrade.note('old', start + minute * 60_000)
		);
		expect(steps).toEqual([...Array<string>(10).fill('stay'), 'reload']);
	});

	it('does not go back to it while a single answer in ten minutes comes from elsewhere', () => {
		const upgrade = createUpgrade('new', triedNotes('new'));
		const steps = Array.from({ length: 59 }, (_, minute) =>
			upgrade.note(minute % 9 === 8 ? 'new' : 'old', start + minute * 60_000)
		);
		expect(new Set(steps)).toEqual(new Set(['stay']));
	});

	it('reloads for a third version while one that failed rests', () => {
		const notes = triedNotes('new');
		expect(steps('old', thrice('third'), notes).at(-1)).toBe('reload');
	});

	it('counts the answers itself: those before it began are another page’s', () => {
		const notes = createNotes();
		steps('old', ['new', 'new'], notes);
		expect(steps('old', ['new', 'new'], notes)).toEqual(['ask again', 'ask again']);
	});
});

describe('a version that a reload did not bring', () => {
	it('is not tried again within an hour', () => {
		const notes = triedNotes('new');
		const answers = Array<string>(59).fill('new');
		const upgrade = createUpgrade('old', notes);
		const minutes = answers.map((app, index) => upgrade.note(app, start + (index + 1) * 60_000));
		expect(new Set(minutes)).toEqual(new Set(['stay']));
		expect(upgrade.note('new', start + hourMs - 1)).toBe('stay');
	});

	it('is tried again after it', () => {
		const notes = triedNotes('new');
		expect(steps('old', thrice('new'), notes, start + hourMs)).toEqual([
			'ask again',
			'ask again',
			'reload'
		]);
	});

	it('is tried again when the clock was set back to before it', () => {
		const notes = triedNotes('new');
		expect(steps('old', thrice('new'), notes, start - 24 * hourMs).at(-1)).toBe('reload');
	});

	it('is tried in spite of notes that make no sense', () => {
		const notes: Notes = { getItem: () => 'new yesterday', setItem: () => {} };
		expect(steps('old', thrice('new'), notes).at(-1)).toBe('reload');
	});
});

/** One letter for each answer, and for each page that a reload brings: `o`ld or `n`ew. */
const letters = fc.constantFrom('o', 'n');
const randomAnswers = fc.string({ unit: letters, minLength: 600, maxLength: 600 });
const randomPages = fc.string({ unit: letters, minLength: 1, maxLength: 50 });
const settings = { numRuns: 300, seed: 20_261_008 };

/** The reloads of a page of version `o`, which hears an answer each 30 seconds. */
function reloadsOf(answers: string, pages: string) {
	const notes = createNotes();
	const reloads: { readonly app: string; readonly at: number }[] = [];
	let upgrade = createUpgrade('o', notes);
	for (const [index, app] of [...answers].entries()) {
		const now = start + index * 30_000;
		if (upgrade.note(app, now) !== 'reload') continue;
		upgrade.begin(now);
		upgrade = createUpgrade(pages[reloads.length % pages.length]!, notes);
		reloads.push({ app, at: now });
	}
	return reloads;
}

describe('two versions that answer at random, and pages of either', () => {
	it('bring a reload for each of them once an hour at most', () => {
		fc.assert(
			fc.property(randomAnswers, randomPages, (answers, pages) => {
				const reloads = reloadsOf(answers, pages);
				for (const version of ['o', 'n']) {
					const times = reloads.filter(({ app }) => app === version).map(({ at }) => at);
					const gaps = times.slice(1).map((at, index) => at - times[index]!);
					expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(hourMs);
				}
			}),
			settings
		);
	});

	it('do not keep a page from reloading', () => {
		const runs = fc.sample(fc.tuple(randomAnswers, randomPages), settings);
		expect(runs.filter((run) => reloadsOf(...run).length === 0)).toEqual([]);
	});
});
