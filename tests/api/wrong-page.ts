import { ask } from './ask.ts';

/** A link as a reader has it. */
export interface Link {
	readonly href: string;
	readonly text: string;
}

/** The links of a page by their addresses and words, as a browser reads both. */
export function linksOf(html: string): Link[] {
	return [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href, text]) => ({
		href: plain(href!),
		text: plain(text!)
	}));
}

function plain(html: string): string {
	return html.replace(/&(amp|quot|#39|lt|gt);/g, (_, name: string) => {
		const entities: Record<string, string> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' };
		return entities[name]!;
	});
}

/** The page at `url`, which says what is wrong: its links, and its main part's words without tags. */
export async function readWrongPage(url: string) {
	const { status, text } = await ask(url);
	const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(text) ?? [];
	const words = plain(main.replace(/<!--.*?-->|<[^>]*>/g, ' ').replace(/\s+/g, ' '));
	const links = linksOf(main.replace(/<!--.*?-->/g, ''));
	return { status, words, links, hrefOf: (words: string) => find(links, words) };
}

/** Where the first link with these words leads to. */
export function find(links: readonly Link[], words: string): string | undefined {
	return links.find(({ text }) => text === words)?.href;
}
