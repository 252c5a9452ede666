import { build } from 'vite';
import { workerFile } from '../../lib/server/pictures/worker-name.ts';
import { projectFolder } from '../project.ts';
import { bundledPackages } from './bundled.ts';

/**
 * Bundles the thread that draws pictures into `folder`: Vite bundles no threads of a server by
 * itself. Rejects when it cannot be made.
 */
export async function bundleWorker(folder: string): Promise<void> {
	await build({
		root: projectFolder,
		configFile: false,
		logLevel: 'warn',
		ssr: { noExternal: bundledPackages },
		build: {
			ssr: 'src/lib/server/pictures/worker.ts',
			outDir: folder,
			emptyOutDir: false,
			copyPublicDir: false,
			rolldownOptions: { output: { entryFileNames: workerFile } }
		}
	});
}
