// Made of the API's description by `node tests/api/make-schema.ts`.
export interface paths {
	'/2.3.0/docking_events/': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * List Docking Events
		 * @description #### Modes
		 *     Levels of detail in the response - `normal`, `detailed`
		 *
		 *     Example - [/docking_events/?mode=detailed](./?mode=detailed)
		 *
		 *     #### Filters
		 *     Parameters - `docking__gt`, `docking__gte`, `docking__lt`, `docking__lte`, `docking_location__id`, `flight_vehicle_chaser__id`, `space_station_target__id`
		 *
		 *     Example - [/docking_events/?space_station_target__id=6](./?space_station_target__id=6)
		 *
		 *     #### Search
		 *     Fields searched - `docking_location__name`, `flight_vehicle_chaser__spacecraft__name`, `flight_vehicle_target__spacecraft__name`, `payload_flight_chaser__payload__name`, `payload_flight_target__payload__name`, `space_station_chaser__name`, `space_station_target__name`
		 *
		 *     Example - [/docking_events/?search=Salyut](./?search=Salyut)
		 *
		 *     #### Ordering
		 *     Fields - `departure`, `docking`
		 *
		 *     Example - [/docking_events/?ordering=-docking](./?ordering=-docking)
		 *
		 *     #### Number of results
		 *     Use `limit` to control the number of objects in the response (max 100)
		 *
		 *     Example - [/docking_events/?limit=2](./?limit=2)
		 *
		 *     #### Format
		 *     Switch to JSON output - [/docking_events/?format=json](./?format=json)
		 *
		 *     #### Order
		 *     Without `ordering`: by docking. Equal keys are ordered by id, ascending. Open stays, whose departure is null, come last by `departure` and first by `-departure`.
		 */
		get: operations['docking_events_list'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/2.3.0/docking_events/{id}/': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Get Docking Event
		 * @description One docking event, detailed unless `mode=normal`. An event that the archive lacks is read from Launch Library 2 once, if the budget allows.
		 */
		get: operations['docking_events_retrieve'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/2.3.0/config/docking_locations/': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * List Docking Locations
		 * @description Docking locations, by id. `search` looks in `name`; `ordering` takes `id` and `name`.
		 */
		get: operations['config_docking_locations_list'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/2.3.0/config/docking_locations/{id}/': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Get Docking Location
		 * @description One docking location.
		 */
		get: operations['config_docking_locations_retrieve'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/2.3.0/api-throttle/': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Get API Throttle Status
		 * @description What the caller may spend here. It is not the budget of calls to Launch Library 2, which `/healthz` tells.
		 */
		get: operations['api_throttle_list'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		APIThrottle: {
			your_request_limit: number;
			limit_frequency_secs: number;
			current_use: number;
			next_use_secs: number;
			ident: string;
		};
		AgencyDetailed: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			abbrev?: string | null;
			type: components['schemas']['AgencyType'] | null;
			featured?: boolean | null;
			country: components['schemas']['Country'][];
			description?: string | null;
			administrator?: string | null;
			founding_year?: number | null;
			launchers?: string | null;
			spacecraft?: string | null;
			readonly parent: string | null;
			image: components['schemas']['Image'] | null;
			logo: components['schemas']['Image'] | null;
			social_logo: components['schemas']['Image'] | null;
			total_launch_count?: number | null;
			consecutive_successful_launches?: number | null;
			successful_launches?: number | null;
			failed_launches?: number | null;
			pending_launches?: number | null;
			consecutive_successful_landings?: number | null;
			successful_landings?: number | null;
			failed_landings?: number | null;
			attempted_landings?: number | null;
			successful_landings_spacecraft?: number | null;
			failed_landings_spacecraft?: number | null;
			attempted_landings_spacecraft?: number | null;
			successful_landings_payload?: number | null;
			failed_landings_payload?: number | null;
			attempted_landings_payload?: number | null;
			/** Format: uri */
			info_url?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
			social_media_links: components['schemas']['SocialMediaLink'][];
		};
		AgencyMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			abbrev?: string | null;
			type: components['schemas']['AgencyType'] | null;
		};
		AgencyNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			abbrev?: string | null;
			type: components['schemas']['AgencyType'] | null;
			featured?: boolean | null;
			country: components['schemas']['Country'][];
			description?: string | null;
			administrator?: string | null;
			founding_year?: number | null;
			launchers?: string | null;
			spacecraft?: string | null;
			readonly parent: string | null;
			image: components['schemas']['Image'] | null;
			logo: components['schemas']['Image'] | null;
			social_logo: components['schemas']['Image'] | null;
		};
		AgencyType: {
			id: number;
			name?: string | null;
		};
		CelestialBodyDetailed: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
			type: components['schemas']['CelestialBodyType'] | null;
			/**
			 * Format: double
			 * @description m
			 */
			diameter?: number | null;
			/**
			 * Format: double
			 * @description kg
			 */
			mass?: number | null;
			/**
			 * Format: double
			 * @description m/s^2
			 */
			gravity?: number | null;
			length_of_day?: string | null;
			atmosphere?: boolean | null;
			image: components['schemas']['Image'] | null;
			description?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
			total_attempted_launches?: number | null;
			successful_launches?: number | null;
			failed_launches?: number | null;
			total_attempted_landings?: number | null;
			successful_landings?: number | null;
			failed_landings?: number | null;
		};
		CelestialBodyMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
		};
		CelestialBodyNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
			type: components['schemas']['CelestialBodyType'] | null;
			/**
			 * Format: double
			 * @description m
			 */
			diameter?: number | null;
			/**
			 * Format: double
			 * @description kg
			 */
			mass?: number | null;
			/**
			 * Format: double
			 * @description m/s^2
			 */
			gravity?: number | null;
			length_of_day?: string | null;
			atmosphere?: boolean | null;
			image: components['schemas']['Image'] | null;
			description?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
		};
		CelestialBodyType: {
			id: number;
			name?: string | null;
		};
		Country: {
			readonly id: number;
			name?: string | null;
			/** @description ISO 3166-1 alpha-2 */
			alpha_2_code?: string | null;
			/** @description ISO 3166-1 alpha-3 */
			alpha_3_code?: string | null;
			/** @description e.g. French */
			nationality_name?: string | null;
			/** @description e.g. Franco */
			nationality_name_composed?: string | null;
		};
		DockingEventEndpointDetailed: {
			readonly id: number;
			/** Format: uri */
			readonly url: string;
			/** Format: date-time */
			docking: string;
			/** Format: date-time */
			departure?: string | null;
			docking_location: components['schemas']['DockingLocation'] | null;
			space_station_target: components['schemas']['SpaceStationMini'] | null;
			flight_vehicle_target: components['schemas']['SpacecraftFlightMini'] | null;
			payload_flight_target: components['schemas']['PayloadFlightMini'] | null;
			/**
			 * @description discriminator enum property added by openapi-typescript
			 * @enum {string}
			 */
			response_mode: 'detailed';
			flight_vehicle_chaser: components['schemas']['SpacecraftFlightNormal'] | null;
			space_station_chaser: components['schemas']['SpaceStationNormal'] | null;
			payload_flight_chaser: components['schemas']['PayloadFlightNormal'] | null;
		};
		DockingEventEndpointNormal: {
			readonly id: number;
			/** Format: uri */
			readonly url: string;
			/** Format: date-time */
			docking: string;
			/** Format: date-time */
			departure?: string | null;
			docking_location: components['schemas']['DockingLocation'] | null;
			space_station_target: components['schemas']['SpaceStationMini'] | null;
			flight_vehicle_target: components['schemas']['SpacecraftFlightMini'] | null;
			payload_flight_target: components['schemas']['PayloadFlightMini'] | null;
			/**
			 * @description discriminator enum property added by openapi-typescript
			 * @enum {string}
			 */
			response_mode: 'normal';
			flight_vehicle_chaser: components['schemas']['SpacecraftFlightMini'] | null;
			space_station_chaser: components['schemas']['SpaceStationMini'] | null;
			payload_flight_chaser: components['schemas']['PayloadFlightMini'] | null;
		};
		DockingLocation: {
			readonly id: number;
			name: string | null;
			spacestation: components['schemas']['SpaceStationMini'] | null;
			spacecraft: components['schemas']['SpacecraftConfigNormal'] | null;
			payload: components['schemas']['PayloadMini'] | null;
		};
		Image: {
			readonly id: number;
			name: string | null;
			/** Format: uri */
			image_url: string | null;
			/** Format: uri */
			thumbnail_url: string | null;
			credit?: string | null;
			license: components['schemas']['ImageLicense'] | null;
			single_use?: boolean | null;
			variants: components['schemas']['ImageVariant'][];
		};
		ImageLicense: {
			readonly id: number;
			name?: string | null;
			priority?: number | null;
			/** Format: uri */
			link?: string | null;
		};
		ImageVariant: {
			readonly id: number;
			type: components['schemas']['ImageVariantType'] | null;
			/** Format: uri */
			image_url: string | null;
		};
		ImageVariantType: {
			readonly id: number;
			name?: string | null;
		};
		InfoURL: {
			priority?: number | null;
			source?: string | null;
			title?: string | null;
			description?: string | null;
			/** Format: uri */
			feature_image?: string | null;
			/** Format: uri */
			url: string | null;
			type: components['schemas']['InfoURLType'] | null;
			language: components['schemas']['Language'] | null;
		};
		InfoURLType: {
			readonly id: number;
			name: string | null;
		};
		Landing: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			attempt?: boolean | null;
			success?: boolean | null;
			description?: string | null;
			/**
			 * Downrange distance (km)
			 * Format: double
			 */
			downrange_distance?: number | null;
			landing_location: components['schemas']['LandingLocation'] | null;
			type: components['schemas']['LandingType'] | null;
		};
		LandingLocation: {
			readonly id: number;
			name?: string | null;
			active?: boolean | null;
			abbrev?: string | null;
			description?: string | null;
			location: components['schemas']['LocationSerializerNoCelestialBody'] | null;
			/** Format: double */
			longitude?: number | null;
			/** Format: double */
			latitude?: number | null;
			image: components['schemas']['Image'] | null;
			successful_landings?: number | null;
			attempted_landings?: number | null;
			failed_landings?: number | null;
			celestial_body: components['schemas']['CelestialBodyNormal'] | null;
		};
		LandingType: {
			readonly id: number;
			name?: string | null;
			abbrev?: string | null;
			description?: string | null;
		};
		Language: {
			readonly id: number;
			name: string | null;
			/** @description ISO 639-1 (two-letter) code */
			code: string | null;
		};
		LaunchMini: {
			/** Format: uuid */
			readonly id: string;
			/** Format: uri */
			readonly url: string | null;
			name?: string | null;
		};
		LaunchNormal: {
			/** Format: uuid */
			readonly id: string;
			/** Format: uri */
			readonly url: string | null;
			name?: string | null;
			/** @default normal */
			readonly response_mode: string;
			slug: string | null;
			launch_designator?: string | null;
			status: components['schemas']['LaunchStatus'] | null;
			/** Format: date-time */
			last_updated?: string | null;
			/** Format: date-time */
			net?: string | null;
			net_precision: components['schemas']['NetPrecision'] | null;
			/** Format: date-time */
			window_end?: string | null;
			/** Format: date-time */
			window_start?: string | null;
			readonly image: components['schemas']['Image'] | null;
			readonly infographic: string | null;
			probability?: number | null;
			weather_concerns?: string | null;
			failreason?: string | null;
			hashtag?: string | null;
			launch_service_provider: components['schemas']['AgencyMini'] | null;
			rocket: components['schemas']['RocketNormal'] | null;
			mission: components['schemas']['Mission'] | null;
			pad: components['schemas']['Pad'] | null;
			webcast_live?: boolean | null;
			program: components['schemas']['ProgramNormal'][] | null;
			orbital_launch_attempt_count?: number | null;
			location_launch_attempt_count?: number | null;
			pad_launch_attempt_count?: number | null;
			agency_launch_attempt_count?: number | null;
			orbital_launch_attempt_count_year?: number | null;
			location_launch_attempt_count_year?: number | null;
			pad_launch_attempt_count_year?: number | null;
			agency_launch_attempt_count_year?: number | null;
		};
		LaunchStatus: {
			id: number;
			readonly name: string | null;
			abbrev?: string | null;
			description?: string | null;
		};
		LauncherConfigFamilyMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
		};
		LauncherConfigList: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			families: components['schemas']['LauncherConfigFamilyMini'][] | null;
			full_name?: string | null;
			variant?: string | null;
		};
		Location: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name?: string | null;
			celestial_body: components['schemas']['CelestialBodyDetailed'] | null;
			active?: boolean | null;
			country: components['schemas']['Country'] | null;
			description?: string | null;
			image: components['schemas']['Image'] | null;
			/** Format: uri */
			map_image?: string | null;
			/** Format: double */
			longitude?: number | null;
			/** Format: double */
			latitude?: number | null;
			timezone_name?: string | null;
			total_launch_count?: number | null;
			total_landing_count?: number | null;
		};
		LocationSerializerNoCelestialBody: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name?: string | null;
			active?: boolean | null;
			country: components['schemas']['Country'] | null;
			description?: string | null;
			image: components['schemas']['Image'] | null;
			/** Format: uri */
			map_image?: string | null;
			/** Format: double */
			longitude?: number | null;
			/** Format: double */
			latitude?: number | null;
			timezone_name?: string | null;
			total_launch_count?: number | null;
			total_landing_count?: number | null;
		};
		Mission: {
			readonly id: number;
			name: string | null;
			readonly type: string | null;
			description?: string | null;
			image: components['schemas']['Image'] | null;
			orbit: components['schemas']['Orbit'] | null;
			agencies: components['schemas']['AgencyDetailed'][];
			info_urls: components['schemas']['InfoURL'][];
			vid_urls: components['schemas']['VidURL'][];
		};
		MissionPatch: {
			readonly id: number;
			name: string | null;
			priority?: number | null;
			/** Format: uri */
			image_url: string | null;
			agency: components['schemas']['AgencyMini'] | null;
			/** @default normal */
			readonly response_mode: string;
		};
		NetPrecision: {
			id: number;
			name?: string | null;
			abbrev?: string | null;
			description?: string | null;
		};
		Orbit: {
			readonly id: number;
			name: string | null;
			abbrev: string | null;
			celestial_body: components['schemas']['CelestialBodyMini'] | null;
		};
		Pad: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			active?: boolean | null;
			agencies: components['schemas']['AgencyNormal'][];
			name?: string | null;
			image: components['schemas']['Image'] | null;
			description?: string | null;
			/** Format: uri */
			info_url?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
			/** Format: uri */
			map_url?: string | null;
			/** Format: double */
			latitude?: number | null;
			/** Format: double */
			longitude?: number | null;
			country: components['schemas']['Country'] | null;
			/** Format: uri */
			map_image?: string | null;
			total_launch_count?: number | null;
			orbital_launch_attempt_count?: number | null;
			readonly fastest_turnaround: string | null;
			location: components['schemas']['Location'] | null;
		};
		PaginatedDockingLocationList: {
			/** @example 123 */
			count: number;
			/**
			 * Format: uri
			 * @example http://api.example.org/accounts/?offset=400&limit=100
			 */
			next?: string | null;
			/**
			 * Format: uri
			 * @example http://api.example.org/accounts/?offset=200&limit=100
			 */
			previous?: string | null;
			results: components['schemas']['DockingLocation'][];
		};
		PaginatedPolymorphicDockingEventEndpointList: {
			/** @example 123 */
			count: number;
			/**
			 * Format: uri
			 * @example http://api.example.org/accounts/?offset=400&limit=100
			 */
			next?: string | null;
			/**
			 * Format: uri
			 * @example http://api.example.org/accounts/?offset=200&limit=100
			 */
			previous?: string | null;
			results: components['schemas']['PolymorphicDockingEventEndpoint'][];
		};
		PayloadFlightMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			destination?: string | null;
			amount?: number | null;
			payload: components['schemas']['PayloadMini'] | null;
			launch: components['schemas']['LaunchMini'] | null;
			landing: components['schemas']['Landing'] | null;
		};
		PayloadFlightNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			destination?: string | null;
			amount?: number | null;
			payload: components['schemas']['PayloadNormal'] | null;
			launch: components['schemas']['LaunchNormal'] | null;
			landing: components['schemas']['Landing'] | null;
		};
		PayloadMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			name?: string | null;
			type: components['schemas']['PayloadType'] | null;
			manufacturer: components['schemas']['AgencyMini'] | null;
			operator: components['schemas']['AgencyMini'] | null;
			image: components['schemas']['Image'] | null;
		};
		PayloadNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			name?: string | null;
			type: components['schemas']['PayloadType'] | null;
			manufacturer: components['schemas']['AgencyNormal'] | null;
			operator: components['schemas']['AgencyNormal'] | null;
			image: components['schemas']['Image'] | null;
			/** Format: uri */
			wiki_link?: string | null;
			/** Format: uri */
			info_link?: string | null;
			program: components['schemas']['ProgramMini'][];
			/** Cost (USD) */
			cost?: number | null;
			/**
			 * Mass (kg)
			 * Format: double
			 */
			mass?: number | null;
			description?: string | null;
		};
		PayloadType: {
			id: number;
			name?: string | null;
		};
		PolymorphicDockingEventEndpoint:
			| components['schemas']['DockingEventEndpointNormal']
			| components['schemas']['DockingEventEndpointDetailed'];
		ProgramMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			image: components['schemas']['Image'] | null;
			/** Format: uri */
			info_url?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
		};
		ProgramNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			image: components['schemas']['Image'] | null;
			/** Format: uri */
			info_url?: string | null;
			/** Format: uri */
			wiki_url?: string | null;
			description?: string | null;
			agencies: components['schemas']['AgencyMini'][];
			/** Format: date-time */
			start_date?: string | null;
			/** Format: date-time */
			end_date?: string | null;
			mission_patches: components['schemas']['MissionPatch'][];
			type: components['schemas']['ProgramType'] | null;
		};
		ProgramType: {
			id: number;
			name?: string | null;
		};
		RocketNormal: {
			readonly id: number;
			configuration: components['schemas']['LauncherConfigList'] | null;
		};
		SocialMedia: {
			readonly id: number;
			name?: string | null;
			/** Format: uri */
			url: string | null;
			logo: components['schemas']['Image'] | null;
		};
		SocialMediaLink: {
			readonly id: number;
			social_media: components['schemas']['SocialMedia'] | null;
			/** Format: uri */
			url: string | null;
		};
		SpaceStationMini: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			image: components['schemas']['Image'] | null;
		};
		SpaceStationNormal: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			image: components['schemas']['Image'] | null;
			status: components['schemas']['SpaceStationStatus'] | null;
			/** Format: date */
			founded: string | null;
			/** Format: date */
			deorbited?: string | null;
			description: string | null;
			readonly orbit: string | null;
			type: components['schemas']['SpaceStationType'] | null;
		};
		SpaceStationStatus: {
			readonly id: number;
			name: string | null;
		};
		SpaceStationType: {
			readonly id: number;
			name: string | null;
		};
		SpacecraftConfigFamilyMini: {
			/** @default list */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
		};
		SpacecraftConfigFamilyNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			name: string | null;
			description?: string | null;
			manufacturer: components['schemas']['AgencyMini'] | null;
			parent: components['schemas']['SpacecraftConfigFamilyMini'] | null;
			/**
			 * Maiden Flight Date
			 * Format: date
			 */
			maiden_flight?: string | null;
		};
		SpacecraftConfigNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			type: components['schemas']['SpacecraftConfigType'] | null;
			agency: components['schemas']['AgencyMini'] | null;
			family: components['schemas']['SpacecraftConfigFamilyNormal'][] | null;
			in_use?: boolean | null;
			image: components['schemas']['Image'] | null;
		};
		SpacecraftConfigType: {
			readonly id: number;
			name: string | null;
		};
		SpacecraftFlightMini: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			destination?: string | null;
			/** Format: date-time */
			mission_end?: string | null;
			spacecraft: components['schemas']['SpacecraftNormal'] | null;
			launch: components['schemas']['LaunchMini'] | null;
			landing: components['schemas']['Landing'] | null;
			readonly duration: string | null;
			readonly turn_around_time: string | null;
		};
		SpacecraftFlightNormal: {
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			destination?: string | null;
			/** Format: date-time */
			mission_end?: string | null;
			spacecraft: components['schemas']['SpacecraftNormal'] | null;
			launch: components['schemas']['LaunchNormal'] | null;
			landing: components['schemas']['Landing'] | null;
			readonly duration: string | null;
			readonly turn_around_time: string | null;
			/** @default normal */
			readonly response_mode: string;
		};
		SpacecraftNormal: {
			/** @default normal */
			readonly response_mode: string;
			readonly id: number;
			/** Format: uri */
			readonly url: string | null;
			name: string | null;
			serial_number?: string | null;
			is_placeholder?: boolean | null;
			readonly image: components['schemas']['Image'] | null;
			in_space?: boolean | null;
			readonly time_in_space: string | null;
			readonly time_docked: string | null;
			flights_count: number | null;
			mission_ends_count?: number | null;
			status: components['schemas']['SpacecraftStatus'] | null;
			description: string | null;
			spacecraft_config: components['schemas']['SpacecraftConfigNormal'] | null;
			readonly fastest_turnaround: string | null;
		};
		SpacecraftStatus: {
			readonly id: number;
			name: string | null;
		};
		VidURL: {
			priority?: number | null;
			source?: string | null;
			publisher?: string | null;
			title?: string | null;
			description?: string | null;
			/** Format: uri */
			feature_image?: string | null;
			/** Format: uri */
			url: string | null;
			type: components['schemas']['VidURLType'] | null;
			language: components['schemas']['Language'] | null;
			/** Format: date-time */
			start_time?: string | null;
			/** Format: date-time */
			end_time?: string | null;
			live?: boolean | null;
		};
		VidURLType: {
			readonly id: number;
			name: string | null;
		};
		Detail: {
			detail: string;
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	docking_events_list: {
		parameters: {
			query?: {
				/** @description Docking is greater than */
				docking__gt?: string;
				/** @description Docking is greater than or equal to */
				docking__gte?: string;
				/** @description Docking is less than */
				docking__lt?: string;
				/** @description Docking is less than or equal to */
				docking__lte?: string;
				docking_location__id?: number;
				flight_vehicle_chaser__id?: number;
				/** @description Number of results to return per page. */
				limit?: number;
				/** @description Level of detail in the response. */
				mode?: 'detailed' | 'normal';
				/** @description The initial index from which to return the results. */
				offset?: number;
				/** @description Which field to use when ordering the results. */
				ordering?: string;
				/** @description A search term. */
				search?: string;
				space_station_target__id?: number;
				/** @description `json`, or `api` for a readable page; without it the Accept header decides. */
				format?: 'json' | 'api';
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PaginatedPolymorphicDockingEventEndpointList'];
				};
			};
			/** @description Not changed since the ETag or the date that the client named. */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description A filter that cannot be read. */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': {
						[key: string]: string[];
					};
				};
			};
			/** @description The Accept header names nothing that is served. */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
		};
	};
	docking_events_retrieve: {
		parameters: {
			query?: {
				/** @description `json`, or `api` for a readable page; without it the Accept header decides. */
				format?: 'json' | 'api';
				/** @description Level of detail in the response; detailed when left out. */
				mode?: 'detailed' | 'normal';
			};
			header?: never;
			path: {
				/** @description A unique integer value identifying this docking event. */
				id: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PolymorphicDockingEventEndpoint'];
				};
			};
			/** @description Not changed since the ETag or the date that the client named. */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description No such document. */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
			/** @description The Accept header names nothing that is served. */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
		};
	};
	config_docking_locations_list: {
		parameters: {
			query?: {
				/** @description Number of results to return per page. */
				limit?: number;
				/** @description The initial index from which to return the results. */
				offset?: number;
				/** @description Which field to use when ordering the results. */
				ordering?: string;
				/** @description A search term. */
				search?: string;
				/** @description `json`, or `api` for a readable page; without it the Accept header decides. */
				format?: 'json' | 'api';
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PaginatedDockingLocationList'];
				};
			};
			/** @description Not changed since the ETag or the date that the client named. */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The Accept header names nothing that is served. */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
		};
	};
	config_docking_locations_retrieve: {
		parameters: {
			query?: {
				/** @description `json`, or `api` for a readable page; without it the Accept header decides. */
				format?: 'json' | 'api';
			};
			header?: never;
			path: {
				/** @description A unique integer value identifying this Docking Location. */
				id: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['DockingLocation'];
				};
			};
			/** @description Not changed since the ETag or the date that the client named. */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description No such document. */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
			/** @description The Accept header names nothing that is served. */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
		};
	};
	api_throttle_list: {
		parameters: {
			query?: {
				/** @description `json`, or `api` for a readable page; without it the Accept header decides. */
				format?: 'json' | 'api';
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description OK */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['APIThrottle'][];
				};
			};
			/** @description Not changed since the ETag or the date that the client named. */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The Accept header names nothing that is served. */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Detail'];
				};
			};
		};
	};
}
