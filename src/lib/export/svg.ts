/** Text in a picture, placed by its base line. */
export interface TextMark {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly size: number;
	readonly weight: Weight;
	readonly fill: string;
	/** Where `x` is; the text's beginning when left out. */
	readonly anchor?: 'middle' | 'end';
}

export type Weight = 400 | 500 | 600;

/** A piece of a picture: SVG as it stands, or text that may yet become outlines. */
export type Mark = string | TextMark;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element as text; numbers are rounded, what is undefined is left out. */
export function element(name: string, attributes: Attributes, content?: string): string {
	const written = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined
			? []
			: [` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`]
	);
	const open = `<${name}${written.join('')}`;
	return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** A number to a hundredth, without zeros at its end. */
export function rounded(value: number): string {
	return String(Math.round(value * 100) / 100 || 0);
}

/** Letters that XML cannot hold, whatever is done to them. */
const forbidden =
	/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\u{D800}-\u{DFFF}]/gu;
const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** `text` as XML text or attribute; what XML cannot hold becomes the sign for an unknown letter. */
export function escapeXml(text: string): string {
	return text.replace(forbidden, '\u{FFFD}').replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** A mark as SVG text, in the typeface of the picture. */
export function drawText({ x, y, text, size, weight, fill, anchor }: TextMark): string {
	return element(
		'text',
		{
			x,
			y,
			'font-size': size,
			'font-weight': weight,
			fill,
			'text-anchor': anchor
		},
		escapeXml(text)
	);
}
