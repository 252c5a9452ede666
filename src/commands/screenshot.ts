/** `npm run screenshot -- [options]`: pictures of pages; `--help` tells the options. */
import { endWithNpm } from './serving/end-with-npm.ts';
import { runScreenshot } from './screenshot/run-screenshot.ts';

endWithNpm(process.env);
process.exitCode = await runScreenshot(process.argv.slice(2), process.env);
