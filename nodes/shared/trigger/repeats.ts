import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { remembered } from '../ground/memory';
import { asText } from '../ground/values';
import { inTime } from '../ground/wait';

/** Delivery IDs that n8n keeps for one node; all of them are read and written for each delivery. */
const MOST_KEPT = 1_000;
/** IDs of this process that are recorded anew with each delivery. */
const MOST_RECENT = 20;
/** Another process may make n8n's record for a node at the same moment: the second one fails. */
const ATTEMPTS = 3;
/** What one attempt may take: n8n's database may never answer, and all later runs of the node wait. Milliseconds. */
const RECORD_MS = 10_000;

/** Runs that a person asks for: a test, or the "Retry" of a run that had crashed. */
const BY_HAND = ['manual', 'retry'];

/**
 * The trigger's own step of a run: drops a delivery that another run has had, also in another process
 * or before a restart, by n8n's store of processed items. What a person asks for is never dropped, and
 * neither is what cannot be looked up: a second run is better than none.
 */
export async function dropRepeats(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const id = asText(items[0]?.json.deliveryId);
	const { checkProcessedAndRecord } = context.helpers;
	if (id === undefined || BY_HAND.includes(context.getMode()) || !checkProcessedAndRecord) {
		return [items];
	}
	const store: Recorder = async (ids) =>
		(await checkProcessedAndRecord(ids, 'node', { mode: 'entries', maxEntries: MOST_KEPT })).new;
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const record: Recorder = async (ids) => await recordAgain(recentOf(key), ids, store);
	return [(await isNew(key, id, record)) ? items : []];
}

/** Records IDs, and gives those that were not there. */
type Recorder = (ids: string[]) => Promise<unknown[]>;

/** What this process has recorded lately, by node. */
const recent = remembered('recent repeats', () => new Map<string, Set<string>>());

function recentOf(key: string): Set<string> {
	const known = recent.get(key) ?? new Set();
	recent.set(key, known);
	return known;
}

/**
 * Records IDs, and once more those of late: workers write n8n's record as a whole, so that one can
 * overwrite what another has just added. What is known here is no longer new, whatever became of it.
 */
export async function recordAgain(
	known: Set<string>,
	ids: string[],
	record: Recorder,
): Promise<string[]> {
	const unknown = ids.filter((id) => !known.has(id));
	if (!unknown.length) return [];
	const fresh = new Set(await record([...known, ...unknown]));
	for (const id of unknown) known.add(id);
	for (const id of known) if (known.size > MOST_RECENT) known.delete(id);
	return unknown.filter((id) => fresh.has(id));
}

interface Waiting {
	id: string;
	tell: (isNew: boolean) => void;
}

/** IDs that wait for the record of their node, which is read, changed and written by n8n. */
const queues = remembered('queued repeats', () => new Map<string, Waiting[]>());

/**
 * True when the ID was not recorded yet. n8n's record knows no locks, so within a process one call
 * follows the other, and what arrived meanwhile goes together.
 */
export async function isNew(key: string, id: string, record: Recorder): Promise<boolean> {
	return await new Promise<boolean>((tell) => {
		const queue = queues.get(key);
		if (queue) {
			queue.push({ id, tell });
			return;
		}
		queues.set(key, [{ id, tell }]);
		void empty(key, record);
	});
}

async function empty(key: string, record: Recorder): Promise<void> {
	for (;;) {
		const together = queues.get(key)?.splice(0) ?? [];
		if (!together.length) break;
		const ids = [...new Set(together.map(({ id }) => id))];
		const fresh = new Set(await recorded(ids, record));
		// The first of several with one ID is the new one.
		for (const { id, tell } of together) tell(fresh.delete(id));
	}
	queues.delete(key);
}

/** Both databases say so of a record that another process has made at the same moment: ours was not made then. */
const IS_CLASH = /\bunique\b/i;

/**
 * The IDs that were not recorded yet. Only what surely made no record is tried again: after any other failure, and
 * where no answer came in time, the record may be there, and the next attempt would take these deliveries for repeats.
 */
async function recorded(ids: string[], record: Recorder): Promise<unknown[]> {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		let isClash = false;
		const fresh = await inTime(RECORD_MS, record(ids)).catch((failure: unknown) => {
			isClash = IS_CLASH.test(String(failure));
			return undefined;
		});
		if (fresh) return fresh;
		if (!isClash) break;
	}
	return ids;
}
