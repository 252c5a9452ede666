/** What JSON can hold. */
export type JsonValue =
	string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A JSON object: a document as received. */
export type JsonObject = { readonly [key: string]: JsonValue };
