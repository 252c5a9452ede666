import { jsonAnswer, type Answer } from './api-data.ts';

/**
 * How many calls an hour a client is told that it may make. There is no limit here; a number that
 * no client reaches keeps those that pace themselves from slowing down for nothing.
 */
const callsPerHour = 1_000_000;

/** `api-throttle/` in Launch Library 2's shape; `ident` names nobody. */
export function throttleOf(): Answer {
	return jsonAnswer(200, [
		{
			your_request_limit: callsPerHour,
			limit_frequency_secs: 3600,
			current_use: 0,
			next_use_secs: 0,
			ident: 'anonymous'
		}
	]);
}
