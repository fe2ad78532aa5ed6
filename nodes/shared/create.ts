import type { IDataObject } from 'n8n-workflow';

import type { Client } from './http';
import { Fault } from './issues';
import type {
	ApiRequest,
	CreateOperation,
	CreatePlan,
	Existing,
	OpenOnes,
	Reply,
} from './operation';
import { pages } from './paging';
import type { Parameters } from './parameters';
import { asText } from './values';

/** Vendors' clocks are known to the second, and some times are cut to it. */
const CLOCK_TOLERANCE_MS = 2_000;
/** Rows that a search for what may have been created reads at most. */
const MOST_SEARCHED = 20_000;

/** Reads what an item says about duplicates. Pure. */
export function planCreate(parameters: Parameters): CreatePlan {
	const options = parameters.group('options');
	return {
		skipIfOpen: options.declares('skipIfOpen') && options.boolean('skipIfOpen') === true,
		failOnDuplicate:
			options.declares('onDuplicate') && options.option<string>('onDuplicate') === 'fail',
	};
}

/**
 * Creates one object, and exactly one as far as the vendor allows to tell: a request that brought no
 * clear answer is looked for before it is sent again, and a key that is taken is answered with what
 * has it. Creates that could not be told apart go one after the other.
 * @throws Fault when it was refused, or when nobody can tell what became of it
 */
export async function createOnce(
	client: Client,
	operation: Pick<CreateOperation, 'retry' | 'records' | 'existing'>,
	request: ApiRequest,
	plan: CreatePlan,
): Promise<IDataObject[]> {
	const { existing, records, retry } = operation;
	const { open } = existing;
	const object = existing.sent(request);
	const isWhole = (reply: Reply) => records(reply) !== undefined;
	const names = [existing.identity(object)];
	// Alike in all that counts for an open one, though perhaps not in their times.
	if (plan.skipIfOpen && open) names.push(open.problem(object));
	const turns = names.map((name) => `${request.path} ${name}`);
	const reply = await client.gate.inTurn(turns, async () => {
		if (plan.skipIfOpen && open) {
			const found = await findOpen(client, existing, open, object);
			if (found) return found;
		}
		const began = Date.now();
		const look = async () => await findCreated(client, existing, object, began);
		const sent = client.send(request, retry, { isWhole, look });
		return await sent.catch(async (failure: unknown) => {
			const met = meetDuplicate(client, existing, object, plan, began, failure);
			// Whatever goes wrong with looking, the user reads about the create.
			return await met.catch(async () => await sent);
		});
	});
	const made = records(reply) ?? [];
	for (const { id } of made) client.gate.claim(String(id));
	return made;
}

/** What was created since the request began, is what was sent, and belongs to no other create. */
async function findCreated(
	client: Client,
	existing: Existing,
	object: IDataObject,
	began: number,
): Promise<Reply | undefined> {
	const since = await vendorTime(client, existing, object, began);
	const wanted = existing.identity(object);
	const first = existing.recent(object, new Date(since).toISOString());
	for await (const page of search(client, existing, first)) {
		for (const row of page) {
			const id = asText(row.id);
			if (!id || timeOf(existing, row) < since || existing.identity(row) !== wanted) continue;
			if (client.gate.claim(id)) return await again(client, existing, row, object);
		}
		if (endsBefore(existing, page, since)) return;
	}
	return;
}

/** An open object that is about the same problem. */
async function findOpen(
	client: Client,
	existing: Existing,
	{ problem, isOpen, isLog, ends, list }: OpenOnes,
	object: IDataObject,
): Promise<Reply | undefined> {
	// What closes a problem is never skipped.
	if (!isOpen(object)) return;
	const wanted = problem(object);
	const over: IDataObject[] = [];
	let found: IDataObject | undefined;
	for await (const page of search(client, existing, list(object))) {
		if (ends) over.push(...page.filter((row) => !isOpen(row)));
		const same = page.filter((row) => problem(row) === wanted);
		const candidates = isLog ? same : same.filter(isOpen);
		found = newest(existing, found ? [found, ...candidates] : candidates);
		if (found && (!isLog || isNewestFirst(existing, page))) break;
	}
	if (!found || !asText(found.id) || !isOpen(found)) return;
	const [open, since] = [found, timeOf(existing, found)];
	if (over.some((row) => timeOf(existing, row) > since && ends?.(row, open))) return;
	client.notices.add(
		'Some items met something that was open already: it is returned, and nothing was created for them',
	);
	return await again(client, existing, found, object);
}

function newest(existing: Existing, rows: IDataObject[]): IDataObject | undefined {
	return rows.reduce<IDataObject | undefined>(
		(best, row) => (best && timeOf(existing, best) >= timeOf(existing, row) ? best : row),
		undefined,
	);
}

/**
 * What has the key of a create that failed: our own earlier attempt, or somebody else's create.
 * @throws the failure itself when it has nothing to do with the key, when nothing has the key, or
 * when the user wants a duplicate to count
 */
async function meetDuplicate(
	client: Client,
	existing: Existing,
	object: IDataObject,
	{ failOnDuplicate }: CreatePlan,
	began: number,
	failure: unknown,
): Promise<Reply> {
	const { list, isDuplicate } = existing.open ?? {};
	if (!(failure instanceof Fault) || !list || !isDuplicate) throw failure;
	const isTaken = isDuplicate(failure.details);
	if (!isTaken && !failure.details.outcomeUnknown) throw failure;

	const since = await vendorTime(client, existing, object, began);
	const open = await firstOf(search(client, existing, list(object)));
	const recent = existing.recent(object, new Date(since).toISOString());
	// Not open: it may be ours, and resolved or merged since.
	const found = open ?? (await firstOf(search(client, existing, recent)));
	const isOurs = found !== undefined && timeOf(existing, found) >= since;
	if (!found || (!isOurs && (!open || !isTaken || failOnDuplicate))) throw failure;
	if (!isOurs) {
		client.notices.add(
			'Some items met an open incident with the same key: it is returned, and nothing was created for them',
		);
	}
	return await again(client, existing, found, object);
}

function search(client: Client, existing: Existing, first: ApiRequest) {
	const { paging, rows } = existing;
	let searched = 0;
	return pages({
		first: client.connection.finish(first),
		paging,
		wanted: Infinity,
		fetch: async (request) => {
			if (searched >= MOST_SEARCHED) throw tooMany(request);
			return await client.send(request, 'read', { isWhole: (reply) => rows(reply) !== undefined });
		},
		// What a list that repeats itself does not show cannot be called absent.
		onRepeat: () => {
			throw tooMany(first);
		},
		rows: (reply) => {
			const page = rows(reply) ?? [];
			searched += page.length;
			return page;
		},
	});
}

/** The reply that the create would have had. */
async function again(
	client: Client,
	existing: Existing,
	row: IDataObject,
	object: IDataObject,
): Promise<Reply> {
	if ('body' in existing.again) {
		return { status: 200, headers: {}, body: existing.again.body(row) };
	}
	const request = existing.again.read(String(row.id), object);
	return await client.send(client.connection.finish(request), 'read');
}

async function firstOf(list: AsyncGenerator<IDataObject[]>): Promise<IDataObject | undefined> {
	for await (const [first] of list) return first;
	return;
}

/** A moment of ours on the vendor's clock; the first reply of a run tells how far that is off. */
async function vendorTime(
	client: Client,
	existing: Existing,
	object: IDataObject,
	began: number,
): Promise<number> {
	if (client.gate.skewMs === undefined) {
		const probe = existing.paging.sized(existing.recent(object), 1);
		await client.send(client.connection.finish(probe), 'read');
	}
	return began + (client.gate.skewMs ?? 0) - CLOCK_TOLERANCE_MS;
}

function timeOf(existing: Existing, row: IDataObject): number {
	const time = Date.parse(existing.createdAt(row) ?? '');
	return Number.isNaN(time) ? -Infinity : time;
}

/** True when a list that comes newest first has passed the moment. */
function endsBefore(existing: Existing, page: IDataObject[], since: number): boolean {
	const oldest = page[page.length - 1];
	return isNewestFirst(existing, page) && timeOf(existing, oldest) < since;
}

/** Seen from the rows themselves: an order that was asked for may have been ignored. */
function isNewestFirst(existing: Existing, page: IDataObject[]): boolean {
	const [first, last] = [page[0], page[page.length - 1]];
	return page.length > 1 && timeOf(existing, first) > timeOf(existing, last);
}

function tooMany({ method, path }: ApiRequest): Fault {
	return new Fault({
		kind: 'unreadable',
		request: `${method} ${path}`,
		words: { text: 'the list is too long to be searched' },
		attempts: 1,
		waitedMs: 0,
		outcomeUnknown: true,
	});
}
