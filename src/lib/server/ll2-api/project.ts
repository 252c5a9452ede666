import { formatIso, parseInstant } from '../../time/instant.ts';
import { isJsonObject, type JsonValue } from '../json.ts';
import openApi from './openapi.json' with { type: 'json' };

/** Brings a value as received into the shape of one schema; what does not fit becomes null. */
export type Projector = (value: unknown) => JsonValue;

interface Schema {
	readonly $ref?: string;
	readonly allOf?: readonly Schema[];
	readonly type?: string;
	readonly items?: Schema;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly default?: string;
	readonly format?: string;
	readonly pattern?: string;
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
}

const schemas = openApi.components.schemas as unknown as Readonly<Record<string, Schema>>;

/**
 * Projectors by schema name, each made once. A projector gives exactly the schema's form of a
 * document: its properties and no others, at every level, with each level's own `response_mode`;
 * so normal documents come from detailed ones. An object without a readable id, where its schema
 * has one, becomes null, as does a scalar of another type or format; what should be a list and is
 * none is empty; text longer than its schema allows is cut. Throws a RangeError for a schema that
 * does not exist.
 */
export function createProjectors(): (schemaName: string) => Projector {
	const made = new Map<string, Projector>();

	function named(name: string): Projector {
		const known = made.get(name);
		if (known) return known;
		const schema = schemas[name];
		if (!schema) throw new RangeError(`no schema ${name}`);
		// Schemas may refer to each other: the name stands before its projector is made.
		let projector: Projector | undefined;
		const late: Projector = (value) => (projector ??= projectorOf(schema))(value);
		made.set(name, late);
		return late;
	}

	function projectorOf(schema: Schema): Projector {
		const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
		if (ref) return named(ref.split('/').at(-1)!);
		if (schema.type === 'object') return objectProjector(schema);
		if (schema.type !== 'array') return scalarProjector(schema);
		const item = projectorOf(schema.items ?? {});
		return (value) => (Array.isArray(value) ? value.map(item).filter((one) => one !== null) : []);
	}

	function objectProjector({ properties = {}, required = [] }: Schema): Projector {
		const parts = Object.entries(properties).map(([name, schema]) => ({
			name,
			project: partProjector(name, schema),
			isRequired: required.includes(name)
		}));
		const id = properties['id'] && scalarProjector(properties['id']);
		return (value) => {
			if (!isJsonObject(value) || id?.(value['id']) === null) return null;
			const projected: Record<string, JsonValue> = {};
			for (const { name, project, isRequired } of parts) {
				if (isRequired || name in value) projected[name] = project(value[name]);
			}
			return projected;
		};
	}

	function partProjector(name: string, schema: Schema): Projector {
		if (name === 'response_mode') return () => schema.default ?? null;
		const project = projectorOf(schema);
		if (name !== 'url') return project;
		return (value) => project(typeof value === 'string' ? value.replace(formatSuffix, '') : value);
	}

	return named;
}

/** An address that was copied from the readable page says so; the identity does not. */
const formatSuffix = /\?format=(api|json)$/;

function scalarProjector(schema: Schema): Projector {
	const { type, minimum = -Infinity, maximum = Infinity } = schema;
	if (type === 'string')
		return (value) => (typeof value === 'string' ? textOf(value, schema) : null);
	if (type === 'boolean') return (value) => (typeof value === 'boolean' ? value : null);
	const fits = type === 'integer' ? Number.isInteger : Number.isFinite;
	return (value) => {
		const isRight = fits(value) && Number(value) >= minimum && Number(value) <= maximum;
		return isRight ? Number(value) : null;
	};
}

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const webAddress = /^https?:\/\/\S+$/;

function textOf(value: string, schema: Schema): string | null {
	const { format, pattern, maxLength = Infinity } = schema;
	if (pattern !== undefined && !new RegExp(pattern).test(value)) return null;
	if (format === 'uuid') return uuid.test(value) ? value : null;
	if (format === 'uri') return webAddress.test(value) ? value : null;
	if (format === 'date-time') return isoInstant.test(value) ? value : isoOf(value);
	return value.length > maxLength ? value.slice(0, maxLength).toWellFormed() : value;
}

/** A date, whose midnight it is, or an instant that is written in another way. */
function isoOf(value: string): string | null {
	const at = parseInstant(value);
	return at === undefined ? null : formatIso(at);
}
