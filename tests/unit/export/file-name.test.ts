import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { fileName } from '../../../src/lib/export/file-name.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';

const now = at('2026-10-08T12:00Z');
const stay = { id: 1, docking: '2026-01-02T03:04Z' };

function nameOf(query: string, plans: readonly EventPlan[] = [stay], size = '') {
	const catalogue = buildCatalogue(plans.map(makeEvent));
	const view = parseView(new URLSearchParams(query));
	return fileName(catalogue, view, now, { extension: 'png', size });
}

describe('fileName', () => {
	const year = 'from=2025-01-01&to=2025-12-31';

	it.each([
		['', 'berthline-2025-04-08-to-2026-12-08.png'],
		[year, 'berthline-2025-01-01-to-2025-12-31.png'],
		[`station=4&${year}`, 'berthline-iss-2025-01-01-to-2025-12-31.png'],
		[`station=4&kind=crew,cargo&${year}`, 'berthline-iss-crew-cargo-2025-01-01-to-2025-12-31.png'],
		[`station=4,other&${year}`, 'berthline-iss-other-2025-01-01-to-2025-12-31.png'],
		[`station=4,77,78,79&${year}`, 'berthline-4-places-2025-01-01-to-2025-12-31.png'],
		['from=2025-01-01T06:00Z&to=2025-01-01T18:00Z', 'berthline-2025-01-01-to-2025-01-01.png']
	])('of %j is %s', (query, expected) => {
		expect(nameOf(query)).toBe(expected);
	});

	it('names a port, and a size', () => {
		const plan = { ...stay, portId: 32, portName: 'Tianhe aft' };
		expect(nameOf(`port=32&${year}`, [plan], '3840x2160')).toBe(
			'berthline-tianhe-aft-2025-01-01-to-2025-12-31-3840x2160.png'
		);
	});

	it.each([
		['"; filename="x.exe', 'filename-x-exe'],
		['../../etc/passwd', 'etc-passwd'],
		['line\r\nbreak', 'line-break'],
		['Café', 'cafe'],
		['天宫', ''],
		['x'.repeat(300), 'x'.repeat(40)],
		[`${'x'.repeat(39)} y`, 'x'.repeat(39)]
	])('keeps of the name %j what is safe in a header and on every disk', (portName, kept) => {
		const name = nameOf(`port=32&${year}`, [{ ...stay, portId: 32, portName }]);
		expect(name).toBe(`berthline-${kept}${kept && '-'}2025-01-01-to-2025-12-31.png`);
	});
});
