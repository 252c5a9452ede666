import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { pairs } from 'd3';
import { quantile } from './loader.ts';
import type { Gesture } from './timeline-gestures.ts';
import type { ProbedWindow } from './timeline-probe.ts';

/** How a page's frames went while a gesture lasted, in milliseconds between one and the next. */
export interface Frames {
	readonly p50Ms: number;
	readonly p95Ms: number;
	/** Also of what came up to a quarter of a second after each half. */
	readonly worstMs: number;
	/** Frames that the browser really drew: those in which something on the page had changed. */
	readonly drawn: number;
	readonly inputs: number;
	/** False when bars stood in the middle of the gesture where they had stood before. */
	readonly hasMoved: boolean;
	/** True when the moving canvas had less than half of `fullCoverage`, as it has at rest. */
	readonly isPartial: boolean;
}

const afterwardsMs = 250;
const coverageEveryMs = 1000;

/**
 * Measures both halves of a gesture.
 *
 * Frames drawn are counted by the browser's compositor, through its own trace of `DrawFrame`, the
 * event that developer tools count frames by: it comes once for each frame that had damage,
 * whether that came from DOM, SVG, canvas or a layer that was only moved. It needs nothing from the
 * chart, and counts zero on a page where nothing changes. As a colour that follows the mouse counts
 * as well, `hasMoved` tells by the bars themselves whether the view moved at all.
 */
export async function measureFrames(
	page: Page,
	session: CDPSession,
	gesture: Gesture,
	fullCoverage: number | undefined
): Promise<Frames> {
	const view = () => page.evaluate(() => (window as unknown as ProbedWindow).timelineProbe.view());
	const before = await view();
	const trace = await startTrace(session);
	const there = await measureHalf(page, gesture.there);
	const between = await view();
	const back = await measureHalf(page, gesture.back);
	const drawn = (await trace.end()).filter((name) => name === 'DrawFrame').length;
	const during = [...there.during, ...back.during].sort((a, b) => a - b);
	return {
		p50Ms: quantile(during, 0.5),
		p95Ms: quantile(during, 0.95),
		worstMs: Math.max(...during, ...there.after, ...back.after),
		drawn,
		inputs: gesture.inputs,
		hasMoved: between !== before,
		isPartial: (there.coverage ?? 1) < (fullCoverage ?? 0) / 2
	};
}

/** How much of a canvas bars cover when no more of them come; undefined where bars are elements. */
export async function coverageAtRest(page: Page): Promise<number | undefined> {
	for (let former = -1; ; await delay(coverageEveryMs)) {
		const coverage = await page.evaluate(() =>
			(window as unknown as ProbedWindow).timelineProbe.coverage()
		);
		if (coverage === undefined || coverage <= former) return coverage;
		former = coverage;
	}
}

async function measureHalf(page: Page, half: () => Promise<void>) {
	await page.evaluate(() => (window as unknown as ProbedWindow).timelineProbe.start());
	await half();
	const { instants, coverage } = await page.evaluate(async () => {
		const { timelineProbe } = window as unknown as ProbedWindow;
		const instants = [...(await timelineProbe.caughtUp())];
		return { instants, coverage: timelineProbe.coverage() };
	});
	await page.evaluate(() => (window as unknown as ProbedWindow).timelineProbe.start());
	await delay(afterwardsMs);
	const later = await page.evaluate(() => (window as unknown as ProbedWindow).timelineProbe.stop());
	return { during: gapsOf(instants), after: gapsOf(later), coverage };
}

function gapsOf(instants: readonly number[]): number[] {
	return pairs(instants, (a, b) => b - a);
}

async function startTrace(session: CDPSession) {
	const names: string[] = [];
	session.on('Tracing.dataCollected', ({ value }) => {
		for (const event of value as { name?: string }[]) names.push(event.name ?? '');
	});
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: {
			includedCategories: [
				'devtools.timeline.frame',
				'disabled-by-default-devtools.timeline.frame'
			],
			excludedCategories: ['*']
		}
	});
	return {
		async end(): Promise<readonly string[]> {
			const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
			await session.send('Tracing.end');
			await complete;
			return names;
		}
	};
}
