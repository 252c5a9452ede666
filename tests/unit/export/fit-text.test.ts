import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceText, textWidth, wrapText, type Room } from '../../../src/lib/export/fit-text.ts';

const words = fc.array(fc.stringMatching(/^[A-Za-z0-9-]{1,14}$/), { minLength: 1, maxLength: 20 });
const room = fc.record({
	size: fc.constantFrom(12, 16, 28),
	weight: fc.constantFrom(400 as const, 600 as const),
	width: fc.integer({ min: 60, max: 900 }),
	most: fc.integer({ min: 1, max: 4 })
});
const isIn = (lines: readonly string[], { size, weight, width }: Room) =>
	lines.every((line) => line === '…' || textWidth(line, size, weight) <= width);

describe('text in its room', () => {
	it('never leaves it, nor has more lines than there may be', () => {
		fc.assert(
			fc.property(words, room, (parts, given) => {
				for (const lines of [
					wrapText(parts.join(' '), given),
					balanceText(parts.join(' '), given)
				]) {
					expect(lines.length).toBeLessThanOrEqual(given.most);
					expect(isIn(lines, given)).toBe(true);
				}
			})
		);
	});

	it('loses no word where there is no ellipsis', () => {
		fc.assert(
			fc.property(words, room, (parts, given) => {
				const text = parts.join(' ');
				const lines = balanceText(text, given);
				if (!lines.join('').includes('…')) expect(lines.join(' ')).toBe(text);
			})
		);
	});

	it.each(['8 Oct 2026', '17 Jan', '31 Dec 2026,'])('never breaks within the date %s', (date) => {
		fc.assert(
			fc.property(words, room, (parts, given) => {
				const wide = { ...given, width: Math.max(given.width, 220), most: 30 };
				const text = [...parts, date, ...parts].join(' ');
				expect(wrapText(text, wide).some((line) => line.includes(date))).toBe(true);
			})
		);
	});

	it('has no word alone on its last line when it is balanced', () => {
		const given = { size: 28, weight: 600, width: 900, most: 3 } as const;
		const text = 'On 8 Oct 2026, five craft were docked at the International Space Station';
		expect(wrapText(text, given).at(-1)).toBe('Station');
		const lines = balanceText(text, given);
		expect(lines).toHaveLength(2);
		const [first = 0, second = 0] = lines.map((line) => textWidth(line, 28, 600));
		expect(second / first).toBeGreaterThan(0.7);
	});
});
