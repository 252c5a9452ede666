import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../../src/lib/server/json.ts';

interface Schema {
	readonly $ref?: string;
	readonly allOf?: readonly Schema[];
	readonly items?: Schema;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
}

const path = new URL('../../upstream/openapi-2.3.0.json', import.meta.url);
const openApi = JSON.parse(readFileSync(path, 'utf8')) as {
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** The paths in `value` where a key is missing that the OpenAPI's schema `name` requires. */
export function missingKeys(value: JsonValue, name: string, path: string): string[] {
	const schema = openApi.components.schemas[name];
	if (!schema) throw new Error(`the OpenAPI has no schema ${name}`);
	return missingIn(value, schema, path);
}

function missingIn(value: JsonValue, schema: Schema, path: string): string[] {
	const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
	if (reference) return missingKeys(value, reference.split('/').at(-1) ?? '', path);
	if (Array.isArray(value))
		return (value as JsonValue[]).flatMap((item, index) =>
			missingIn(item, schema.items ?? {}, `${path}[${index}]`)
		);
	if (value === null || typeof value !== 'object') return [];
	const object = value as JsonObject;
	const missing = (schema.required ?? []).filter((key) => !(key in object));
	const deeper = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
		key in object ? missingIn(object[key] ?? null, property, `${path}.${key}`) : []
	);
	return [...missing.map((key) => `${path}.${key}`), ...deeper];
}
