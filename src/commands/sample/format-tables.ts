import type { SampleTables } from '../../lib/server/archive/sample/tables.ts';

/** `tables` as JSON text with one row a line, so that a change shows as the rows it touches. */
export function formatTables(tables: SampleTables): string {
	const parts = Object.entries(tables).map(([name, rows]) => {
		const lines = (rows as readonly unknown[]).map((row) => JSON.stringify(row));
		return `${JSON.stringify(name)}: [\n${lines.join(',\n')}\n]`;
	});
	return `{\n${parts.join(',\n')}\n}\n`;
}
