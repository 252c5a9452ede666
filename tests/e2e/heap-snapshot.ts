import type { CDPSession } from '@playwright/test';

/** The bytes that a page's scripts hold. */
export interface Heap {
	/** All that the heap uses, after a collection. */
	readonly usedBytes: number;
	/** Objects, arrays, texts, closures: all that a leak is made of. */
	readonly dataBytes: number;
	/** What the browser has compiled; it grows for a while as more of it runs hot. */
	readonly codeBytes: number;
}

interface Snapshot {
	readonly snapshot: {
		readonly meta: {
			readonly node_fields: readonly string[];
			readonly node_types: readonly [readonly string[], ...unknown[]];
		};
	};
	readonly nodes: readonly number[];
}

/** What of a heap is not the page's own data: compiled code, and the browser's own objects. */
const foreign = new Set(['native', 'synthetic']);

/** The heap of the page at `session`, after a collection. */
export async function heapOf(session: CDPSession): Promise<Heap> {
	const chunks: string[] = [];
	const gather = ({ chunk }: { chunk: string }) => chunks.push(chunk);
	session.on('HeapProfiler.addHeapSnapshotChunk', gather);
	await session.send('HeapProfiler.enable');
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize: usedBytes } = await session.send('Runtime.getHeapUsage');
	await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	session.off('HeapProfiler.addHeapSnapshotChunk', gather);
	const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
	const { node_fields: fields, node_types: types } = snapshot.meta;
	const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
	let [dataBytes, codeBytes] = [0, 0];
	for (let at = 0; at < nodes.length; at += fields.length) {
		const type = types[0][nodes[at + typeAt]!]!;
		const bytes = nodes[at + sizeAt]!;
		if (type === 'code') codeBytes += bytes;
		else if (!foreign.has(type)) dataBytes += bytes;
	}
	return { usedBytes, dataBytes, codeBytes };
}
