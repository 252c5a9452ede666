import { loadOpenApi } from '../../../upstream/openapi.ts';

/** Checks a value against a schema of the API's own description. */
export const problemsIn = loadOpenApi(
	new URL('../../../../src/lib/server/ll2-api/openapi.json', import.meta.url)
);
