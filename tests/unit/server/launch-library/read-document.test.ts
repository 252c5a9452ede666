import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../src/lib/server/launch-library/fields.ts';
import { readDocument } from '../../../../src/lib/server/launch-library/read-document.ts';
import event529 from '../../../upstream/event-529.json' with { type: 'json' };
import { generateEvents } from '../../../upstream/generate.ts';
import { toNormalMode } from '../../../upstream/normal-mode.ts';
import { oddEvents } from '../../../upstream/odd-events.ts';

function read(raw: unknown) {
	const result = readDocument(raw);
	if (!result.ok) throw new Error(result.reason);
	return result;
}

const minimal = { id: 7, docking: '2024-01-17T17:46:00Z' };

describe('readDocument', () => {
	test('reads a real event in full, without a warning', () => {
		const { event, warnings } = read(event529);
		expect(warnings).toEqual([]);
		expect(event).toMatchObject({
			id: 529,
			docking: '2024-01-17T17:46:00Z',
			departure: '2024-11-10T08:30:00Z',
			docking_location: { id: 32, name: 'Tianhe aft', spacestation: { id: 18 } },
			space_station_target: { id: 18, name: 'Tiangong space station' },
			flight_vehicle_target: null,
			flight_vehicle_chaser: {
				id: 828,
				mission_end: '2024-11-17T13:25:00Z',
				spacecraft: {
					name: 'Tianzhou-7',
					serial_number: '7',
					spacecraft_config: { id: 25, type: { id: 4 }, agency: { id: 88, abbrev: 'CASC' } }
				},
				launch: {
					name: 'Long March 7 | Tianzhou-7',
					net: '2024-01-17T14:27:30Z',
					net_precision: { id: 0, name: 'Second' },
					rocket: { configuration: { full_name: 'Long March 7' } },
					mission: { name: 'Tianzhou 7', type: 'Resupply' },
					pad: { name: '201' }
				}
			},
			berthline_sample: null
		});
		expect(event).not.toHaveProperty('response_mode');
	});

	test('reads generated events in both modes, and normal mode only lacks the launch', () => {
		for (const document of generateEvents({ count: 40 })) {
			const detailed = read(document).event;
			const normal = read(toNormalMode(document)).event;
			expect(normal).toMatchObject({ id: detailed.id, docking: detailed.docking });
			expect(normal.docking_location).toEqual(detailed.docking_location);
			expect(normal.flight_vehicle_chaser?.spacecraft).toEqual(
				detailed.flight_vehicle_chaser?.spacecraft
			);
			expect(normal.flight_vehicle_chaser?.launch?.net ?? null).toBeNull();
		}
	});

	test.each(Object.entries(oddEvents()))('treats the odd kind %s as it should', (_, odd) => {
		for (const document of odd.documents) {
			const result = readDocument(document);
			if (odd.expect !== 'either') expect(result.ok).toBe(odd.expect === 'keep');
			if (!result.ok) expect(result.reason).not.toBe('');
		}
	});

	test('makes every absent, null or wrongly typed optional value null', () => {
		const absent = read(minimal).event;
		const nulls = Object.fromEntries(Object.keys(absent).map((key) => [key, null]));
		const wrong = Object.fromEntries(Object.keys(absent).map((key) => [key, [17]]));
		expect(Object.values(absent).filter((value) => value === undefined)).toEqual([]);
		expect(read({ ...nulls, ...minimal }).event).toEqual(absent);
		expect(read({ ...wrong, ...minimal }).event).toEqual(absent);
	});

	test('drops a part that lacks its id or name and says which, but keeps the document', () => {
		const { event, warnings } = read({
			...minimal,
			docking_location: { id: 3, name: 'Forward', spacestation: { id: 4 } },
			flight_vehicle_chaser: { id: 9, spacecraft: { name: 'Soyuz' }, launch: null }
		});
		expect(event.docking_location).toMatchObject({ id: 3, spacestation: null });
		expect(event.flight_vehicle_chaser).toMatchObject({ id: 9, spacecraft: null });
		expect(warnings).toEqual([
			'docking_location.spacestation could not be read',
			'flight_vehicle_chaser.spacecraft could not be read'
		]);
	});

	test('treats a departure that is no instant as none, with a warning', () => {
		const { event, warnings } = read({ ...minimal, departure: '2024-11-10T08:30' });
		expect(event.departure).toBeNull();
		expect(warnings).toEqual(['departure could not be read']);
	});

	test('names the id of a document that cannot be read, and the reason', () => {
		expect(readDocument({ id: 41, docking: '30 February' })).toEqual({
			ok: false,
			id: 41,
			reason: 'docking is "30 February"'
		});
		expect(readDocument({ docking: minimal.docking })).toEqual({
			ok: false,
			reason: 'id is absent'
		});
		expect(readDocument('Soyuz')).toEqual({ ok: false, reason: 'not a JSON object' });
	});

	test('takes only web addresses for images', () => {
		const image = { image_url: 'javascript:alert(1)', thumbnail_url: 'https://x.example/a.png' };
		const station = { id: 4, name: 'ISS', image };
		expect(read({ ...minimal, space_station_target: station }).event.space_station_target).toEqual({
			id: 4,
			name: 'ISS',
			image: { image_url: null, thumbnail_url: 'https://x.example/a.png', credit: null }
		});
	});
});

test.each([
	['  Soyuz\u0000 MS\n24 ', 'Soyuz MS 24'],
	['evil\u202egnp.exe\u200b', 'evilgnp.exe'],
	['x'.repeat(900), 'x'.repeat(500)],
	['\ud800Progress', '\ufffdProgress'],
	['Шэньчжоу 神舟 👩‍🚀', 'Шэньчжоу 神舟 👩‍🚀'],
	['\u0007', '']
])('cleanText makes %j safe to show', (raw, expected) => {
	expect(cleanText(raw)).toBe(expected);
});
