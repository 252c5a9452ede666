import { parseArgs } from 'node:util';
import { UsageFailure } from './failure.ts';
import { isOptionName, isQueryName, optionNames } from './options.ts';
import type { Given, OptionName } from './options.ts';

/** What the command line asks for. */
export interface CommandLine {
	readonly isHelp: boolean;
	/** The path of a batch's file. */
	readonly batch: string | undefined;
	readonly given: Given;
}

const seeHelp = 'See "npm run screenshot -- --help".';

/**
 * The options of a command line; throws a UsageFailure for one that is not known, has no value, or
 * is given twice. A name of the query may be given several times, as in an address.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
	const given: Partial<Record<OptionName, string[]>> = {};
	let batch: string | undefined;
	let isHelp = false;
	for (const token of tokensOf(args)) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional')
			throw new UsageFailure(
				`${JSON.stringify(token.value)} belongs to no option. An address with "&" needs quotes. ${seeHelp}`
			);
		const { name, rawName } = token;
		if (name === 'help') {
			isHelp = true;
			continue;
		}
		if (name !== 'batch' && !isOptionName(name))
			throw new UsageFailure(`There is no option ${rawName}. ${seeHelp}`);
		const value = valueOf(token);
		if (name === 'batch') {
			if (batch !== undefined) throw twice(name);
			batch = value;
		} else {
			if (given[name] && !isQueryName(name)) throw twice(name);
			given[name] = [...(given[name] ?? []), value];
		}
	}
	return { isHelp, batch, given };
}

/** Strict about nothing: what is wrong is told in this command's own words. */
function tokensOf(args: readonly string[]) {
	const texts = Object.fromEntries(
		[...optionNames, 'batch'].map((name) => [name, { type: 'string' as const }])
	);
	return parseArgs({
		args: [...args],
		options: { ...texts, help: { type: 'boolean', short: 'h' } },
		strict: false,
		allowPositionals: true,
		tokens: true
	}).tokens;
}

interface OptionToken {
	readonly name: string;
	readonly rawName: string;
	readonly value?: string | undefined;
	readonly inlineValue?: boolean | undefined;
}

/** Its value; `--size --theme dark` has forgotten it, `--sort -docking` has not. */
function valueOf({ name, rawName, value, inlineValue }: OptionToken): string {
	const isMissing = value === undefined || (!inlineValue && value.startsWith('--'));
	// In an address an empty value counts as not given, and `dim` is a switch.
	if (isMissing || (value === '' && !isQueryName(name)))
		throw new UsageFailure(`${rawName} needs a value. ${seeHelp}`);
	return value;
}

function twice(name: string): UsageFailure {
	return new UsageFailure(`--${name} is given twice. ${seeHelp}`);
}
