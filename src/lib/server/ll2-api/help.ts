import type { Endpoint } from './endpoints.ts';
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
			text: 'Use limit to control the number of objects in the response (10 unless told, max 100), and offset to go on:',
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
	events: {
		title: 'Docking events',
		about:
			'Every known docking, as Launch Library 2 has it, from Berthline’s archive: reading here spends none of its calls.',
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
				text: 'Fields searched; all terms must be found:',
				names: searchFields.map((path) => path.join('__')),
				example: `${events}?search=Salyut`
			},
			{
				title: 'Ordering',
				text: 'Fields, with a minus to turn one round; by docking unless told. Equal keys stand by id. Open stays come last by departure, first by -departure:',
				names: ['departure', 'docking'],
				example: `${events}?ordering=-docking`
			},
			...paging(events)
		]
	},
	event: {
		title: 'Docking event',
		about:
			'One docking event, detailed unless mode=normal. One that the archive lacks is asked for upstream, once, if the budget of calls allows.',
		sections: [{ ...modes, example: `${events}529/?mode=normal` }, format(`${events}529/`)]
	},
	locations: {
		title: 'Docking locations',
		about: 'Every docking port, by id: upstream’s own list, and ports that only events name.',
		sections: [
			{
				title: 'Search',
				text: 'Fields searched:',
				names: ['name'],
				example: `${locations}?search=Harmony`
			},
			{
				title: 'Ordering',
				text: 'Fields:',
				names: ['id', 'name'],
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
			'What you may spend here. It is not the budget of calls to Launch Library 2, which /healthz tells.',
		sections: [format('/2.3.0/api-throttle/')]
	},
	openapi: {
		title: 'OpenAPI',
		about: 'The description of this API, for programs.',
		sections: []
	}
};
