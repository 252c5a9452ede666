/** Rows under `head` as a Markdown table, columns aligned: the first left, the others right. */
export function formatTable(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[]
): string {
	const cells = [head, ...rows].map((row) => row.map(String));
	const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
	const line = (row: readonly string[]) => {
		const padded = row.map((cell, at) =>
			at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
		);
		return `| ${padded.join(' | ')} |`;
	};
	const rule = widths.map((width, at) =>
		at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`
	);
	return [line(cells[0] ?? []), line(rule), ...cells.slice(1).map(line)].join('\n');
}
