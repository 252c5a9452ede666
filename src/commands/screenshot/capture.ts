import type { Page } from '@playwright/test';
import type { Instant } from '../../lib/time/instant.ts';
import { untilDrawn } from './open-page.ts';
import type { Picture } from './picture.ts';
import { paperMm } from './presets.ts';

/** A hundred megapixels on a slow machine take a while. */
const captureTimeoutMs = 5 * 60_000;
/** A file of two thirds of the PNG's size; the one without loss, at 100, is larger than the PNG. */
const webpQuality = 92;
/** A page that is a little too long for a sheet is made so much smaller at most. */
const leastSheetScale = 0.7;

/** The picture's bytes, of a page that is drawn. */
export function capture(page: Page, picture: Picture): Promise<Buffer> {
	switch (picture.format) {
		case 'png':
			return page.screenshot({ animations: 'disabled', timeout: captureTimeoutMs });
		case 'webp':
			return captureWebp(page, picture);
		case 'pdf':
			return capturePdf(page, picture);
	}
}

/** Playwright makes none; a session of its own has to be told the page's size again. */
async function captureWebp(page: Page, { size, scale }: Picture): Promise<Buffer> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setDeviceMetricsOverride', {
		...size,
		deviceScaleFactor: scale,
		mobile: false
	});
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: webpQuality
	});
	await session.detach();
	return Buffer.from(data, 'base64');
}

/** A sheet has as many pages as it needs; a picture of a screen is one page, that screen. */
async function capturePdf(page: Page, { size, isSheet, isPrint, target }: Picture) {
	const mm = (length: number) => `${length}mm`;
	const edge = isPrint ? mm(paperMm.margin) : '0';
	const bytes = await page.pdf({
		width: isSheet ? mm(paperMm.width) : `${size.width}px`,
		height: isSheet ? mm(paperMm.height) : `${size.height}px`,
		margin: { top: edge, right: edge, bottom: edge, left: edge },
		scale: isPrint ? await fitToSheet(page) : 1,
		printBackground: true,
		tagged: true,
		...(!isPrint && { pageRanges: '1' })
	});
	return target.now === undefined ? bytes : dated(bytes, target.now);
}

/**
 * The scale at which a page fits on one sheet, laid out for it; 1 when it fits as it is, or would
 * become too small.
 */
async function fitToSheet(page: Page): Promise<number> {
	const sheet = page.viewportSize();
	const neededPx = await page.evaluate(() => document.documentElement.scrollHeight);
	if (!sheet || neededPx <= sheet.height) return 1;
	const scale = Math.floor((sheet.height / neededPx) * 100) / 100;
	if (scale < leastSheetScale) return 1;
	await page.setViewportSize({
		width: Math.floor(sheet.width / scale),
		height: Math.floor(sheet.height / scale)
	});
	await untilDrawn(page);
	return scale;
}

/** With `at` for the dates of its making, so that the same picture is the same file. */
function dated(pdf: Buffer, at: Instant): Buffer {
	const digits = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
	const text = pdf.toString('latin1');
	const same = text.replace(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, `$1${digits}`);
	return Buffer.from(same, 'latin1');
}
