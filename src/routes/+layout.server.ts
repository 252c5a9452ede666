import { berthline } from '$lib/server/instance.ts';
import { ownOrigin } from '$lib/server/ll2-api/origin.ts';
import { sampleCredits } from '$lib/server/archive/sample/credits.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ depends, request, url }) => {
	depends('berthline:catalogue');
	const { source, updated, reason, nextRefresh, version, warnings } = (
		await berthline()
	).snapshot();
	return {
		/** Where readers find this server; undefined when nobody says so. */
		origin: ownOrigin(url, request.headers.get('host'), process.env),
		status: { source, updated, reason, nextRefresh, version, warnings },
		credits: source === 'sample' ? sampleCredits : []
	};
};
