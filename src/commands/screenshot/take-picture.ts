import type { Browser } from '@playwright/test';
import { shownAddress } from './address.ts';
import { capture } from './capture.ts';
import { exitCodes, ScreenshotFailure } from './failure.ts';
import type { Format } from './format.ts';
import { openPage } from './open-page.ts';
import type { Picture } from './picture.ts';
import { paperMm, pxPerMm } from './presets.ts';
import type { Size } from './size.ts';
import { keepStill } from './still-page.ts';

export interface TakeOptions {
	readonly browser: Browser;
	/** Where the picture's page is. */
	readonly url: string;
	/** How long the page may take until it is drawn. */
	readonly limitMs?: number;
}

/** How long a page may take until it is drawn, in milliseconds. */
export const drawnLimitMs = 30_000;

/**
 * The bytes of `picture`. Rejects with a ScreenshotFailure when its page does not answer, answers
 * with an error, or is not drawn in time.
 */
export async function takePicture(picture: Picture, options: TakeOptions): Promise<Buffer> {
	const { browser, url, limitMs = drawnLimitMs } = options;
	const { target, isPrint } = picture;
	const context = await browser.newContext({
		viewport: viewportOf(picture),
		deviceScaleFactor: picture.scale,
		colorScheme: isPrint ? 'light' : target.colorScheme,
		reducedMotion: 'reduce',
		locale: 'en-GB',
		serviceWorkers: 'block'
	});
	try {
		const page = await context.newPage();
		await page.emulateMedia({ media: isPrint ? 'print' : 'screen' });
		await keepStill(page, target.now);
		await openPage(page, url, { name: shownAddress(target), limitMs });
		const bytes = await capture(page, picture);
		checkSize(bytes, picture);
		return bytes;
	} finally {
		await context.close();
	}
}

/** On paper the page is as wide as what is printed of it, so that it is laid out for that. */
function viewportOf({ size, isPrint, format }: Picture): Size {
	if (!isPrint || format !== 'pdf') return size;
	const marginPx = 2 * paperMm.margin * pxPerMm;
	return {
		width: Math.max(1, Math.floor(size.width - marginPx)),
		height: Math.max(1, Math.floor(size.height - marginPx))
	};
}

/** A browser that runs short of memory gives less than it was asked for. */
function checkSize(bytes: Buffer, { format, size, scale }: Picture): void {
	const made = pixelsOf(bytes, format);
	if (made && made.width === size.width * scale && made.height === size.height * scale) return;
	if (format === 'pdf' && bytes.length > 0) return;
	throw new ScreenshotFailure(
		exitCodes.failed,
		'The browser could not draw that many pixels: make the picture smaller.'
	);
}

/** What the header says; undefined for what is no whole picture of the kind that browsers write. */
function pixelsOf(bytes: Buffer, format: Format): Size | undefined {
	if (bytes.length < 32) return undefined;
	if (format === 'png') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	const isExtendedWebp = bytes.toString('latin1', 12, 16) === 'VP8X';
	if (!isExtendedWebp) return undefined;
	return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}
