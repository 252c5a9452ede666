import type { AgencyName } from './agencies.ts';
import { apiUrl, shared } from './parts.ts';

const soyuz = [21, 'Soyuz 2.1a', 'Soyuz'] as const;
const falcon = [164, 'Falcon 9', 'Falcon'] as const;
const longMarch = [100, 'Long March 7', 'Long March'] as const;

const rocketRows: Record<AgencyName, readonly [id: number, name: string, family: string]> = {
	casc: longMarch,
	cnsa: longMarch,
	jaxa: [504, 'H3-24', 'H3'],
	nasa: [137, 'Saturn V', 'Saturn'],
	northrop: falcon,
	roscosmos: soyuz,
	spacex: falcon
};

/** The rocket an agency's craft flies on (`LauncherConfigList`). */
export const rocketOf = shared(Object.keys(rocketRows) as AgencyName[], (agency) => {
	const [id, name, family] = rocketRows[agency];
	return {
		response_mode: 'list',
		id,
		url: apiUrl('launcher_configurations', id),
		name,
		families: [{ response_mode: 'list', id: id + 500, name: family }],
		full_name: agency === 'spacex' ? `${name} Block 5` : name,
		variant: agency === 'spacex' ? 'Block 5' : ''
	};
});
