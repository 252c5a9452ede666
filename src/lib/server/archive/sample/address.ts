/** The first id that is the sample's own; Launch Library 2's are far below. */
const firstOwnId = 1_000_000;

/** Launch Library 2's address of a thing, null for things that it does not list. */
export function ll2Address(kind: string, id: number): string | null {
	return id < firstOwnId ? `https://ll.thespacedevs.com/2.3.0/${kind}/${id}/` : null;
}
