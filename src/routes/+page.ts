import type { PageLoad } from './$types';

/** The table comes with its code only where it is asked for. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	...(data.rows && { StayTable: (await import('./StayTable.svelte')).default })
});
