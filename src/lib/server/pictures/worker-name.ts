/** The bundle of `worker.ts`, in the folder of the build. */
export const workerFile = 'picture-worker.js';

/** The same while developing, from the project's folder. */
export const devWorkerFile = `.svelte-kit/${workerFile}`;
