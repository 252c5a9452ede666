import { parseArgs } from 'node:util';
import type { Fault } from './faults.ts';
import { generateEvents } from './generate.ts';
import { oddDocuments } from './odd-events.ts';
import { startUpstream } from './server.ts';

const usage = `node tests/upstream/cli.ts [options]: a stand-in for Launch Library 2
  --port 8099             a free one when not given
  --count 650 --seed 1    generated docking events, until now
  --odd                   and one of every odd kind
  --calls-per-hour 15     no limit when not given
  --token abc             callers with this token have no limit
  --fault '{"kind":"status","status":500}'   any fault of faults.ts that JSON can tell`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		count: { type: 'string', default: '650' },
		seed: { type: 'string', default: '1' },
		odd: { type: 'boolean', default: false },
		'calls-per-hour': { type: 'string' },
		token: { type: 'string' },
		fault: { type: 'string', multiple: true, default: [] },
		help: { type: 'boolean', default: false }
	}
});

if (values.help) {
	console.log(usage);
	process.exit(0);
}

const until = new Date().toISOString();
const documents = generateEvents({ count: Number(values.count), seed: Number(values.seed), until });
const callsPerHour = values['calls-per-hour'];
const upstream = await startUpstream({
	port: Number(values.port),
	documents: values.odd ? [...documents, ...oddDocuments(undefined, until)] : documents,
	...(callsPerHour !== undefined && { callsPerHour: Number(callsPerHour) }),
	...(values.token !== undefined && { token: { value: values.token } })
});
for (const fault of values.fault) upstream.fault(JSON.parse(fault) as Fault);
upstream.onCall(({ at, method, path, query, status }) => {
	const question = query.size ? `?${query}` : '';
	console.log(`${new Date(at).toISOString()} ${status ?? '---'} ${method} ${path}${question}`);
});
console.log(
	`Stand-in for Launch Library 2 with ${upstream.documents.length} events: ${upstream.url}`
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void upstream.close());
