/** The second step of the build: the thread that draws pictures, beside what the adapter made. */
import { bundleWorker } from './bundle-worker.ts';

await bundleWorker('build');
