/** What a lane needs, in rem: more where its name stands above it, in a chart under so many rem. */
const laneRem = { wide: 1.75, narrow: 3.75 };
const narrowRem = 36;
/** What a movement needs, and its list besides. */
const movementRem = 1.75;
const movementsRem = 3.25;

/** For how many lanes there is room in `heightRem` below the axis of a chart of `widthRem`. */
export function laneRoom(heightRem: number, widthRem: number): number {
	return Math.floor(heightRem / (widthRem < narrowRem ? laneRem.narrow : laneRem.wide));
}

/** How many movements find room in `heightRem` below the lanes; less than 1 where none does. */
export function movementRoom(heightRem: number): number {
	return Math.floor((heightRem - movementsRem) / movementRem);
}
