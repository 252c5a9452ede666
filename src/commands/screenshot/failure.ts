/** What the command exits with; the numbers over 1 are those of sysexits.h. */
export const exitCodes = {
	done: 0,
	failed: 1,
	usage: 64,
	unavailable: 69,
	cannotWrite: 73
} as const;

/** Why there is no picture: its message is a sentence, or a line for each mistake, for a person. */
export class ScreenshotFailure extends Error {
	readonly exitCode: number;

	constructor(exitCode: number, message: string) {
		super(message);
		this.name = 'ScreenshotFailure';
		this.exitCode = exitCode;
	}
}

/** An option that cannot be used. */
export class UsageFailure extends ScreenshotFailure {
	constructor(message: string) {
		super(exitCodes.usage, message);
		this.name = 'UsageFailure';
	}
}

/** The failure for `value`, where `place` names the option: `--size is "big"; allowed: …`. */
export function badValue(place: string, value: string, allowed: string): UsageFailure {
	const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
	return new UsageFailure(`${place} is ${JSON.stringify(shown)}; allowed: ${allowed}.`);
}

/** The code that tells how several pictures came out: that of the failures when they agree. */
export function commonExitCode(codes: readonly number[]): number {
	const failures = [...new Set(codes.filter((code) => code !== exitCodes.done))];
	if (failures.length === 0) return exitCodes.done;
	return failures.length === 1 ? failures[0]! : exitCodes.failed;
}
