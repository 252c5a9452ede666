import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { packScene, unpackScene } from '../../../src/lib/timeline/packed-scene.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { sceneOf } from './scene-for-test.ts';

describe('a packed scene', () => {
	it.each([
		['of several hosts', sceneOf()],
		['without any', sceneOf({}, buildCatalogue([]))],
		[
			'of one open stay',
			sceneOf({}, buildCatalogue([makeEvent({ id: 1, docking: '2024-08-30T00:00Z' })]))
		]
	])('%s is the same again', (_, scene) => {
		expect(unpackScene(packScene(scene))).toEqual(scene);
	});

	it('keeps names as they are, whatever is in them', () => {
		const name = '</script>“Ñandú” \u2028 Союз';
		const event = makeEvent({ id: 1, docking: '2024-08-30T00:00Z' });
		const scene = sceneOf({}, buildCatalogue([event]));
		const named = {
			...scene,
			groups: scene.groups.map((group) => ({ ...group, host: { ...group.host, name } }))
		};
		expect(unpackScene(packScene(named)).groups[0]!.host.name).toBe(name);
	});

	it('has no object for a change of the count', () => {
		const [group] = sceneOf().groups;
		const [first] = group!.steps;
		expect(packScene(sceneOf())).toContain(`"steps":[${first!.at},${first!.count},`);
		expect(first!.at).toBeLessThan(at('2030-01-01'));
	});
});
