import type { OccupancyStep } from '../docking/occupancy.ts';
import type { Instant } from '../time/instant.ts';
import type { Scene, SceneGroup } from './scene.ts';

/** A scene as `packScene` writes it, in JSON; steps as instant, count, instant, count and so on. */
interface PackedScene extends Omit<Scene, 'groups'> {
	readonly groups: readonly PackedGroup[];
}

interface PackedGroup extends Omit<SceneGroup, 'steps'> {
	readonly steps: readonly number[];
}

/**
 * A scene as one text. A page takes in a text in a moment; what it gets as objects of a script it
 * compiles before it draws anything.
 */
export function packScene({ groups, ...scene }: Scene): string {
	const packed: PackedScene = {
		...scene,
		groups: groups.map((group) => ({
			...group,
			steps: group.steps.flatMap(({ at, count }) => [at, count])
		}))
	};
	return JSON.stringify(packed);
}

/** The scene that `packScene` wrote; throws a SyntaxError for what is no JSON. */
export function unpackScene(text: string): Scene {
	const { groups, ...scene } = JSON.parse(text) as PackedScene;
	return {
		...scene,
		groups: groups.map((group) => ({ ...group, steps: unpackSteps(group.steps) }))
	};
}

function unpackSteps(numbers: readonly number[]): OccupancyStep[] {
	const steps: OccupancyStep[] = [];
	for (let index = 0; index < numbers.length; index += 2)
		steps.push({ at: numbers[index] as Instant, count: numbers[index + 1]! });
	return steps;
}
