import { columnNames, dataColumns, type DataColumn } from './data-columns.ts';

/** The JSON Schema (2020-12) of `/data.json`; names that it does not know may be added. */
export const dataSchema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'Stays at space stations',
	description: 'The stays of a query: craft at docking ports, by docking, then id.',
	type: 'object',
	required: ['updated', 'source', 'stays'],
	properties: {
		updated: {
			type: 'string',
			format: 'date-time',
			description: 'The data’s own date: the last successful refresh, ISO 8601, UTC.'
		},
		source: {
			enum: ['live', 'stale', 'sample'],
			description: 'Where the data come from; stale is live data not refreshed for long.'
		},
		credits: {
			type: 'array',
			description: 'With the sample only: its sources, which must be named where it is used.',
			items: {
				type: 'object',
				required: ['name', 'detail'],
				properties: { name: { type: 'string' }, detail: { type: 'string' } }
			}
		},
		stays: { type: 'array', items: { $ref: '#/$defs/stay' } }
	},
	$defs: {
		stay: {
			type: 'object',
			required: columnNames,
			properties: Object.fromEntries(columnNames.map((name) => [name, valueOf(dataColumns[name])]))
		}
	}
} as const;

function valueOf({ schema, canBeNull, description }: DataColumn) {
	if (!canBeNull) return { ...schema, description };
	return {
		...schema,
		type: [schema.type, 'null'],
		...(schema.enum && { enum: [...schema.enum, null] }),
		description
	};
}
