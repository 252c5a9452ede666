import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { lifeOf } from '../../../src/lib/docking/lane.ts';
import { endAt } from '../../../src/lib/docking/state.ts';
import { randomEvents, randomInstant } from './random-events.ts';

describe('lifeOf', () => {
	it('reaches from the first docking to the last end that a look at every stay finds', () => {
		fc.assert(
			fc.property(randomEvents, randomInstant, (events, now) => {
				const lanes = [...buildCatalogue(events).lanes.values()];
				const stays = lanes.flatMap((lane) => lane.stays);
				const instants = stays.flatMap((stay) => [stay.docking, endAt(stay, now)]);
				const slow = { from: Math.min(...instants), to: Math.max(...instants) };
				expect(lifeOf(lanes, now)).toEqual(stays.length ? slow : undefined);
			})
		);
	});
});
