import { describe, expect, it } from 'vitest';
import { findImports } from '../../run/find-imports.ts';
import { brokenImports } from '../../run/import-rule.ts';

function broken(path: string, text: string): string[] {
	return brokenImports([{ path, text }]).map(
		({ file, line, specifier }) => `${file}:${line} ${specifier}`
	);
}

describe('the import rule', () => {
	it.each([
		['src/lib/time/span.ts', `import { Stay } from '../docking/stay.ts';`],
		['src/lib/time/span.ts', `export * from '$lib/docking/stay.ts';`],
		['src/lib/docking/stay.ts', `import type { Row } from '../timeline/layout.ts';`],
		['src/lib/docking/stay.ts', `import { onMount } from 'svelte';`],
		['src/lib/docking/stay.ts', `import * as v from 'valibot';`],
		['src/lib/timeline/layout.ts', `import { page } from '$app/state';`],
		['src/lib/timeline/layout.ts', `import { readFileSync } from 'node:fs';`],
		['src/lib/timeline/layout.ts', `import { JSDOM } from 'jsdom';`],
		['src/lib/timeline/layout.ts', `import Bar from './components/Bar.svelte';`],
		['src/lib/timeline/layout.ts', `const now = await import('./state/now.svelte.ts');`],
		['src/lib/view/parse.ts', `import { config } from '../server/config.ts';`],
		['src/lib/view/parse.ts', `import { load } from '../../routes/+page.server.ts';`],
		['src/lib/export/svg.ts', `import { createLog } from '../server/log.ts';`],
		['src/lib/server/refresh.ts', `import Bar from '../timeline/components/Bar.svelte';`],
		['src/lib/server/refresh.ts', `import { start } from '../../commands/start.ts';`],
		[
			'src/lib/page/Filter.svelte',
			`<script lang="ts">import { c } from '$lib/server/c.ts';</script>`
		],
		['src/routes/+page.ts', `import { buildApp } from '../commands/app-build/build-app.ts';`]
	])('%s may not hold %s', (path, text) => {
		expect(broken(path, text)).toHaveLength(1);
	});

	it.each([
		['src/lib/docking/stay.ts', `import type { Instant } from '../time/instant.ts';`],
		['src/lib/timeline/axis.ts', `import { scaleUtc } from 'd3';`],
		['src/lib/time/format.ts', `import { utc } from '@date-fns/utc';`],
		['src/lib/view/parse.ts', `import * as v from 'valibot';`],
		['src/lib/timeline/state/now.svelte.ts', `import { tick } from 'svelte';`],
		['src/lib/timeline/components/Bar.svelte', `<script>import '../bars.ts';</script>`],
		['src/lib/server/log.ts', `import { open } from 'node:fs/promises';`],
		['src/lib/export/svg.ts', `import T from '../timeline/components/Timeline.svelte';`],
		['src/routes/+page.server.ts', `import type { PageServerLoad } from './$types';`],
		['src/hooks.server.ts', `import { createLog } from '$lib/server/log.ts';`],
		['src/commands/start.ts', `import { readConfig } from '../lib/server/config.ts';`]
	])('%s may hold %s', (path, text) => {
		expect(broken(path, text)).toEqual([]);
	});

	it('names the file, the line and the import', () => {
		const text = `import { a } from './a.ts';\n\nimport { b } from '../docking/b.ts';\n`;
		expect(broken('src/lib/time/span.ts', text)).toEqual([
			'src/lib/time/span.ts:3 ../docking/b.ts'
		]);
	});
});

describe('findImports', () => {
	it('sees imports in both scripts of a component and in its markup', () => {
		const text = [
			'<script module>',
			"	import { a } from 'a';",
			'</script>',
			'<script lang="ts">',
			"	import type { B } from 'b';",
			'</script>',
			"{#await import('./C.svelte') then C}<C.default />{/await}",
			"<p>import d from 'd';</p>"
		].join('\n');
		expect(findImports('Timeline.svelte', text)).toEqual([
			{ specifier: 'a', line: 2 },
			{ specifier: 'b', line: 5 },
			{ specifier: './C.svelte', line: 7 }
		]);
	});

	it('does not take a comment or a string for an import', () => {
		const text = `// import x from 'x';\nconst y = "import z from 'z'";\n`;
		expect(findImports('a.ts', text)).toEqual([]);
	});
});
