import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const description = new URL('../../src/lib/server/ll2-api/openapi.json', import.meta.url);
const schemaFile = fileURLToPath(new URL('ll2-schema.d.ts', import.meta.url));

/** The types that openapi-typescript makes of our API's description. */
export async function makeSchema(): Promise<string> {
	const types = astToString(await openapiTypescript(description));
	const text = `// Made of the API's description by \`node tests/api/make-schema.ts\`.\n${types}`;
	return format(text, { ...(await resolveConfig(schemaFile)), filepath: schemaFile });
}

/** The types that are kept here. */
export function readSchema(): string {
	return readFileSync(schemaFile, 'utf8');
}

if (import.meta.main) writeFileSync(schemaFile, await makeSchema());
