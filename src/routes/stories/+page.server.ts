import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { drawPicture } from '$lib/export/picture.ts';
import { writeSvg } from '$lib/export/write-svg.ts';
import { readView } from '$lib/server/requests.ts';
import type { PageServerLoad } from './$types';

const pictureSize = { widthPx: 1280, heightPx: 400 };

/** Every mark and state with made-up stays; only where the app is developed. */
export const load: PageServerLoad = async ({ url }) => {
	// So written that a build leaves the stories out.
	const { stories } = dev
		? await import('$lib/timeline/stories/stories.ts')
		: error(404, 'Stories are shown by the development server alone.');
	const theme = readView(url.searchParams).theme === 'dark' ? 'dark' : 'light';
	return {
		stories: stories.map((story) => {
			const { scene, title } = story;
			const words = { title, subtitle: story.tells, foot: [] };
			const picture = drawPicture({ scene, zone: 'UTC', theme, ...pictureSize, ...words });
			return { ...story, picture: writeSvg(picture, { ...pictureSize, name: title }) };
		})
	};
};
