import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { explain, inOneText } from '../ground/explain';
import { Fault, FormIssue, type FaultDetails } from '../ground/failures';
import { checkHost } from '../ground/host';
import { remembered } from '../ground/memory';
import { nodeError } from '../ground/nodeError';
import { Client } from '../wire/client';
import type { ApiRequest, Query, Reply } from '../wire/request';
import type { Vendor } from '../wire/vendor';
import { logWarning } from './failure';
import { formReader, type TriggerForm } from './form';
import {
	advance,
	inOrder,
	isUnseen,
	readState,
	toStored,
	unseen,
	type Entry,
	type PollState,
} from './pollState';
import { newest, sweep, type ReadPage } from './sweep';

/** The next poll comes soon, so that this one need not wait for long, in milliseconds. */
export const PATIENCE_MS = 10_000;
/** What a poll may take where n8n does not say, in milliseconds; its own limit is five minutes. */
const BUDGET_MS = 240_000;
/** Requests of one poll, which takes 300 at the very worst: a list that never ends must not be read for ever. */
const MOST_REQUESTS = 1_000;
/** Of an entry that is passed over, in n8n's log; characters. */
const SHOWN_OF_ROW = 200;
/** Events that a manual run shows. */
const SHOWN = 5;
const HOUR_MS = 3_600_000;
/**
 * How far the vendor's clock may go back, in milliseconds: what it makes then is older than what was seen before,
 * and would count as done. So far back everything is read again, beside the overlap of the form.
 */
const CLOCK_MS = 15 * 60_000;

/** What is said about a poll that fails. */
export interface Polled {
	vendor: Vendor;
	form: TriggerForm;
	/** What a poll does, as errors name it: "Look for new events". */
	action: string;
}

/** A list of the vendor's that is polled. All functions but `items` are pure; `poll` does the rest. */
export interface Polling extends Polled {
	/** A page of the list, counted from 1. `more` is what `amend` has added. */
	page: (page: number, size: number, more: Query) => ApiRequest;
	rows: (reply: Reply) => IDataObject[] | undefined;
	isLast: (reply: Reply) => boolean;
	count: (reply: Reply) => number | undefined;
	/** True for a refusal that means that there is no such page. */
	isBeyond: (fault: FaultDetails, page: number) => boolean;
	/** What to change about the query when it was refused, or its rows lack something. */
	amend: (outcome: Outcome) => Query | undefined;
	/** What to say about a row without an ID or without the moment of its creation. */
	entryOf: (row: IDataObject) => Entry | FormIssue;
	/** @throws FormIssue on bad input */
	settings: (parameters: Parameters) => PollSettings;
	/** True for what starts the workflow. It must not influence the state. */
	isWanted: (parameters: Parameters) => (row: IDataObject) => boolean;
	/** One item for each row, in their order. */
	items: (
		rows: IDataObject[],
		parameters: Parameters,
		context: IPollFunctions,
	) => Promise<INodeExecutionData[]>;
}

/** How a page was answered. */
export interface Outcome {
	fault?: FaultDetails;
	rows?: IDataObject[];
}

export interface PollSettings {
	/** How late an entry may turn up in the list, in milliseconds, above 0. */
	overlapMs: number;
	/** How far to go back after a time offline, in hours; undefined: to where the last poll ended. */
	mostHours?: number;
}

/** Nodes that are polled at this moment: n8n starts a poll even when the one before has not ended. */
const busy = remembered('polls', () => new Set<string>());

/** Forgets them; for tests, in which a poll may be left behind that ran out of time. */
export function forgetPolls(): void {
	busy.clear();
}

/**
 * One poll: what is new in the list since the last one, each entry once. The first poll remembers where
 * it starts and gives nothing; a manual run gives the newest entries and changes nothing. The state is
 * written when everything has been read and made into items, so that a poll that fails leaves all to
 * the next one. docs/design.md#static-data and docs/design.md#polling.
 * @returns null when nothing is new
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function poll(
	context: IPollFunctions,
	polling: Polling,
): Promise<INodeExecutionData[][] | null> {
	checkHost(context.getNode());
	const isUnderWay = () => readState(context.getWorkflowStaticData('node')) !== undefined;
	return await pollAlone(context, polling, isUnderWay, async (isManual) =>
		isManual ? await show(context, polling) : await look(context, polling),
	);
}

/**
 * One poll of a node, never two of them at the same time.
 * @param isUnderWay true once an earlier poll has left a state
 * @returns null when there is nothing to start with
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function pollAlone(
	context: IPollFunctions,
	polled: Polled,
	isUnderWay: () => boolean,
	work: (isManual: boolean) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[][] | null> {
	const isManual = context.getMode() === 'manual';
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id, isManual]);
	if (busy.has(key)) return null;
	busy.add(key);
	try {
		const items = await work(isManual);
		return items.length ? [items] : null;
	} catch (failure) {
		throw complaint(context, polled, failure, isUnderWay);
	} finally {
		busy.delete(key);
	}
}

/** What to do, and that nothing is lost: whoever is on call need not look for what was missed. */
function complaint(
	context: IPollFunctions,
	{ vendor, form, action: deed }: Polled,
	failure: unknown,
	hasBegun: () => boolean,
): Error {
	const onLimit = 'Poll less often (Poll Times).';
	const isManual = context.getMode() === 'manual';
	const isUnderWay = !isManual && hasBegun();
	// The first poll is a part of the publication.
	const action = isManual || isUnderWay ? deed : 'Publish';
	const said = explain(failure, vendor, { action, properties: form, onLimit });
	const description = isUnderWay ? `${said.description} ${CATCHES_UP}` : said.description;
	const whole = { ...said, description };
	return nodeError(context.getNode(), failure, isManual ? whole : inOneText(whole));
}

const CATCHES_UP = 'Nothing is lost: the next poll goes on where the last good one ended.';

async function look(context: IPollFunctions, polling: Polling): Promise<INodeExecutionData[]> {
	const isLate = clock(context);
	const parameters = formReader(context, polling.form);
	const { overlapMs: chosenMs, mostHours } = polling.settings(parameters);
	const overlapMs = chosenMs + CLOCK_MS;
	const isWanted = polling.isWanted(parameters);
	const client = await Client.open(context, polling.vendor, { patienceMs: PATIENCE_MS });
	const stored = context.getWorkflowStaticData('node');
	const now = () => Date.now() + (client.gate.skewMs ?? 0);
	const state = recent(readState(stored), now(), mostHours);
	const isDone = (entry: Entry) => state !== undefined && !isUnseen(state, entry);
	const reach = { since: state?.since, overlapMs, now, isLate, isDone };
	const found = await sweep(reader(context, client, polling), reach);
	const next = found
		? advance(state, found, overlapMs)
		: (state ?? { since: now() - overlapMs, seen: new Map() });
	const fresh = state && found ? unseen(state, found).map(({ row }) => row) : [];
	const items = await polling.items(fresh.filter(isWanted), parameters, context);
	Object.assign(stored, toStored(next));
	return items;
}

/** A person looks at the node: some events to go on with, and the published workflow's state is left alone. */
async function show(context: IPollFunctions, polling: Polling): Promise<INodeExecutionData[]> {
	const parameters = formReader(context, polling.form);
	polling.settings(parameters);
	const isWanted = polling.isWanted(parameters);
	const client = await Client.open(context, polling.vendor, { patienceMs: PATIENCE_MS });
	const entries = (await newest(reader(context, client, polling))).sort(inOrder);
	const rows = entries.map(({ row }) => row).filter(isWanted);
	if (!rows.length) {
		throw new FormIssue(
			entries.length
				? `None of the newest ${entries.length} entries passes the filters`
				: 'The list is empty',
			'There is nothing to show yet. The published workflow starts with the next one that passes.',
		);
	}
	return await polling.items(rows.slice(-SHOWN), parameters, context);
}

/** Says when to come to an end. n8n tells it since 2.41; a part of it is kept for the rest of the work. */
function clock(context: IPollFunctions): () => boolean {
	const given: unknown =
		typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : undefined;
	const end = Date.now() + Math.min(BUDGET_MS, Number(given ?? BUDGET_MS)) / 2;
	return () => Date.now() > end;
}

/** What is too old to be of interest counts as done. */
function recent(
	state: PollState | undefined,
	now: number,
	mostHours: number | undefined,
): PollState | undefined {
	if (!state || mostHours === undefined) return state;
	return { ...state, since: Math.max(state.since, now - mostHours * HOUR_MS) };
}

function reader(context: IPollFunctions, client: Client, polling: Polling): ReadPage {
	let more: Query = {};
	let asked = 0;
	let isAnyGood = false;
	const passedOver = new Set<string>();
	const passOver = (row: IDataObject, why: string) => {
		const text = JSON.stringify(row).slice(0, SHOWN_OF_ROW);
		if (!passedOver.has(text)) logWarning(context, `an entry was passed over. ${why} ${text}`);
		passedOver.add(text);
	};
	const isWhole = (reply: Reply) => polling.rows(reply) !== undefined;
	const send = async (page: number, size: number) => {
		if ((asked += 1) > MOST_REQUESTS) throw endless();
		const request = client.connection.finish(polling.page(page, size, more));
		return await client.send(request, 'read', { isWhole });
	};
	/** False once the change was made and did not help. */
	const isAmended = (outcome: Outcome) => {
		const change = polling.amend(outcome) ?? {};
		const isNew = Object.keys(change).some((name) => !(name in more));
		more = { ...more, ...change };
		return isNew;
	};
	const read: ReadPage = async (page, size) => {
		const reply = await send(page, size).catch(async (failure: unknown) => {
			if (!(failure instanceof Fault)) throw failure;
			if (polling.isBeyond(failure.details, page)) return undefined;
			if (!isAmended({ fault: failure.details })) throw failure;
			return await send(page, size);
		});
		if (!reply) return;
		const rows = polling.rows(reply) ?? [];
		if (isAmended({ rows })) return await read(page, size);
		const entries = entriesOf(rows, polling, isAnyGood, passOver);
		isAnyGood ||= entries.length > 0;
		return {
			entries,
			isLast: polling.isLast(reply),
			count: polling.count(reply),
		};
	};
	return read;
}

function endless(): FormIssue {
	return new FormIssue(
		`The list did not come to its end within ${MOST_REQUESTS} requests`,
		'Check whether a gateway in between drops the query of the address, so that each page is the first one.',
	);
}

/**
 * The entries of a page. One that cannot be told from others is passed over: it must not hold up what comes
 * after it.
 * @param isAnyGood true once this poll has met one that can
 * @throws FormIssue when all of several are like that: then the list itself leaves something out
 */
function entriesOf(
	rows: IDataObject[],
	{ entryOf }: Polling,
	isAnyGood: boolean,
	passOver: (row: IDataObject, why: string) => void,
): Entry[] {
	const read = rows.map((row) => ({ row, entry: entryOf(row) }));
	const entries = read.flatMap(({ entry }) => (entry instanceof FormIssue ? [] : [entry]));
	for (const { row, entry } of read) {
		if (!(entry instanceof FormIssue)) continue;
		if (!isAnyGood && !entries.length && rows.length > 1) throw entry;
		passOver(row, `${entry.message}.`);
	}
	return entries;
}
