import { exitCodes } from './failure.ts';
import { kioskNames, pageNames } from './options.ts';
import { presets } from './presets.ts';

/** What `--help` says. */
export function helpText(): string {
	const presetLines = Object.entries(presets).map(
		([name, { size, purpose }]) =>
			`    ${name.padEnd(10)}${`${size.width}x${size.height}`.padEnd(12)}${purpose}`
	);
	return `Pictures of any page, as a browser shows it. (The timeline alone, drawn for a slide, is at
/timeline.png of a running server.)

  npm run screenshot -- --url "/kiosk?station=4" --size 3840x2160 --theme dark --out iss.png
  npm run screenshot -- --station 18 --from 2024-01-01 --preset paper --out tiangong.pdf
  npm run screenshot -- --url http://localhost:3000/kiosk --now 2026-10-08T12:00Z
  npm run screenshot -- --batch slides.json --theme dark

Page
  --url ADDRESS     a path such as /kiosk?station=4, "/" when left out: the command then starts
                    Berthline by itself, on your archive, without calls to Launch Library 2
                    (unless LL2_BASE_URL is set); or the whole address of a running server
  --NAME VALUE      any name of the page's query, such as --station 4; it replaces the url's
    of /            ${list(pageNames)}
    of /kiosk       ${list(kioskNames)}
  --now INSTANT     stops the page's clock: the same picture each time
  --theme THEME     light, dark or auto, which is light here

Picture
  --size WxH        the page's size in CSS pixels, 1920x1080 when left out
  --width W, --height H
                    one of both; the other is the preset's
  --scale N         so many pixels for each CSS pixel: 1, 2, 3 or 4 (a PDF has none)
  --format FORMAT   png, pdf or webp; when left out, as the name of --out ends, else png
  --preset NAME     a size that goes by a name; --size rules over it
${presetLines.join('\n')}
  --out FILE        where to write; its folder is made, a file is replaced; "folder/" for a name by
                    default; "-" for stdout (with "npm run -s"). Left out: by page and --now, such
                    as berthline-kiosk-2026-10-08.png
  --batch FILE      several pictures: a JSON array of objects, or {"pictures": [ … ]}, with these
                    names: [{"url": "/kiosk", "station": [4, 18], "preset": "4k", "out": "a.png"}].
                    Other options of the command line hold for what an entry leaves open; --out is
                    then the folder
  --help            this

Exit codes
  ${exitCodes.done}    all pictures are made
  ${exitCodes.failed}    a page answered with an error or was not drawn within 30 seconds, or pictures failed
       for different reasons; the others of a batch are made
  ${exitCodes.usage}   an option or a batch file that cannot be used; nothing is made
  ${exitCodes.unavailable}   no browser, or no server
  ${exitCodes.cannotWrite}   a file that cannot be written
  78   a variable of the environment that cannot be used, as in npm start
  130  ended by Ctrl-C
`;
}

/** The names in lines that stay under a hundred letters. */
function list(names: readonly string[]): string {
	const perLine = 10;
	const lines: string[] = [];
	for (let at = 0; at < names.length; at += perLine)
		lines.push(names.slice(at, at + perLine).join(', '));
	return lines.join(`,\n${' '.repeat(20)}`);
}
