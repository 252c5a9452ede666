import { apiRoot, type Endpoint } from './endpoints.ts';
import { searchFields } from './entry.ts';

/** What the readable page of an endpoint says about it. */
export interface Help {
	readonly title: string;
	readonly about: string;
	readonly sections: readonly HelpSection[];
}

export interface HelpSection {
	readonly title: string;
	readonly text: string;
	readonly names: readonly string[];
	/** What else there is to know of them. */
	readonly note?: string;
	/** An address to try. */
	readonly example?: string;
	/** Where more is told. */
	readonly link?: string;
}

const events = '/2.3.0/docking_events/';
const locations = '/2.3.0/config/docking_locations/';

/** The help of an endpoint; every name in it is one that the endpoint knows. */
export function helpOf(endpoint: Endpoint): Help {
	const { sections, ...help } = helps[endpoint.kind];
	return { ...help, sections: [...sections, documentation] };
}

const modes: HelpSection = {
	title: 'Modes',
	text: 'Levels of detail in the response:',
	names: ['normal', 'detailed']
};

const documentation: HelpSection = {
	title: 'Help',
	text: 'Find all the FAQs and support links on Launch Library 2’s documentation homepage:',
	names: [],
	link: 'https://ll.thespacedevs.com/docs'
};

function paging(path: string): HelpSection[] {
	return [
		{
			title: 'Number of results',
			text: 'The number of objects in the response (default 10, max 100), and how many to skip before them:',
			names: ['limit', 'offset'],
			example: `${path}?limit=2`
		},
		format(path)
	];
}

function format(path: string): HelpSection {
	return {
		title: 'Format',
		text: 'Switch to JSON output:',
		names: ['format=json'],
		example: `${path}?format=json`
	};
}

const helps: Readonly<Record<Endpoint['kind'], Help>> = {
	root: {
		title: 'Launch Library 2 at Berthline',
		about:
			'The endpoints of Launch Library 2, version 2.3.0, that are served here. Their paths, parameters and documents are the same: a client of it only changes its host.',
		sections: [format(apiRoot)]
	},
	events: {
		title: 'Docking events',
		about:
			'Every known docking event as Launch Library 2 has it, answered from Berthline’s archive: requests here do not count against Launch Library 2’s own limit.',
		sections: [
			{ ...modes, example: `${events}?mode=detailed` },
			{
				title: 'Filters',
				text: 'Parameters:',
				names: [
					'docking__gt',
					'docking__gte',
					'docking__lt',
					'docking__lte',
					'docking_location__id',
					'flight_vehicle_chaser__id',
					'space_station_target__id'
				],
				example: `${events}?space_station_target__id=6`
			},
			{
				title: 'Search',
				text: 'Fields searched:',
				names: searchFields.map((path) => path.join('__')),
				note: 'An event is found when each word occurs in at least one of them.',
				example: `${events}?search=Salyut`
			},
			{
				title: 'Ordering',
				text: 'Fields to order by:',
				names: ['departure', 'docking'],
				note: 'A minus before a field reverses it. Without ordering, the earliest docking comes first. Events with equal values are ordered by id. Craft still docked have no departure yet: ordering=departure puts them last, ordering=-departure first.',
				example: `${events}?ordering=-docking`
			},
			...paging(events)
		]
	},
	event: {
		title: 'Docking event',
		about:
			'One docking event, detailed unless the address says mode=normal. An event that Berthline’s archive does not have is asked of Launch Library 2, once, if its limit of calls allows that.',
		sections: [{ ...modes, example: `${events}529/?mode=normal` }, format(`${events}529/`)]
	},
	locations: {
		title: 'Docking locations',
		about:
			'Every docking port, ordered by id: those that Launch Library 2 lists, and those that only its docking events name.',
		sections: [
			{
				title: 'Search',
				text: 'Fields searched:',
				names: ['name'],
				example: `${locations}?search=Harmony`
			},
			{
				title: 'Ordering',
				text: 'Fields to order by:',
				names: ['id', 'name'],
				note: 'A minus before a field reverses it. Without ordering, they are ordered by id.',
				example: `${locations}?ordering=name`
			},
			...paging(locations)
		]
	},
	location: {
		title: 'Docking location',
		about: 'One docking port.',
		sections: [format(`${locations}32/`)]
	},
	throttle: {
		title: 'API throttle',
		about:
			'How many requests you may make here. How many calls this server itself may still make to Launch Library 2 stands at /healthz, as callsLeft.',
		sections: [format('/2.3.0/api-throttle/')]
	},
	openapi: {
		title: 'OpenAPI',
		about: 'What this API answers, described for programs.',
		sections: []
	}
};
