import { archivePlace, type ArchivePlace } from './config-archive.ts';
import {
	ConfigError,
	given,
	oneOf,
	optionalWholeNumber,
	wholeNumber,
	type Environment
} from './config-values.ts';

export { ConfigError, type Environment } from './config-values.ts';

/** Everything that the environment decides, checked; `INTERFACE.md` has the names and defaults. */
export interface Config {
	/** Upstream's address without a slash at the end; undefined when switched off. */
	readonly upstream: string | undefined;
	/** A secret: goes into the Authorization header and nowhere else. */
	readonly token: string | undefined;
	/** Undefined: what upstream's `api-throttle/` says. */
	readonly callsPerHour: number | undefined;
	readonly timeoutMs: number;
	readonly refreshMs: number;
	readonly resyncMs: number;
	readonly archive: ArchivePlace;
	/** Pictures that one client may have drawn anew in a minute. */
	readonly picturesPerMinute: number;
	readonly logLevel: LogLevel;
	readonly host: string;
	readonly port: number;
	/** The address that browsers see, where it is given. */
	readonly origin: string | undefined;
}

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const dayS = 86_400;

/**
 * The configuration that `env` describes; an empty value counts as not given.
 * Throws a ConfigError for the first value that cannot be used.
 */
export function readConfig(env: Environment): Config {
	return {
		upstream: upstream(env),
		token: token(env),
		callsPerHour: optionalWholeNumber(env, 'LL2_CALLS_PER_HOUR', 1, 1_000_000),
		timeoutMs: wholeNumber(env, 'LL2_TIMEOUT_MS', 10_000, 1, 600_000),
		refreshMs: wholeNumber(env, 'REFRESH_SECONDS', 1800, 1, 30 * dayS) * 1000,
		resyncMs: wholeNumber(env, 'RESYNC_SECONDS', dayS, 1, 365 * dayS) * 1000,
		archive: archivePlace(given(env, 'ARCHIVE_URL') ?? 'file:data/berthline.db'),
		picturesPerMinute: wholeNumber(env, 'PICTURES_PER_MINUTE', 600, 1, 1_000_000),
		logLevel: oneOf(env, 'LOG_LEVEL', 'info', logLevels),
		host: host(env),
		port: wholeNumber(env, 'PORT', 3000, 0, 65_535),
		origin: origin(env)
	};
}

function upstream(env: Environment): string | undefined {
	const text = given(env, 'LL2_BASE_URL') ?? 'https://ll.thespacedevs.com/2.3.0';
	if (text.toLowerCase() === 'off') return undefined;
	const allowed = 'an http or https address without user, query or fragment, or off';
	const url = webAddress(text);
	if (!url || url.username || url.password || url.search || url.hash)
		throw new ConfigError('LL2_BASE_URL', withoutUser(text), allowed);
	return url.href.replace(/\/+$/, '');
}

function token(env: Environment): string | undefined {
	const text = given(env, 'LL2_API_TOKEN');
	if (text !== undefined && !/^[\x21-\x7e]{1,500}$/.test(text))
		throw new ConfigError('LL2_API_TOKEN', undefined, 'printable ASCII without spaces');
	return text;
}

function host(env: Environment): string {
	const text = given(env, 'HOST') ?? '0.0.0.0';
	if (!/^[\w.:%[\]-]+$/.test(text))
		throw new ConfigError('HOST', text, 'a host name or an IP address');
	return text;
}

function origin(env: Environment): string | undefined {
	const text = given(env, 'ORIGIN');
	if (text === undefined) return undefined;
	const url = webAddress(text);
	if (!url || url.username || url.pathname !== '/' || url.search || url.hash)
		throw new ConfigError(
			'ORIGIN',
			withoutUser(text),
			'a web origin such as https://berthline.example'
		);
	return url.origin;
}

function webAddress(text: string): URL | undefined {
	const url = URL.parse(text);
	return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}

/** An address is echoed in errors; a password in it is not. */
function withoutUser(text: string): string {
	return text.replace(/\/\/[^/]*@/, '//…@');
}
