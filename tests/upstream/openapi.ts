import { readFileSync } from 'node:fs';

/** The part of OpenAPI 3.0 that Launch Library 2's description uses. */
interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly format?: string;
	readonly nullable?: boolean;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly allOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly discriminator?: {
		readonly propertyName: string;
		readonly mapping: Readonly<Record<string, string>>;
	};
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly pattern?: string;
}

interface Description {
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Where a value differs from its schema: `results[].docking_location: is null`. */
export type Problem = string;

const upstreamFile = new URL('openapi-2.3.0.json', import.meta.url);

/**
 * A checker of values against the schemas of an OpenAPI description, Launch Library 2's own unless
 * another `file` is named. It gives each kind of problem once, with `[]` for any index.
 */
export function loadOpenApi(
	file = upstreamFile
): (schemaName: string, value: unknown) => Problem[] {
	const { components } = JSON.parse(readFileSync(file, 'utf8')) as Description;
	return (schemaName, value) => {
		const root: Schema = { $ref: `#/components/schemas/${schemaName}` };
		return [...new Set(problemsOf(value, root, '', components.schemas))];
	};
}

type Schemas = Description['components']['schemas'];

function problemsOf(value: unknown, given: Schema, at: string, schemas: Schemas): Problem[] {
	const schema = resolve(given, value, schemas);
	if (value === null) return schema.nullable ? [] : [`${at}: is null`];
	const type = typeProblem(value, schema);
	if (type) return [`${at}: ${type}`];
	if (Array.isArray(value))
		return value.flatMap((item) => problemsOf(item, schema.items ?? {}, `${at}[]`, schemas));
	if (typeof value === 'object') return objectProblems({ ...value }, schema, at, schemas);
	return valueProblems(value, schema).map((problem) => `${at}: ${problem}`);
}

function objectProblems(
	value: Readonly<Record<string, unknown>>,
	schema: Schema,
	at: string,
	schemas: Schemas
): Problem[] {
	const properties = schema.properties ?? {};
	const path = (name: string) => (at ? `${at}.${name}` : name);
	const missing = (schema.required ?? []).filter((name) => !(name in value));
	return [
		...missing.map((name) => `${path(name)}: is missing`),
		...Object.entries(value).flatMap(([name, part]) => {
			const property = properties[name];
			return property
				? problemsOf(part, property, path(name), schemas)
				: [`${path(name)}: is unknown`];
		})
	];
}

/** The schema behind references; of several, the one that the value's discriminator names. */
function resolve(schema: Schema, value: unknown, schemas: Schemas): Schema {
	if (schema.$ref) {
		const found = schemas[schema.$ref.replace('#/components/schemas/', '')];
		if (!found) throw new RangeError(`no such schema: ${schema.$ref}`);
		return resolve(found, value, schemas);
	}
	const [only] = schema.allOf ?? [];
	if (only) return { ...resolve(only, value, schemas), ...omitAllOf(schema) };
	if (!schema.oneOf || !schema.discriminator) return schema;
	const { propertyName, mapping } = schema.discriminator;
	const mode = String((value as Record<string, unknown> | null)?.[propertyName]);
	return mapping[mode]
		? resolve({ $ref: mapping[mode] }, value, schemas)
		: { type: `mode ${mode}` };
}

function omitAllOf({ allOf: _, ...rest }: Schema): Schema {
	return rest;
}

function typeProblem(value: unknown, { type }: Schema): string | undefined {
	const actual = Array.isArray(value) ? 'array' : typeof value;
	const isRight =
		type === undefined ||
		(type === 'integer' ? Number.isInteger(value) : type === actual && type !== undefined);
	return isRight ? undefined : `is ${actual}, not ${type}`;
}

const formats: Readonly<Record<string, RegExp>> = {
	date: /^\d{4}-\d{2}-\d{2}$/,
	'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
	uri: /^https?:\/\/[^\s]+$/,
	uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
};

function valueProblems(value: unknown, schema: Schema): string[] {
	const text = typeof value === 'string' ? value : '';
	const number = typeof value === 'number' ? value : 0;
	const isText = typeof value === 'string';
	const format = schema.format && formats[schema.format];
	return [
		isText && format && !format.test(text) && `is no ${schema.format}`,
		isText && schema.pattern && !new RegExp(schema.pattern).test(text) && 'does not match',
		text.length > (schema.maxLength ?? Infinity) && 'is too long',
		number < (schema.minimum ?? -Infinity) && 'is too small',
		number > (schema.maximum ?? Infinity) && 'is too large'
	].filter((problem) => typeof problem === 'string' && problem !== '') as string[];
}
