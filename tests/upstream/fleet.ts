import type { AgencyName } from './documents/agencies.ts';
import { agencyOfType, type SpacecraftTypeId } from './documents/spacecraft-types.ts';
import type { PortId } from './documents/stations.ts';

/** A series of craft that visits stations, and how long its craft stay. */
export interface Series {
	readonly key: string;
	/** Undefined for modules, which fly as payloads. */
	readonly typeId?: SpacecraftTypeId;
	readonly agency: AgencyName;
	/** `Crew-13`, for the thirteenth. */
	readonly mission: (number: number) => string;
	/** The vehicle's own name; those that fly again take turns. */
	readonly vehicle: (number: number) => string;
	readonly missionType: string;
	readonly stayDays: readonly [least: number, most: number];
}

const dragons = ['Endeavour (C206)', 'Resilience (C207)', 'Endurance (C210)', 'Freedom (C212)'];
const cargoDragons = ['C208', 'C209', 'C211'];
const modules = ['Wentian', 'Mengtian', 'Xuntian', 'Nauka'];

const dragonOf = (number: number) => `Crew Dragon ${turn(dragons, number)}`;

/** Every series that the generator knows. */
export const series = {
	cargoDragon: fly(
		904,
		'CRS',
		(n) => `CRS-${n + 20}`,
		'Resupply',
		[28, 45],
		(n) => `Cargo Dragon ${turn(cargoDragons, n)}`
	),
	crewDragon: fly(903, 'Crew', (n) => `Crew-${n}`, 'Human Exploration', [150, 200], dragonOf),
	cygnus: fly(905, 'NG', (n) => `Cygnus NG-${n + 11}`, 'Resupply', [80, 150]),
	htv: fly(906, 'HTV-X', (n) => `HTV-X${n}`, 'Resupply', [40, 180]),
	module: {
		key: 'module',
		agency: 'cnsa',
		mission: (n) => turn(modules, n),
		vehicle: (n) => turn(modules, n),
		missionType: 'Space Station Module',
		stayDays: [20, 70]
	},
	progress: fly(902, 'Progress', (n) => `Progress MS-${n}`, 'Resupply', [140, 220]),
	shenzhou: fly(907, 'Shenzhou', (n) => `Shenzhou ${n + 11}`, 'Human Exploration', [170, 190]),
	soyuz: fly(901, 'Soyuz', (n) => `Soyuz MS-${n}`, 'Human Exploration', [170, 210]),
	tianzhou: fly(25, 'Tianzhou', (n) => `Tianzhou-${n + 1}`, 'Resupply', [180, 290])
} as const satisfies Record<string, Series>;

/** Which series visit a port, and how often: one that comes twice as often is named twice. */
export const visitors: ReadonlyMap<PortId, readonly Series[]> = new Map<PortId, readonly Series[]>([
	[1, [series.cygnus]],
	[2, [series.progress]],
	[3, [series.progress, series.soyuz]],
	[13, [series.soyuz, series.soyuz, series.progress]],
	[19, [series.crewDragon]],
	[21, [series.htv, series.cygnus]],
	[30, [series.cargoDragon, series.cargoDragon, series.crewDragon]],
	[32, [series.tianzhou]],
	[33, [series.shenzhou, series.shenzhou, series.shenzhou, series.module]],
	[41, [series.shenzhou]],
	[42, [series.soyuz]]
]);

function fly(
	typeId: SpacecraftTypeId,
	key: string,
	mission: (number: number) => string,
	missionType: string,
	stayDays: readonly [number, number],
	vehicle = mission
): Series {
	return { key, typeId, agency: agencyOfType(typeId), mission, vehicle, missionType, stayDays };
}

function turn(names: readonly string[], number: number): string {
	return names[(number - 1) % names.length] ?? '';
}
