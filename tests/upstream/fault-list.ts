import type { Answer } from './api.ts';
import {
	isDeliveryFault,
	meets,
	spoil,
	type DeliveryFault,
	type Fault,
	type FaultContext,
	type FaultScope
} from './faults.ts';

/** The faults asked for. */
export interface FaultList {
	/** Returns a function that clears it. */
	add(fault: Fault, scope?: FaultScope): () => void;
	clear(): void;
	/** The answer with every fault that meets it, and the first fault of delivery. */
	apply(
		answer: Answer,
		context: FaultContext
	): { readonly answer: Answer; readonly delivery: DeliveryFault | undefined };
}

interface Active {
	readonly fault: Fault;
	readonly path: RegExp;
	timesLeft: number;
}

/** A list without faults. */
export function createFaultList(): FaultList {
	const active = new Set<Active>();
	const spend = (entry: Active) => {
		entry.timesLeft -= 1;
		if (entry.timesLeft <= 0) active.delete(entry);
	};
	return {
		add(fault, { path = /(?:)/, times } = {}) {
			const isOnce = fault.kind === 'insert' || fault.kind === 'remove';
			const entry = { fault, path, timesLeft: times ?? (isOnce ? 1 : Infinity) };
			active.add(entry);
			return () => void active.delete(entry);
		},
		clear: () => active.clear(),
		apply(given, context) {
			let answer = given;
			let delivery: DeliveryFault | undefined;
			for (const entry of [...active]) {
				const { fault, path } = entry;
				if (!path.test(context.url.pathname) || !meets(fault, answer)) continue;
				if (!isDeliveryFault(fault)) answer = spoil(answer, fault, context);
				else if (delivery) continue;
				else delivery = fault;
				spend(entry);
			}
			return { answer, delivery };
		}
	};
}
