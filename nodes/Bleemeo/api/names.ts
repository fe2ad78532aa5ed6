import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';

import { unless } from '../../shared/ground/failures';
import { asText } from '../../shared/ground/values';
import { inTime } from '../../shared/ground/wait';
import { Client } from '../../shared/wire/client';
import type { Gate } from '../../shared/wire/gate';
import type { ApiRequest } from '../../shared/wire/request';
import { metricLabel } from './metricLabel';
import { bleemeo, recordOf } from './profile';
import { nameOf } from './record';

/** An event is waiting to be worked on: all pauses of one request, and all that a run waits, in milliseconds. */
const PATIENCE_MS = 5_000;
const RUN_PATIENCE_MS = 10_000;
/** Names that are looked up for one run; a poll after a long pause may bring hundreds. */
const MOST_LOOKED_UP = 50;
const AT_ONCE = 5;
/** Names that are remembered for each credential, and how long one that was found, or was not, holds. */
const MOST_KNOWN = 2_000;
const KNOWN_MS = 3_600_000;
const MISSING_MS = 600_000;

/** "Add Names", for both triggers' "Options". */
export const addNames: INodeProperties = {
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: false,
	description:
		"Whether to look up the names of agent and metric, which events refer to by IDs only: 'service', 'agentName' and 'metricName' are then filled. Needs the Bleemeo API credential. An event whose names cannot be looked up starts the workflow without them.",
};

/** Names by what they were asked for: a kind and an ID. */
type Names = Map<string, string>;

interface Known {
	name?: string;
	until: number;
}

/** In this process, one memory for each credential: another one may not be allowed to see the same. */
const memories = new WeakMap<Gate, Map<string, Known>>();

const KINDS: { [kind in 'agent' | 'metric']: { fields: string; label: typeof metricLabel } } = {
	agent: { fields: 'id,display_name,fqdn', label: nameOf },
	metric: { fields: 'id,label,item,labels_text', label: metricLabel },
};

/**
 * The items of a trigger with the names of their agents and metrics, as far as they can be had: never
 * throws, and loses no item. docs/facts/bleemeo.md#webhooks.
 * @param patienceMs how long the items may wait for it; what comes later is for the next run
 */
export async function withNames(
	context: IExecuteFunctions | IPollFunctions,
	items: INodeExecutionData[],
	patienceMs = RUN_PATIENCE_MS,
): Promise<INodeExecutionData[]> {
	const wanted = new Set(items.flatMap(({ json }) => missingIn(json)));
	if (!wanted.size) return items;
	const names: Names = new Map();
	try {
		const client = await Client.open(context, bleemeo, { patienceMs: PATIENCE_MS });
		await inTime(patienceMs, lookUp(client, [...wanted], names));
	} catch (failure) {
		const text = failure instanceof Error ? failure.message : String(failure);
		context.logger.warn(`Names were not looked up at Bleemeo: ${text}`);
	}
	return items.map((item) => ({ ...item, json: named(item.json, names) }));
}

/** The item with the names that it lacks. Pure. */
export function named(json: IDataObject, names: ReadonlyMap<string, string>): IDataObject {
	const agentName = json.agentName ?? names.get(keyOf('agent', json.agentId)) ?? null;
	const metricName = json.metricName ?? names.get(keyOf('metric', json.metricId)) ?? null;
	const full = { ...json, agentName, metricName };
	// Without "Simplify" there is no record to complete.
	if (!('provider' in json)) return full;
	const about = [agentName, metricName].filter(Boolean).join(' - ');
	const word = asText(json.vendorStatus);
	return {
		...full,
		// As Bleemeo itself words it: "web-1 - cpu_used is CRITICAL".
		title: json.title ?? (about && word ? `${about} is ${word.toUpperCase()}` : about || null),
		service: json.service ?? agentName,
	};
}

function missingIn({ agentId, agentName, metricId, metricName }: IDataObject): string[] {
	return [
		...(agentId && !agentName ? [keyOf('agent', agentId)] : []),
		...(metricId && !metricName ? [keyOf('metric', metricId)] : []),
	];
}

const keyOf = (kind: keyof typeof KINDS, id: unknown) => `${kind} ${String(id).toLowerCase()}`;

/** @throws Fault when Bleemeo cannot be asked; what is found until then is in `names` */
async function lookUp(client: Client, keys: string[], names: Names): Promise<void> {
	const memory = memoryOf(client);
	const account = asText(client.credential.accountId) ?? '';
	const unknown = keys.filter((key) => {
		const known = memory.get(`${account} ${key}`);
		if (known?.name !== undefined) names.set(key, known.name);
		return !known || known.until < Date.now();
	});
	for (let from = 0; from < Math.min(unknown.length, MOST_LOOKED_UP); from += AT_ONCE) {
		const some = unknown.slice(from, Math.min(from + AT_ONCE, MOST_LOOKED_UP));
		const asked = some.map(async (key) => {
			const name = await nameBehind(client, key);
			remember(memory, `${account} ${key}`, name);
			if (name !== undefined) names.set(key, name);
		});
		// The others of a group may find something although one has failed.
		await Promise.allSettled(asked);
		await Promise.all(asked);
	}
}

/** Undefined for what is not there, or not for this user to see. */
async function nameBehind(client: Client, key: string): Promise<string | undefined> {
	const [kind, id] = key.split(' ') as [keyof typeof KINDS, string];
	const { fields, label } = KINDS[kind];
	const request: ApiRequest = {
		method: 'GET',
		path: `/v1/${kind}/${encodeURIComponent(id)}/`,
		query: { fields },
	};
	const reply = await unless([403, 404], client.send(client.connection.finish(request), 'read'));
	const [found] = (reply && recordOf(reply)) ?? [];
	return found && label(found);
}

function memoryOf({ gate }: Client): Map<string, Known> {
	const memory = memories.get(gate) ?? new Map<string, Known>();
	memories.set(gate, memory);
	return memory;
}

function remember(memory: Map<string, Known>, key: string, name: string | undefined): void {
	memory.delete(key);
	memory.set(key, { name, until: Date.now() + (name === undefined ? MISSING_MS : KNOWN_MS) });
	const [oldest] = memory.keys();
	if (memory.size > MOST_KNOWN) memory.delete(oldest);
}
