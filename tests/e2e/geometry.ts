import type { Page } from '@playwright/test';

/** A box in px of the window, and what it is of. */
interface Box {
	readonly what: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Everything about the page's drawing that a reader would call broken, in words; none is good. */
export async function flawsOf(page: Page): Promise<string[]> {
	return [
		...(await textFlawsOf(page)),
		...collisions(await axisTexts(page)),
		...(await labelFlaws(page))
	];
}

/** The same of everything but the drawing: a page that scrolls sideways, and texts that are cut. */
export async function textFlawsOf(page: Page): Promise<string[]> {
	return [...(await sidewaysScroll(page)), ...(await clippedTexts(page))];
}

async function sidewaysScroll(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px in ${clientWidth} px`] : [];
	});
}

/** The axis' texts as they are seen. */
function axisTexts(page: Page): Promise<Box[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('.axis text, .axis .tick')]
			.filter((text) => text.checkVisibility())
			.map((text) => {
				const range = document.createRange();
				range.selectNodeContents(text);
				const box = text instanceof SVGElement ? text : range;
				const { left, right, top, bottom } = box.getBoundingClientRect();
				return { what: text.textContent.trim(), left, right, top, bottom };
			})
	);
}

/** Pairs of boxes that cover more than half a pixel of each other. */
function collisions(boxes: readonly Box[]): string[] {
	return boxes.flatMap((a, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(b) =>
					Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
					Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5
			)
			.map((b) => `“${a.what}” and “${b.what}” collide`)
	);
}

/**
 * Names of stays that leave their plot, or the bar that they stand in, cover another name of their
 * lane, or stand on a mark that is not their own.
 */
function labelFlaws(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const flaws: string[] = [];
		const leaves = (box: DOMRect, plot: DOMRect) =>
			box.left < plot.left - 0.5 || box.right > plot.right + 0.5;
		for (const lane of document.querySelectorAll('[data-port] > .plot')) {
			const plot = lane.getBoundingClientRect();
			const marks = [...lane.querySelectorAll('[data-event], [data-run]')].map((mark) => ({
				mark,
				box: mark.getBoundingClientRect()
			}));
			const labels = [...lane.querySelectorAll('.label')]
				.filter((label) => label.checkVisibility())
				.map((label) => ({ label, box: label.getBoundingClientRect() }));
			for (const { label, box } of labels) {
				const name = `“${label.textContent}”`;
				const stay = label.closest('[data-event]')!;
				if (leaves(box, plot)) flaws.push(`${name} leaves its plot`);
				if (label.matches('.inside') && leaves(box, stay.getBoundingClientRect()))
					flaws.push(`${name} leaves its bar`);
				const meets = (other: DOMRect) =>
					Math.min(box.right, other.right) - Math.max(box.left, other.left) > 0.5 &&
					Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4;
				for (const other of labels)
					if (other.label !== label && meets(other.box))
						flaws.push(`${name} covers “${other.label.textContent}”`);
				for (const other of marks)
					if (other.mark !== stay && meets(other.box))
						flaws.push(`${name} stands on ${other.mark.getAttribute('aria-label')?.split(',')[0]}`);
			}
		}
		return flaws;
	});
}

/**
 * Texts cut by their own box, or by the window; what lies in a box that scrolls sideways, and is
 * itself within the window, can be brought there.
 */
function clippedTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const isBeyond = (element: Element) =>
			element.getBoundingClientRect().right > window.innerWidth + 1;
		const canBeScrolled = (element: Element): boolean => {
			const box = element.parentElement;
			if (!box) return false;
			const scrolls = ['auto', 'scroll'].includes(getComputedStyle(box).overflowX);
			return (scrolls && !isBeyond(box)) || canBeScrolled(box);
		};
		return [...document.querySelectorAll('h1, h2, h3, p, a.button, summary, label, dt, dd, th, td')]
			.filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
			.filter((element) => {
				const { overflowX } = getComputedStyle(element);
				const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
				return isCut || (isBeyond(element) && !canBeScrolled(element));
			})
			.map((element) => `“${element.textContent.trim().slice(0, 40)}” is cut`);
	});
}
