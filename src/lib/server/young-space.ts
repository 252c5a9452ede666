import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap where everything new is made as small as it is now. V8 would let it
 * grow to 134 MB under load and seldom give it back; it answers no faster for that.
 */
export function keepYoungSpaceSmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
}
