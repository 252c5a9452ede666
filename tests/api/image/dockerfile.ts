/** One instruction of a Dockerfile; `flags` are those before its arguments, as `--from=build`. */
export interface Step {
	readonly instruction: string;
	readonly flags: ReadonlyMap<string, string>;
	/** The rest of the line. */
	readonly rest: string;
}

/** A stage: what stands between one FROM and the next. */
export interface Stage {
	readonly name: string | undefined;
	readonly from: string;
	readonly steps: readonly Step[];
}

/** The stages of a Dockerfile, in order; throws for a line before the first FROM. */
export function parseDockerfile(text: string): readonly Stage[] {
	const stages: (Stage & { steps: Step[] })[] = [];
	for (const step of text
		.replaceAll(/^\s*#.*\n/gm, '')
		.replaceAll(/\\\n\s*/g, '')
		.split('\n')
		.filter((line) => line.trim())
		.map(parseStep)) {
		if (step.instruction === 'FROM') {
			const [from = '', , name] = step.rest.split(/\s+/);
			stages.push({ name, from, steps: [] });
			continue;
		}
		const stage = stages.at(-1);
		if (!stage) throw new Error(`${step.instruction} stands before any FROM`);
		stage.steps.push(step);
	}
	return stages;
}

function parseStep(line: string): Step {
	const [, instruction = '', flags = '', rest = ''] =
		/^\s*(\w+)\s+((?:--[\w-]+=\S+\s+)*)(.*)$/.exec(line) ?? [];
	const given = [...flags.matchAll(/--([\w-]+)=(\S+)/g)];
	return {
		instruction: instruction.toUpperCase(),
		flags: new Map(given.map(([, name = '', value = '']) => [name, value])),
		rest: rest.trim()
	};
}

/** The words of an instruction in JSON form, such as `["node", "build/index.js"]`. */
export function wordsOf(json: string): readonly [command: string, ...args: string[]] {
	const words: unknown = JSON.parse(json);
	if (!Array.isArray(words) || words.length === 0) throw new Error(`no words: ${json}`);
	return words.map(String) as [string, ...string[]];
}
