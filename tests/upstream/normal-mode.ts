/**
 * A detailed document as `mode=normal` gives it: the chaser in its short form. Values that are no
 * objects, as odd documents have them, stay what they are.
 */
export function toNormalMode(document: unknown): unknown {
	return mapObject(document, (event) => ({
		...event,
		...('response_mode' in event && { response_mode: 'normal' }),
		...mapField(event, 'flight_vehicle_chaser', shortSpacecraftFlight),
		...mapField(event, 'space_station_chaser', shortStation),
		...mapField(event, 'payload_flight_chaser', shortPayloadFlight)
	}));
}

type Fields = Readonly<Record<string, unknown>>;

function shortSpacecraftFlight({ response_mode: _, ...flight }: Fields): Fields {
	return { ...flight, ...mapField(flight, 'launch', shortLaunch) };
}

function shortStation(station: Fields): Fields {
	return pick(station, ['id', 'url', 'name', 'image']);
}

function shortPayloadFlight(flight: Fields): Fields {
	return {
		...flight,
		response_mode: 'list',
		...mapField(flight, 'payload', shortPayload),
		...mapField(flight, 'launch', shortLaunch)
	};
}

function shortPayload(payload: Fields): Fields {
	return {
		...pick(payload, ['id', 'name', 'type', 'image']),
		response_mode: 'list',
		...mapField(payload, 'manufacturer', shortAgency),
		...mapField(payload, 'operator', shortAgency)
	};
}

function shortAgency(agency: Fields): Fields {
	return { ...pick(agency, ['id', 'url', 'name', 'abbrev', 'type']), response_mode: 'list' };
}

function shortLaunch(launch: Fields): Fields {
	return pick(launch, ['id', 'url', 'name']);
}

function pick(object: Fields, keys: readonly string[]): Fields {
	return Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key]]));
}

function mapField(object: Fields, key: string, map: (value: Fields) => Fields): Fields {
	return key in object ? { [key]: mapObject(object[key], map) } : {};
}

function mapObject(value: unknown, map: (value: Fields) => Fields): unknown {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? map(value as Fields) : value;
}
