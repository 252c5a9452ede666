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
}

const schemas = openApi.components.schemas as unknown as Readonly<Record<string, Schema>>;

/**
 * Projectors by schema name, each made once. A projector gives exactly the schema's form of a
 * document: its properties and no others, at every level, with each level's own `response_mode`;
 * so normal documents come from detailed ones. An object without a whole-number id, where its
 * schema has one, becomes null, as does a scalar of another type; what should be a list and is
 * none is empty. Throws a RangeError for a schema that does not exist.
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
		if (schema.type !== 'array') return scalarProjector(schema.type);
		const item = projectorOf(schema.items ?? {});
		return (value) => (Array.isArray(value) ? value.map(item).filter((one) => one !== null) : []);
	}

	function objectProjector({ properties = {}, required = [] }: Schema): Projector {
		const parts = Object.entries(properties).map(([name, schema]) => ({
			name,
			project: partProjector(name, schema),
			isRequired: required.includes(name)
		}));
		const hasId = properties['id']?.type === 'integer';
		return (value) => {
			if (!isJsonObject(value) || (hasId && !Number.isInteger(value['id']))) return null;
			const projected: Record<string, JsonValue> = {};
			for (const { name, project, isRequired } of parts) {
				if (isRequired || name in value) projected[name] = project(value[name]);
			}
			return projected;
		};
	}

	function partProjector(name: string, schema: Schema): Projector {
		if (name === 'response_mode') return () => schema.default ?? null;
		if (name !== 'url') return projectorOf(schema);
		return (value) => (typeof value === 'string' ? value.replace(formatSuffix, '') : null);
	}

	return named;
}

/** An address that was copied from the readable page says so; the identity does not. */
const formatSuffix = /\?format=(api|json)$/;

function scalarProjector(type: string | undefined): Projector {
	const fits =
		type === 'integer'
			? Number.isInteger
			: type === 'number'
				? Number.isFinite
				: (value: unknown) => typeof value === type;
	return (value) => (fits(value) ? (value as JsonValue) : null);
}
