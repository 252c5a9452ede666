import * as v from 'valibot';
import type { Ll2DockingEvent } from '../../docking/ll2.ts';
import { isJsonObject } from '../json.ts';
import { dockingEvent } from './schemas.ts';

/** A docking event read, or why it could not be; `id` then only where that much was legible. */
export type ReadResult =
	| { readonly ok: true; readonly event: Ll2DockingEvent; readonly warnings: readonly string[] }
	| { readonly ok: false; readonly id?: number; readonly reason: string };

/**
 * One document of `docking_events/`, in either mode, as the rest of Berthline sees it.
 * Warnings name each part that was there but could not be read, and so became null.
 */
export function readDocument(raw: unknown): ReadResult {
	const result = v.safeParse(dockingEvent, raw);
	if (result.success)
		return { ok: true, event: result.output, warnings: lostParts(raw, result.output) };
	const reason = result.issues.map(sentence).join('; ');
	const id = isJsonObject(raw) ? raw['id'] : undefined;
	return typeof id === 'number' && Number.isSafeInteger(id)
		? { ok: false, id, reason }
		: { ok: false, reason };
}

function sentence(issue: v.BaseIssue<unknown>): string {
	const path = v.getDotPath(issue);
	if (!path) return 'not a JSON object';
	return `${path} is ${shortly(issue.input)}`;
}

function shortly(value: unknown): string {
	if (value === undefined) return 'absent';
	if (typeof value === 'object' && value !== null)
		return Array.isArray(value) ? 'an array' : 'an object';
	return JSON.stringify(value).slice(0, 80);
}

/** Paths of values that the document has and the reading has not. */
function lostParts(raw: unknown, read: unknown, path = ''): string[] {
	if (read === null) return isSaid(raw) ? [`${path} could not be read`] : [];
	if (!isJsonObject(read) || !isJsonObject(raw)) return [];
	return Object.keys(read).flatMap((key) =>
		lostParts(
			Object.hasOwn(raw, key) ? raw[key] : undefined,
			read[key],
			path ? `${path}.${key}` : key
		)
	);
}

function isSaid(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.trim() !== '';
	return raw !== null && raw !== undefined;
}
