/** No chart at all: what the machine, the browser and the measuring cost by themselves. */
import { chartElement } from './stays.ts';

chartElement().style.height = '800px';
