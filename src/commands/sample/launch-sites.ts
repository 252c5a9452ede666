/** A launch pad and where it is; the pad's name is null where only the place is known. */
export interface LaunchSite {
	readonly pad: string | null;
	readonly location: string;
}

const baikonur = 'Baikonur Cosmodrome';
const cape = 'Cape Canaveral Space Force Station';
const jiuquan = 'Jiuquan Satellite Launch Center';
const wallops = 'Wallops Island';
const wenchang = 'Wenchang Space Launch Site';

/** The spellings of `stays.csv`. */
const sites: Readonly<Record<string, LaunchSite>> = {
	'KSC, LC-39A': { pad: 'LC-39A', location: 'Kennedy Space Center' },
	'CCSFS, SLC-40': { pad: 'SLC-40', location: cape },
	'Cape Canaveral, SLC-40': { pad: 'SLC-40', location: cape },
	'Space Launch Complex 40, Cape Canaveral SFS': { pad: 'SLC-40', location: cape },
	'CCSFS, LC-41': { pad: 'SLC-41', location: cape },
	'CCSFS, SLC-41': { pad: 'SLC-41', location: cape },
	'Site 31/6, Baikonur': { pad: 'Site 31/6', location: baikonur },
	'31/6, Baikonur Cosmodrome': { pad: 'Site 31/6', location: baikonur },
	'Site 31, Baikonur': { pad: 'Site 31', location: baikonur },
	'MARS, Pad 0A': { pad: 'Pad 0A', location: wallops },
	'Wallops, Pad 0A': { pad: 'Pad 0A', location: wallops },
	'Wallops Island, Pad 0A': { pad: 'Pad 0A', location: wallops },
	'Tanegashima, LA-Y2': { pad: 'LA-Y2', location: 'Tanegashima Space Center' },
	'201, Wenchang Space Launch Site': { pad: '201', location: wenchang },
	'Wenchang Space Launch Site': { pad: null, location: wenchang },
	'Launch Area 91, Jiuquan Satellite Launch Center': { pad: 'Launch Area 91', location: jiuquan },
	'Jiuquan Satellite Launch Center': { pad: null, location: jiuquan }
};

/** The site that `text` names, undefined when it is empty; throws an Error for an unknown one. */
export function launchSiteOf(text: string): LaunchSite | undefined {
	if (!text) return undefined;
	const site = sites[text];
	if (!site) throw new Error(`unknown launch site "${text}"`);
	return site;
}
