/** Makes the production build, unless it is there already, and notes what it was made of. */
import { buildApp } from './app-build/build-app.ts';
import { projectFolder } from './project.ts';

const outcome = await buildApp({
	projectFolder,
	onBuild: () => console.error('Building …'),
	onFailure: (output) => process.stderr.write(output)
});
if (outcome === 'failed') process.exitCode = 1;
else console.error(outcome === 'built' ? 'Built.' : 'The build is current.');
