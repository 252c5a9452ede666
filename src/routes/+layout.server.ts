import { berthline } from '$lib/server/instance.ts';
import { sampleCredits } from '$lib/server/archive/sample/credits.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ depends }) => {
	depends('berthline:catalogue');
	const { source, updated, reason, nextRefresh, version, warnings } = (
		await berthline()
	).snapshot();
	return {
		status: { source, updated, reason, nextRefresh, version, warnings },
		credits: source === 'sample' ? sampleCredits : []
	};
};
