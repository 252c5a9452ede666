import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';

/** One half of a gesture; the other brings the view back. Resolves when the page has had it all. */
export type Half = () => Promise<void>;

/** A gesture that goes somewhere and comes back. */
export interface Gesture {
	readonly name: 'pan' | 'zoom';
	/** Inputs of both halves together. */
	readonly inputs: number;
	readonly there: Half;
	readonly back: Half;
}

/** In the middle of every chart's plot, in pixels of the window. */
const middle = { x: 860, y: 520 };
const frameMs = 1000 / 60;
const dragSteps = 60;
const dragStepPx = 2;
const wheelSteps = 30;
/** With ctrl the wheel is a pinch, whose steps are finer. */
const wheelPx = { none: 50, ctrl: 5 } as const;
const keyBits = { none: 0, ctrl: 2 } as const;

/** What is held while the wheel turns. */
export type WheelKey = keyof typeof keyBits;

/** The mouse held down and moved, there and back. */
export function drag(session: CDPSession): Gesture {
	const mouse = (type: string, x: number) =>
		session.send('Input.dispatchMouseEvent', {
			type: type as 'mouseMoved',
			...middle,
			x,
			button: 'left',
			buttons: type === 'mouseReleased' ? 0 : 1,
			clickCount: 1
		});
	const farX = middle.x + dragSteps * dragStepPx;
	return {
		name: 'pan',
		inputs: 2 * dragSteps,
		async there() {
			await mouse('mousePressed', middle.x);
			await paced(dragSteps, (step) => mouse('mouseMoved', middle.x + step * dragStepPx));
		},
		async back() {
			await paced(dragSteps, (step) => mouse('mouseMoved', farX - step * dragStepPx));
			await mouse('mouseReleased', middle.x);
		}
	};
}

/** The wheel turned at one point: in, and out again. */
export function turnWheel(session: CDPSession, key: WheelKey): Gesture {
	const turn = (direction: number) =>
		paced(wheelSteps, () => wheel(session, key, direction * wheelPx[key]));
	return { name: 'zoom', inputs: 2 * wheelSteps, there: () => turn(-1), back: () => turn(1) };
}

/** The mouse brought to where gestures begin. */
export async function pointAtMiddle(session: CDPSession): Promise<void> {
	await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...middle });
}

/** One turn of the wheel; positive turns zoom out or scroll down. */
export async function wheel(session: CDPSession, key: WheelKey, deltaY: number): Promise<void> {
	await session.send('Input.dispatchMouseEvent', {
		type: 'mouseWheel',
		...middle,
		deltaX: 0,
		deltaY,
		modifiers: keyBits[key]
	});
}

/**
 * Sends `count` inputs, one a frame as a hand does, whether or not the page keeps up: the browser
 * merges those that a slow page has not taken yet. Resolves when the page has taken the last.
 */
async function paced(count: number, send: (step: number) => Promise<unknown>): Promise<void> {
	const taken: Promise<unknown>[] = [];
	let dueAt = performance.now();
	for (let step = 1; step <= count; step++) {
		const sent = send(step);
		// It is awaited below; a browser that is closed before must not end the whole run.
		sent.catch(() => undefined);
		taken.push(sent);
		dueAt = Math.max(dueAt + frameMs, performance.now());
		await delay(Math.max(0, dueAt - performance.now()));
	}
	await Promise.all(taken);
}
