import { TZDateMini } from '@date-fns/tz/date/mini';
import { provideZones } from './zone.ts';

provideZones((zone) => (value) => new TZDateMini(+new Date(value), zone));
