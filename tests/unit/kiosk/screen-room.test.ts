import { describe, expect, it } from 'vitest';
import { laneRoom, movementRoom } from '../../../src/lib/kiosk/screen-room.ts';

describe('laneRoom', () => {
	it.each([
		['a desk’s height', 35, 80, 20],
		['less than a lane’s height', 1.7, 80, 0],
		['names above their lanes', 37.5, 35.9, 10]
	])('%s: %d rem by %d rem hold %d lanes', (_, heightRem, widthRem, lanes) => {
		expect(laneRoom(heightRem, widthRem)).toBe(lanes);
	});
});

describe('movementRoom', () => {
	it.each([
		[3, 0],
		[5, 1],
		[12, 5]
	])('counts what fits under the list’s heading into %d rem: %d', (heightRem, movements) => {
		expect(Math.max(0, movementRoom(heightRem))).toBe(movements);
	});
});
