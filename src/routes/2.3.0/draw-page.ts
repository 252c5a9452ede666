import { render } from 'svelte/server';
import ApiPage from './ApiPage.svelte';
import type { PageFacts } from '$lib/server/ll2-api/api.ts';

/** The readable page of an answer, as a whole HTML document; names in it are text. */
export function drawApiPage(facts: PageFacts): string {
	const { head, body } = render(ApiPage, { props: { ...facts } });
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}
