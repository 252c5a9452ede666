import { stationPort } from '../documents/stations.ts';
import { either, keep, skip, withValue, withoutValue, type MakeEvent } from './odd-event.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Odd dates and odd courses of events, around `until`. */
export function oddTimes(make: MakeEvent, until: string) {
	const fromUntil = (ms: number) => new Date(Date.parse(until) + ms).toISOString();
	const flying = { missionEndMs: undefined };
	const first = make({ portId: 13, departure: null, craft: flying });
	const again = make({ flight_vehicle_chaser: first.flight_vehicle_chaser });
	return {
		'departure-null-mission-ended': keep(make({ departure: null })),
		'departure-null-docked-again': keep(first, again),
		'departure-null-mission-end-before-docking': keep(
			make({ departure: null, craft: { missionEndMs: Date.parse('1999-12-01T00:00:00Z') } })
		),
		'departure-before-docking': keep(make({ departure: '1999-12-01T00:00:00Z' })),
		'departure-late': keep(
			make({ portId: 21, docking: '2012-05-01T00:00:00Z', departure: fromUntil(-hourMs) })
		),
		'departure-planned': keep(
			make({ docking: fromUntil(-30 * dayMs), departure: fromUntil(20 * dayMs), craft: flying })
		),
		'departure-unparsable': keep(make({ departure: 'soon' })),
		'docking-planned': keep(
			make({
				portId: 19,
				typeId: 903,
				docking: fromUntil(19 * dayMs),
				departure: null,
				craft: flying
			})
		),
		'docking-unparsable': skip(make({ docking: 'some day in May' })),
		'docking-no-such-day': skip(make({ docking: '2023-02-30T10:00:00Z' })),
		'docking-empty': skip(make({ docking: '' })),
		'docking-null': skip(withValue(make(), 'docking', null)),
		'docking-missing': skip(withoutValue(make(), 'docking')),
		'docking-number': skip(withValue(make(), 'docking', 1_678_010_400)),
		'docking-without-zone': either(make({ docking: '2023-03-05T10:00:00' })),
		'docking-date-alone': either(make({ docking: '2023-03-05' })),
		'docking-with-offset': keep(make({ docking: '2023-03-05T18:00:00+08:00' })),
		'docking-with-microseconds': keep(make({ docking: '2023-03-05T10:00:00.123456Z' })),
		'docking-before-1970': keep(
			make({ docking: '1966-11-12T01:06:00Z', departure: '1966-11-13T20:18:00Z' })
		),
		'docking-far-future': keep(
			make({ docking: '9999-12-31T23:59:59Z', departure: null, craft: flying })
		),
		'length-zero': keep(
			make({ docking: '2023-03-05T10:00:00Z', departure: '2023-03-05T10:00:00Z' })
		),
		'leap-day-midnight': keep(
			make({ docking: '2024-02-29T00:00:00Z', departure: '2024-03-01T00:00:00Z' })
		),
		'year-end-midnight': keep(
			make({ docking: '2023-12-31T23:59:59Z', departure: '2024-01-01T00:00:00Z' })
		),
		'stays-overlapping': keep(
			make({ portId: 1, docking: '2023-05-01T00:00:00Z', departure: '2023-07-01T00:00:00Z' }),
			make({ portId: 1, docking: '2023-06-01T00:00:00Z', departure: '2023-08-01T00:00:00Z' })
		),
		'port-under-two-ids': keep(
			make({ portId: 12, docking: '2023-05-01T00:00:00Z', departure: '2023-07-01T00:00:00Z' }),
			make({ portId: 19, docking: '2023-08-01T00:00:00Z', departure: '2023-09-01T00:00:00Z' })
		),
		'ports-of-one-name': keep(
			make({ docking_location: { ...stationPort(33), id: 9002, name: 'Forward' } }),
			make({ docking_location: { ...stationPort(35), id: 9003, name: 'Forward' } })
		)
	};
}
