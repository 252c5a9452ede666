import ts from 'typescript';

/** An import, export-from or `import()` in a source. */
export interface FoundImport {
	readonly specifier: string;
	/** 1-based. */
	readonly line: number;
}

/** Every import in the text of a `.ts`, `.js` or `.svelte` file, those of types alone included. */
export function findImports(path: string, text: string): readonly FoundImport[] {
	const scripts = path.endsWith('.svelte') ? scriptsOf(text) : [{ text, at: 0 }];
	return scripts.flatMap((script) =>
		ts.preProcessFile(script.text, true, true).importedFiles.map((file) => ({
			specifier: file.fileName,
			line: text.slice(0, script.at + file.pos).split('\n').length
		}))
	);
}

/** A component's scripts, and the `import()` calls of its markup as if each were one. */
function scriptsOf(text: string): { text: string; at: number }[] {
	const tags = /<script[^>]*>([\s\S]*?)<\/script>/g;
	const scripts = [...text.matchAll(tags)].map((match) => ({
		text: match[1] ?? '',
		at: match.index + match[0].indexOf('>') + 1
	}));
	const markup = text.replace(tags, (script) => script.replace(/[^\n]/g, ' '));
	const calls = [...markup.matchAll(/\bimport\(\s*(['"])[^'"]+\1\s*\)/g)];
	return [...scripts, ...calls.map((match) => ({ text: match[0], at: match.index }))];
}
