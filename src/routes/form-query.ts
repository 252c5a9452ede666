/** The query that a GET form would send. */
export function formQuery(form: HTMLFormElement): URLSearchParams {
	const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	return new URLSearchParams(pairs);
}
