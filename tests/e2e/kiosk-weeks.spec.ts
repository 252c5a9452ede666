import { startWeeks } from './kiosk-weeks.ts';
import { expect, test } from './quiet-page.ts';

test.use({
	expectedNoise: [/Failed to load resource|net::ERR_/],
	// Frames of a small screen cost less; what is kept is the same.
	viewport: { width: 1280, height: 720 }
});
test.describe.configure({ timeout: 300_000 });

// `npm run bench kiosk` does the same with 10,000 turns.
test('after hundreds of turns and refreshes a kiosk holds no more than after a few', async ({
	page,
	app
}) => {
	const weeks = await startWeeks(page, app.url);
	await weeks.turn(100);
	const early = await weeks.held();
	await weeks.turn(300);
	const late = await weeks.held();
	expect(late.nodes).toBe(early.nodes);
	expect(late.listeners).toBe(early.listeners);
	expect(late.timers).toBe(early.timers);
	expect(late.dataBytes).toBeLessThan(early.dataBytes * 1.1);
	await weeks.close();
});
