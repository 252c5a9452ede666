import { family } from '../documents/spacecraft-types.ts';
import { either, keep, skip, withValue, withoutValue, type MakeEvent } from './odd-event.ts';

const chaser = 'flight_vehicle_chaser';
const craft = `${chaser}.spacecraft`;
const config = `${craft}.spacecraft_config`;

/** Odd ids, and values that are missing, null or of the wrong type. */
export function oddValues(make: MakeEvent) {
	const set = (path: string, value: unknown) => withValue(make(), path, value);
	const twice = make();
	return {
		'id-missing': skip(withoutValue(make(), 'id')),
		'id-null': skip(set('id', null)),
		'id-object': skip(set('id', { id: 7 })),
		'id-text': either(withValue(make({ id: 490_001 }), 'id', '490001')),
		'id-fraction': either(make({ id: 490_002.5 })),
		'id-negative': either(make({ id: -7 })),
		'id-doubled': keep(twice, { ...twice, departure: '2023-08-21T00:00:00Z' }),
		'id-largest-32-bit': keep(make({ id: 2 ** 31 - 1 })),
		'id-largest-safe': keep(make({ id: Number.MAX_SAFE_INTEGER })),
		'id-beyond-safe': either(make({ id: 2 ** 60 })),
		'document-null': skip(null),
		'document-text': skip('Progress MS-22'),
		'document-array': skip([make()]),
		'document-empty': skip({}),
		'only-required-fields': keep({ id: make().id, docking: '2023-03-05T10:00:00Z' }),
		'optional-fields-missing': keep(
			withoutValue(withoutValue(make(), 'departure'), `${chaser}.mission_end`)
		),
		'null-flight-parts': keep(
			withValue(set(`${chaser}.spacecraft`, null), `${chaser}.launch`, null)
		),
		'null-configuration': keep(set(config, null)),
		'null-configuration-parts': keep(
			withValue(set(`${config}.type`, null), `${config}.agency`, null)
		),
		'null-names': keep(withValue(set(`${craft}.name`, null), `${config}.name`, null)),
		'null-port-name': keep(set('docking_location.name', null)),
		'null-station-name': keep(set('docking_location.spacestation.name', null)),
		'empty-names': keep(withValue(set(`${craft}.name`, ''), 'docking_location.name', '')),
		'number-as-text': keep(set('docking_location.id', '3')),
		'text-as-number': keep(withValue(set(`${craft}.name`, 7), `${craft}.serial_number`, 22)),
		'truth-as-text': keep(set(`${config}.in_use`, 'yes')),
		'object-as-array': keep(set('docking_location', [])),
		'object-as-text': keep(set(chaser, 'Progress MS-22')),
		'array-as-object': keep(set(`${config}.family`, {})),
		'family-null': keep(set(`${config}.family`, null)),
		'family-full': keep(set(`${config}.family`, [family(5, 'Progress', 'roscosmos')])),
		'family-of-nulls': keep(set(`${config}.family`, [null])),
		'extra-fields': keep(withValue(set('berth', { clamps: [1, 2] }), `${craft}.crew_count`, 0)),
		'prototype-fields': keep(
			JSON.parse(
				JSON.stringify(make()).replace('{', '{"__proto__":{"isAdmin":true},"constructor":{},')
			)
		)
	};
}
