/** Where Launch Library 2 lives; a served document names the stand-in's own address instead. */
export const apiRoot = 'https://ll.thespacedevs.com/2.3.0';

const mediaRoot = 'https://thespacedevs-prod.nyc3.digitaloceanspaces.com/media/images';

/** The address of one document of the API: `…/2.3.0/agencies/88/`. */
export function apiUrl(collection: string, id: number | string): string {
	return `${apiRoot}/${collection}/${id}/`;
}

/** A function that gives each key's object, made once: documents share their parts. */
export function shared<K, V>(keys: Iterable<K>, make: (key: K) => V): (key: K) => V {
	const made = new Map([...keys].map((key) => [key, make(key)]));
	return (key) => {
		const value = made.get(key);
		if (value === undefined) throw new RangeError(`nothing made for ${String(key)}`);
		return value;
	};
}

/** The small `{id, name}` objects that Launch Library 2 uses for types and statuses. */
export function named(id: number, name: string) {
	return { id, name };
}

/** An image in full, as it hangs on stations, spacecraft, launches and agencies. */
export function image(id: number, name: string) {
	const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}_image_${id}`;
	return {
		id,
		name: `[AUTO] ${name} - image`,
		image_url: `${mediaRoot}/${file}.png`,
		thumbnail_url: `${mediaRoot}/${file}_thumbnail.png`,
		credit: null as string | null,
		license: { id: 1, name: 'Unknown', priority: 9, link: null as string | null },
		single_use: true,
		variants: [] as { id: number; type: { id: number; name: string }; image_url: string }[]
	};
}

export type FullImage = ReturnType<typeof image>;

const countryNames = {
	CN: [6, 'China', 'CHN', 'Chinese', 'Sino'],
	JP: [3, 'Japan', 'JPN', 'Japanese', 'Japano'],
	RU: [1, 'Russia', 'RUS', 'Russian', 'Russo'],
	US: [2, 'United States of America', 'USA', 'American', 'Americano']
} as const;

export type CountryCode = keyof typeof countryNames;

/** A country in full. */
export function country(code: CountryCode) {
	const [id, name, alpha3, nationality, composed] = countryNames[code];
	return {
		id: id as number,
		name: name as string,
		alpha_2_code: code as string,
		alpha_3_code: alpha3 as string,
		nationality_name: nationality as string,
		nationality_name_composed: composed as string
	};
}

/** ISO 8601 duration as Launch Library 2 writes it: `P297DT14H44M`. */
export function duration(fromMs: number, toMs: number): string {
	const totalSeconds = Math.max(0, Math.round((toMs - fromMs) / 1000));
	const days = Math.floor(totalSeconds / 86_400);
	const hours = Math.floor(totalSeconds / 3600) % 24;
	const minutes = Math.floor(totalSeconds / 60) % 60;
	const seconds = totalSeconds % 60;
	const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
	return `P${days}DT${time || '0S'}`;
}

/** `2024-01-17T17:46:00Z`, whole seconds. */
export function isoSecond(atMs: number): string {
	return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}
