/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An environment value that cannot be used; its message is one line fit for stderr. */
export class ConfigError extends Error {
	/** What the process exits with: EX_CONFIG of sysexits.h. */
	readonly exitCode = 78;
	readonly variable: string;
	/** As given, shortened; undefined when it is a secret. */
	readonly value: string | undefined;
	readonly allowed: string;

	constructor(variable: string, value: string | undefined, allowed: string) {
		const shown = value === undefined ? 'not usable (its value is kept secret)' : quoted(value);
		super(`${variable} is ${shown}; allowed: ${allowed}.`);
		this.name = 'ConfigError';
		this.variable = variable;
		this.value = value;
		this.allowed = allowed;
	}
}

/** The trimmed value of a variable; undefined when it is absent or empty. */
export function given(env: Environment, variable: string): string | undefined {
	return env[variable]?.trim() || undefined;
}

/** A whole number within the bounds, both allowed; throws a ConfigError for anything else. */
export function wholeNumber(
	env: Environment,
	variable: string,
	fallback: number,
	least: number,
	most: number
): number {
	return optionalWholeNumber(env, variable, least, most) ?? fallback;
}

/** As `wholeNumber`, undefined when the variable is not given. */
export function optionalWholeNumber(
	env: Environment,
	variable: string,
	least: number,
	most: number
): number | undefined {
	const text = given(env, variable);
	if (text === undefined) return undefined;
	const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least && value <= most))
		throw new ConfigError(variable, text, `a whole number from ${least} to ${most}`);
	return value;
}

/** One of the listed words, in any case; throws a ConfigError for anything else. */
export function oneOf<T extends string>(
	env: Environment,
	variable: string,
	fallback: T,
	words: readonly T[]
): T {
	const text = given(env, variable);
	if (text === undefined) return fallback;
	const word = words.find((candidate) => candidate === text.toLowerCase());
	if (!word) throw new ConfigError(variable, text, words.join(', '));
	return word;
}

function quoted(value: string): string {
	return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}
