import type {
	AgencyRow,
	ConfigurationRow,
	FlightRow,
	LaunchRow,
	PayloadRow,
	PortRow,
	SampleTables,
	StationRow,
	StayTuple,
	VehicleRow
} from '../../lib/server/archive/sample/tables.ts';
import { agencyOf } from './agencies.ts';
import { configurationOf, payloadTypeOf } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import { launchSiteOf } from './launch-sites.ts';
import { nameMission, nameVehicle } from './names.ts';
import type { StayRow } from './read-stays.ts';
import { createRegister } from './register.ts';
import type { Register } from './register.ts';

/** Ids that Launch Library 2 did not give: this, plus the number of the first row that needs one. */
const firstOwnId = 1_000_000;
/** The same, for the flights that other craft docked to; they share a table with the chasers. */
const firstTargetId = 2_000_000;

interface Registers {
	readonly agencies: Register<AgencyRow>;
	readonly configurations: Register<ConfigurationRow>;
	readonly vehicles: Register<VehicleRow>;
	readonly payloads: Register<PayloadRow>;
	readonly launches: Register<LaunchRow>;
	readonly flights: Register<FlightRow>;
	readonly stations: Register<StationRow>;
	readonly ports: Register<PortRow>;
	readonly texts: string[];
	/** What the rows of a craft know together, by the craft's name. */
	readonly craft: ReadonlyMap<string, StayRow>;
	/** The same by mission: a Shuttle and the module in its bay share a launch. */
	readonly missions: ReadonlyMap<string, StayRow>;
}

/** The sample's tables from the rows of `stays.csv`; the same rows give the same tables. */
export function buildTables(rows: readonly StayRow[]): SampleTables {
	const registers: Registers = {
		agencies: createRegister(),
		configurations: createRegister(),
		vehicles: createRegister(),
		payloads: createRegister(),
		launches: createRegister(),
		flights: createRegister(),
		stations: createRegister(),
		ports: createRegister(),
		texts: [],
		craft: mergeRows(rows, (row) => row.craft),
		missions: mergeRows(rows, (row) => nameMission(row.craft))
	};
	const stays = rows.map((row) => addStay(row, registers));
	return {
		agencies: registers.agencies.rows(),
		configurations: registers.configurations.rows(),
		vehicles: registers.vehicles.rows(),
		payloads: registers.payloads.rows(),
		launches: registers.launches.rows(),
		flights: registers.flights.rows(),
		stations: registers.stations.rows(),
		ports: registers.ports.rows(),
		texts: registers.texts,
		stays
	};
}

/** One row a key: the first, its gaps filled from later rows with the same key. */
function mergeRows(
	rows: readonly StayRow[],
	keyOf: (row: StayRow) => string
): ReadonlyMap<string, StayRow> {
	const merged = new Map<string, StayRow>();
	for (const row of rows) {
		const known = merged.get(keyOf(row)) ?? row;
		if (known.launched && row.launched && known.launched !== row.launched)
			throw new Error(`row ${row.number}: "${keyOf(row)}" was launched twice`);
		merged.set(keyOf(row), {
			...known,
			vehicle_name: known.vehicle_name || row.vehicle_name,
			operator: known.operator || row.operator,
			launched: known.launched || row.launched,
			launch_vehicle: known.launch_vehicle || row.launch_vehicle,
			launch_site: known.launch_site || row.launch_site
		});
	}
	return merged;
}

function addStay(row: StayRow, registers: Registers): StayTuple {
	const targetId = row.target === 'station' ? null : addTarget(row, registers);
	return [
		Number(row.ll2_event_id) || firstOwnId + row.number,
		addPort(row, registers),
		addFlight(registers.craft.get(row.craft) ?? row, registers),
		targetId,
		row.docked,
		row.departed || null,
		addText(nameBasis(row.docked_basis), registers.texts),
		addText(nameBasis(row.departed_basis), registers.texts),
		addText(sourceOf(row), registers.texts) ?? 0,
		addText(row.crew, registers.texts)
	];
}

/** `stays.csv` says "record" where it means the version history of corquaid's repository. */
function nameBasis(basis: string): string {
	return basis.replace(/^record\b/, 'corquaid');
}

/** Where the times are corquaid's, `stays.csv` still names the source of the rows before. */
function sourceOf({ source, docked_basis: basis }: StayRow): string {
	return source === 'CMSA' && basis.startsWith('record') ? 'corquaid' : source;
}

function addText(text: string, texts: string[]): number | null {
	if (!text) return null;
	const index = texts.indexOf(text);
	return index < 0 ? texts.push(text) - 1 : index;
}

function addFlight(row: StayRow, registers: Registers): number {
	return registers.flights.add(row.craft, firstOwnId + row.number, (id) => {
		const launchId = addLaunch(row, registers);
		const agencyId = addAgency(row, registers);
		const payloadType = payloadTypeOf(row);
		if (payloadType) {
			const payloadId = addPayload(row.craft, payloadType, firstOwnId + row.number, registers);
			return [id, null, payloadId, launchId, agencyId];
		}
		return [id, addVehicle(row, registers), null, launchId, agencyId];
	});
}

function addAgency(row: StayRow, registers: Registers): number {
	const agency = agencyOf(row);
	const id = agency.id ?? firstOwnId + row.number;
	return registers.agencies.add(agency.name, id, () => [id, agency.name, agency.abbrev]);
}

function addConfiguration(
	configuration: Configuration,
	newId: number,
	registers: Registers
): number {
	const { name, type } = configuration;
	const id = configuration.id ?? newId;
	return registers.configurations.add(name, id, () => [id, name, type]);
}

function addVehicle(row: StayRow, registers: Registers): number {
	const configuration = configurationOf(row.craft);
	const vehicle = nameVehicle(row.craft, row.vehicle_name, configuration);
	const key = vehicle.isPlaceholder ? row.craft : vehicle.name;
	const configurationId = addConfiguration(configuration, firstOwnId + row.number, registers);
	return registers.vehicles.add(key, firstOwnId + row.number, (id) => [
		id,
		vehicle.name,
		vehicle.serial,
		vehicle.isPlaceholder ? 1 : 0,
		configurationId
	]);
}

function addPayload(name: string, type: string | null, id: number, registers: Registers): number {
	return registers.payloads.add(name, id, () => [id, name, type]);
}

/** Null when nothing about the launch is known. */
function addLaunch(row: StayRow, registers: Registers): number | null {
	const mission = nameMission(row.craft);
	const facts = registers.missions.get(mission) ?? row;
	if (!facts.launched && mission === row.craft) return null;
	const site = launchSiteOf(facts.launch_site);
	return registers.launches.add(mission, firstOwnId + row.number, (id) => [
		id,
		mission,
		missionType(row),
		facts.launched || null,
		facts.launch_vehicle || null,
		site?.pad ?? null,
		site?.location ?? null
	]);
}

/** None for Shuttle flights: what they carried to a port shares their launch and was no crew. */
function missionType(row: StayRow): string | null {
	if (row.craft.startsWith('STS-')) return null;
	return { crew: 'Human Exploration', cargo: 'Resupply' }[row.kind] ?? null;
}

function addPort(row: StayRow, registers: Registers): number {
	const id = Number(row.port_id) || firstOwnId + row.number;
	return registers.ports.add(`${row.station}/${row.port}`, id, () => {
		if (row.target === 'station') return [id, row.port, addStation(row, registers), null, null];
		if (row.target === 'payload') {
			const payloadId = addPayload(row.port, null, firstTargetId + row.number, registers);
			return [id, row.port, null, null, payloadId];
		}
		return [id, row.port, null, addHostConfiguration(row, registers), null];
	});
}

/** The type of spacecraft that has the port: a Soyuz, or one like the craft itself. */
function addHostConfiguration(row: StayRow, registers: Registers): number {
	const configuration = configurationOf(row.port === 'Soyuz' ? 'Soyuz 1' : row.craft);
	return addConfiguration(configuration, firstTargetId + row.number, registers);
}

function addStation(row: StayRow, registers: Registers): number {
	const id = Number(row.station_id) || firstOwnId + row.number;
	return registers.stations.add(row.station, id, () => [id, row.station]);
}

/** The flight that a craft without a station docked to: all that is known of it is its name. */
function addTarget(row: StayRow, registers: Registers): number {
	const id = firstTargetId + row.number;
	return registers.flights.add(`target ${row.number}`, id, () => {
		if (row.target === 'payload')
			return [id, null, addPayload(row.port, null, id, registers), null, null];
		const configurationId = addHostConfiguration(row, registers);
		registers.vehicles.add(`target ${row.number}`, id, () => [
			id,
			row.port,
			null,
			1,
			configurationId
		]);
		return [id, id, null, null, null];
	});
}
