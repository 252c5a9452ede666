import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/lib/timeline/lane-items.ts';
import { runFacts, runKindText, runName } from '../../../src/lib/timeline/run-words.ts';
import { between } from '../at.ts';

function runOf(counts: Partial<Run['counts']>, kind: Run['kind']): Run {
	const all = { crew: 0, cargo: 0, module: 0, other: 0, ...counts };
	const count = all.crew + all.cargo + all.module + all.other;
	const span = between('2000-11-02', '2001-03-19');
	return { type: 'run', count, counts: all, kind, subLane: 0, firstId: 1, lastId: 9, span };
}

describe('a run in words', () => {
	it('says how many there are and what most of them are', () => {
		expect(runName(runOf({ crew: 7, cargo: 5 }, 'crew'))).toBe(
			'12 stays, mostly crew: look closer'
		);
		expect(runKindText(runOf({ cargo: 3 }, 'cargo'))).toBe('all cargo');
	});

	it('names once a port that is called like its host', () => {
		const facts = runFacts(runOf({ other: 3 }, 'other'), 'Agena', 'Agena', 'UTC');
		expect(facts).toContainEqual({ term: 'Port', text: 'Agena' });
	});

	it('tells the kinds that there are, where, and from when to when', () => {
		const facts = runFacts(runOf({ crew: 7, cargo: 5 }, 'crew'), 'Zvezda aft', 'ISS', 'UTC');
		expect(facts).toEqual([
			{ term: 'Crew', text: '7' },
			{ term: 'Cargo', text: '5' },
			{ term: 'Port', text: 'Zvezda aft, ISS' },
			{ term: 'From', text: '2 Nov 2000' },
			{ term: 'To', text: '19 Mar 2001' }
		]);
	});
});
