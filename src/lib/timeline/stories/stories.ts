import { kinds } from '../../docking/stay.ts';
import type { Scene } from '../scene.ts';
import { storyScene, type StoryScene, type StoryStay } from './story-scene.ts';

/** One thing that a timeline can show, by itself: for people to look at, and for tests. */
export interface Story {
	/** Kebab-case; the name of its snapshot. */
	readonly id: string;
	readonly title: string;
	/** What is to be seen, in a sentence. */
	readonly tells: string;
	readonly scene: Scene;
}

/** Every mark and state that a timeline draws. */
export const stories: readonly Story[] = [
	story(
		'kinds',
		'Kinds',
		'Round ends for crew, square for cargo, an inner frame for a module, a pale box for any other.',
		{
			showsAllPorts: true,
			ports: ofEachKind({ docking: '2026-05-01T12:00Z', departure: '2026-07-01T12:00Z' })
		}
	),
	story('docked', 'Still docked', 'Each ends flat at the now line, with an arrow.', {
		showsAllPorts: true,
		ports: ofEachKind({ docking: '2026-05-01T12:00Z' })
	}),
	story('leaving', 'Docked, with a departure ahead', 'Solid to now, outlined to the departure.', {
		showsAllPorts: true,
		ports: ofEachKind({ docking: '2026-05-01T12:00Z', departure: '2026-09-10T12:00Z' })
	}),
	story(
		'planned',
		'Planned',
		'Outlined; without a departure up to the next stay or the view’s end.',
		{
			showsAllPorts: true,
			ports: ofEachKind(
				{ docking: '2026-08-20T12:00Z', departure: '2026-09-01T12:00Z' },
				{ docking: '2026-09-10T12:00Z' }
			)
		}
	),
	story(
		'stale',
		'Data of another day',
		'Open stays are pale and dashed from the date of the data on.',
		{
			showsAllPorts: true,
			knownUntil: '2026-06-20',
			ports: ofEachKind({ docking: '2026-05-01T12:00Z' })
		}
	),
	story('departure-unknown', 'Departure unknown', 'It fades out where it had gone by.', {
		showsAllPorts: true,
		ports: ofEachKind({ docking: '2026-05-01T12:00Z', lostAt: '2026-06-20T00:00Z' })
	}),
	story(
		'clipped',
		'Longer than the view',
		'Flat with an arrow at either side; the name stays in what is seen.',
		{
			showsAllPorts: true,
			now: '2026-12-01',
			ports: ofEachKind({ docking: '2026-01-01T12:00Z', departure: '2026-11-10T12:00Z' })
		}
	),
	story('overlap', 'Two at one port', 'Stays that overlap stand on lanes of their own.', {
		ports: [
			{
				name: 'Aft',
				stays: [
					{ craft: 'Progress MS-41', docking: '2026-04-10T06:00Z', departure: '2026-06-10T06:00Z' },
					{ craft: 'Progress MS-42', docking: '2026-06-01T06:00Z', departure: '2026-07-20T06:00Z' },
					{ craft: 'Progress MS-43', docking: '2026-07-10T06:00Z' }
				]
			}
		]
	}),
	story('relocation', 'Moved to another port', 'A line leads from the one stay to the other.', {
		ports: [
			{
				name: 'Forward',
				stays: [
					{
						craft: 'Crew-14 Dragon',
						kind: 'crew',
						docking: '2026-04-20T06:00Z',
						departure: '2026-06-15T06:00Z',
						moves: 'Crew-14'
					}
				]
			},
			{ name: 'Starboard', stays: [] },
			{
				name: 'Zenith',
				stays: [
					{ craft: 'Crew-14 Dragon', kind: 'crew', docking: '2026-06-15T07:10Z', moves: 'Crew-14' }
				]
			}
		]
	}),
	story(
		'short',
		'Shorter than its name',
		'Nothing is shorter than a tick; names stand outside, never across each other.',
		{
			ports: [
				{
					name: 'Forward',
					stays: [
						{
							craft: 'Axiom-6 Dragon',
							kind: 'crew',
							docking: '2026-04-20T06:00Z',
							departure: '2026-04-27T06:00Z'
						},
						{
							craft: 'Cargo Dragon CRS-35',
							docking: '2026-06-10T06:00Z',
							departure: '2026-07-02T06:00Z'
						},
						{
							craft: 'Starliner-2',
							kind: 'crew',
							docking: '2026-07-02T10:00Z',
							departure: '2026-07-09T10:00Z'
						}
					]
				},
				{
					name: 'Aft',
					stays: [
						{
							craft: 'Soyuz MS-30',
							kind: 'crew',
							docking: '2026-05-20T06:00Z',
							departure: '2026-05-20T06:40Z'
						}
					]
				}
			]
		}
	),
	story(
		'empty',
		'Empty ports',
		'A ring for an empty port, a dotted one out of use; the rest is one line.',
		{
			ports: [
				{
					name: 'Forward',
					stays: [{ craft: 'HTV-X2', docking: '2026-05-01T06:00Z', departure: '2026-06-01T06:00Z' }]
				},
				{
					name: 'Nadir',
					stays: [
						{ craft: 'Cygnus NG-20', docking: '2024-12-01T06:00Z', departure: '2025-01-20T06:00Z' }
					]
				},
				{
					name: 'Zenith',
					stays: [
						{ craft: 'Pressurized Mating Adapter 2', kind: 'module', docking: '2020-05-01T06:00Z' }
					]
				}
			]
		}
	),
	story(
		'old-port',
		'Out of use',
		'Nothing touched it for two years: a dotted ring, and since when.',
		{
			showsAllPorts: true,
			ports: [
				{
					name: 'Forward',
					stays: [{ craft: 'Shenzhou-28', kind: 'crew', docking: '2026-05-01T06:00Z' }]
				},
				{
					name: 'Old nadir',
					stays: [{ craft: 'Progress M-66', docking: '2009-02-13', departure: '2009-05-06' }]
				}
			]
		}
	),
	story('alias', 'A port listed twice', 'Its other name stands below its own.', {
		ports: [
			{
				name: 'Harmony forward',
				aliases: [{ id: 12, name: 'Node 2 forward' }],
				stays: [{ craft: 'Crew-14 Dragon', kind: 'crew', docking: '2026-05-01T06:00Z' }]
			}
		]
	}),
	story(
		'odd-names',
		'Names of any kind',
		'Text from right to left, markup and a name without an end are text.',
		{
			ports: [
				{
					name: '<b>Forward</b> & more',
					stays: [
						{
							craft: 'מעבורת החלל',
							kind: 'crew',
							docking: '2026-04-10T06:00Z',
							departure: '2026-06-10T06:00Z'
						}
					]
				},
				{
					name: 'Aft',
					stays: [
						{
							craft: `Donaudampfschiff${'fahrt'.repeat(12)}`,
							docking: '2026-04-20T06:00Z',
							departure: '2026-06-10T06:00Z'
						},
						{ craft: '<img src=x onerror=alert(1)>', docking: '2026-06-20T06:00Z' }
					]
				}
			]
		}
	),
	story(
		'melted',
		'More than can be told apart',
		'Beyond 500 stays in view, what touches is one mark that says how many.',
		{
			ports: [
				{ name: 'Forward', stays: crowd(300, 'crew') },
				{
					name: 'Aft',
					stays: [...crowd(300, 'cargo'), { craft: 'Progress MS-43', docking: '2026-07-10T06:00Z' }]
				}
			]
		}
	),
	story(
		'no-station',
		'Docked to a satellite',
		'A host that is no station is told as one: its port has a lane, and n of m.',
		{
			host: { key: 'port:45', type: 'payload', name: 'Intelsat 901', shortName: 'Intelsat 901' },
			ports: [
				{ name: 'Zenith', stays: [{ craft: 'MEV-1', kind: 'other', docking: '2025-02-25T07:15Z' }] }
			]
		}
	),
	story('collapsed', 'Closed', 'Only the header of the station, with its area.', {
		isCollapsed: true,
		ports: [
			{
				name: 'Forward',
				stays: [{ craft: 'Shenzhou-28', kind: 'crew', docking: '2026-05-01T06:00Z' }]
			}
		]
	})
];

function story(id: string, title: string, tells: string, shown: StoryScene): Story {
	return { id, title, tells, scene: storyScene(shown) };
}

/** A port for each kind, with stays of it at these times. */
function ofEachKind(...times: readonly Omit<StoryStay, 'craft' | 'kind'>[]): StoryScene['ports'] {
	return kinds.map((kind) => ({
		name: `Of ${kind}`,
		stays: times.map((time, index) => ({
			...time,
			kind,
			craft: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} craft ${index + 1}`
		}))
	}));
}

/** Stays of an hour, one every two. */
function crowd(count: number, kind: StoryStay['kind'] & string): StoryStay[] {
	const hour = (hours: number) => new Date(Date.UTC(2026, 4, 1, hours)).toISOString();
	return Array.from({ length: count }, (_, index) => ({
		craft: `Shuttle bus ${index + 1}`,
		kind,
		docking: hour(2 * index),
		departure: hour(2 * index + 1)
	}));
}
