import { ForeignFileError } from './sqlite-tables.ts';

/** What is wrong with an archive file. */
export interface Trouble {
	readonly kind: 'damaged' | 'read-only' | 'full' | 'locked' | 'foreign' | 'unusable';
	/** One sentence for readers, without a path. */
	readonly sentence: string;
}

const sentences = {
	damaged: 'The archive file is damaged; data are kept in memory only.',
	'read-only': 'The archive is read-only; new data are kept in memory only.',
	full: "The archive's disk is full; new data are kept in memory only.",
	locked: 'The archive is locked by another process; new data are kept in memory only.',
	foreign: 'The archive file is not one that this version may write; data are kept in memory only.',
	unusable: 'The archive cannot be used; data are kept in memory only.'
} as const;

/** By SQLite's primary result code, and by the system's error name. */
const kinds: Readonly<Record<string, keyof typeof sentences>> = {
	5: 'locked',
	6: 'locked',
	8: 'read-only',
	11: 'damaged',
	13: 'full',
	26: 'damaged',
	EACCES: 'read-only',
	EPERM: 'read-only',
	EROFS: 'read-only',
	ENOSPC: 'full',
	EDQUOT: 'full'
};

/** The trouble that an error from SQLite or the file system tells of. */
export function troubleOf(error: unknown): Trouble {
	const kind = error instanceof ForeignFileError ? 'foreign' : (kinds[codeOf(error)] ?? 'unusable');
	return { kind, sentence: sentences[kind] };
}

function codeOf(error: unknown): string {
	if (!(error instanceof Error)) return '';
	// The low byte is the primary result code; higher ones only refine it.
	if ('errcode' in error && typeof error.errcode === 'number') return String(error.errcode & 0xff);
	return 'code' in error ? String(error.code) : '';
}
