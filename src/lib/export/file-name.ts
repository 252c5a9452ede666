import { formatIso, type Instant } from '../time/instant.ts';
import { viewSpan } from '../view/view-span.ts';
import type { View } from '../view/view.ts';
import type { Catalogue } from '../docking/catalogue.ts';

/** No more places than this are named one by one. */
const mostNamed = 3;

/**
 * What a file of `view` is called, in ASCII that needs no quoting anywhere:
 * `berthline-iss-crew-2025-01-01-to-2025-12-31.csv`; the days are UTC, the last one included. `size`
 * tells pictures of one view apart: `1920x1080`.
 */
export function fileName(
	catalogue: Catalogue,
	view: View,
	now: Instant,
	{ extension, size = '' }: { readonly extension: string; readonly size?: string }
): string {
	const { stations, ports, kinds } = view.filter;
	const span = viewSpan(catalogue, view, now);
	const places = [
		...stations.map((id) => catalogue.hosts.get(`station:${id}`)?.shortName ?? 'other'),
		...ports.map((id) => catalogue.lanes.get(id)?.port.name ?? 'other')
	];
	const days = `${dayOf(span.from)}-to-${dayOf((span.to - 1) as Instant)}`;
	const named = places.length > mostNamed ? [`${places.length} places`] : places;
	const words = ['berthline', ...named, ...kinds, days, size].map(fileWord).filter(Boolean);
	return `${words.join('-')}.${extension}`;
}

function dayOf(at: Instant): string {
	return formatIso(at).slice(0, 10);
}

/** At most 40 letters without their accents, digits and single hyphens between them. */
function fileWord(text: string): string {
	const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return letters
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-/, '')
		.slice(0, 40)
		.replace(/-$/, '');
}
