import type { IDataObject } from 'n8n-workflow';

import { agreement, likenessOf } from './alike';
import type { Client } from '../../wire/client';
import { Inquiry, LOOKS } from './inquiry';
import { Fault } from '../../ground/failures';
import { ledgerFor } from './ledger';
import type { CreateOperation, CreatePlan, Existing, Making, OpenOnes } from '../operation';
import type { ApiRequest, Reply } from '../../wire/request';
import type { Parameters } from '../../form/parameters';
import { completing } from '../reader';
import { again, isNewestFirst, search, timeOf } from './searches';
import { asText } from '../../ground/values';

/** Reads what an item says about duplicates. Pure. */
export function planCreate(parameters: Parameters): CreatePlan {
	const options = parameters.group('options');
	return {
		skipIfOpen: options.declares('skipIfOpen') && options.boolean('skipIfOpen') === true,
		failOnDuplicate:
			options.declares('onDuplicate') && options.option<string>('onDuplicate') === 'fail',
		derivedKey: parameters.derivedKey(),
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
	operation: Making,
	request: ApiRequest,
	plan: CreatePlan,
): Promise<IDataObject[]> {
	const { existing, records, retry } = operation;
	const { open } = existing;
	const ledger = ledgerFor(client.connection.baseUrl);
	const object = existing.sent(request);
	const isWhole = (reply: Reply) => records(reply) !== undefined;
	const names = [likenessOf(existing.traits, object)];
	// Alike in all that counts for an open one, though perhaps not in their times.
	if (plan.skipIfOpen && open) names.push(likenessOf(open.problem, problemOf(open, object)));
	const turns = names.map((name) => `${request.path} ${name}`);
	return await ledger.turns.inTurn(turns, async () => {
		if (plan.skipIfOpen && open) {
			const found = await findOpen(client, existing, open, object);
			if (found) return claimed(client, records(found) ?? []);
		}
		const inquiry = new Inquiry(client, operation, object, Date.now());
		const look = async () => await inquiry.look();
		ledger.begin(object);
		const sent = client.send(request, retry, { isWhole, look });
		const answered = sent.then(async (reply) => {
			const made = records(reply) ?? [];
			// It is made: nothing that goes wrong with looking back may fail it.
			await inquiry.close(made).catch(() => undefined);
			ledger.settle(object);
			return made;
		});
		return await answered.catch(async (failure: unknown) => {
			const isUnknown = failure instanceof Fault && failure.details.outcomeUnknown;
			if (!isUnknown) ledger.settle(object);
			const meeting = meetDuplicate(client, operation, object, plan, inquiry, failure);
			// Whatever goes wrong with looking, the user reads about the create.
			const met = await meeting.catch(() => {
				throw failure;
			});
			if (met instanceof Fault) throw met;
			return claimed(client, records(met) ?? []);
		});
	});
}

function claimed(client: Client, made: IDataObject[]): IDataObject[] {
	const ledger = ledgerFor(client.connection.baseUrl);
	for (const { id } of made) ledger.claim(String(id));
	return made;
}

/** The part of an object by which its problem is known. */
function problemOf({ problem }: OpenOnes, object: IDataObject): IDataObject {
	return Object.fromEntries(Object.keys(problem).map((field) => [field, object[field]]));
}

/** An open object that is about the same problem. */
async function findOpen(
	client: Client,
	existing: Existing,
	open: OpenOnes,
	object: IDataObject,
): Promise<Reply | undefined> {
	const { problem, isOpen, isLog, ends, list } = open;
	const complete = completing(client, open) ?? (async (rows: IDataObject[]) => rows);
	// What closes a problem is never skipped.
	if (!(await complete([object])).every(isOpen)) return;
	const wanted = problemOf(open, object);
	const over: IDataObject[] = [];
	let found: IDataObject | undefined;
	for await (const rows of search(client, existing, list(object))) {
		const page = await complete(rows);
		if (ends) over.push(...page.filter((row) => !isOpen(row)));
		const same = page.filter((row) => agreement(problem, wanted, row, true) === 'same');
		const candidates = isLog ? same : same.filter(isOpen);
		found = newest(existing, found ? [found, ...candidates] : candidates);
		if (found && (!isLog || isNewestFirst(existing, page))) break;
	}
	if (!found || !asText(found.id) || !isOpen(found)) return;
	const [begun, since] = [found, timeOf(existing, found)];
	if (over.some((row) => timeOf(existing, row) > since && ends?.(row, begun))) return;
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
 * What has the key of a create that failed: our own earlier attempt, or somebody else's create. An attempt
 * that was cleanly refused has made nothing, so it is ours only where an earlier one brought no answer.
 * @returns the reply that the create would have had, or the fault that a duplicate is to the user
 * @throws the failure itself when it has nothing to do with the key, or when nothing has the key
 */
async function meetDuplicate(
	client: Client,
	{ existing }: Pick<CreateOperation, 'existing'>,
	object: IDataObject,
	plan: CreatePlan,
	inquiry: Inquiry,
	failure: unknown,
): Promise<Reply | Fault> {
	const { open } = existing;
	if (!(failure instanceof Fault) || !open?.isDuplicate) throw failure;
	const { outcomeUnknown } = failure.details;
	const isTaken = open.isDuplicate(failure.details);
	if (!isTaken && !outcomeUnknown) throw failure;
	const isOwnKey = plan.derivedKey !== undefined && open.keyOf?.(object) === plan.derivedKey;
	const isRefused = plan.failOnDuplicate && !isOwnKey;
	if (!outcomeUnknown && isRefused) throw failure;

	// Lists lag behind what was written, so one look may be too early.
	for (const pause of [0, ...LOOKS.pausesMs]) {
		await client.pause(pause);
		if (client.cancelled) break;
		const standing = await firstOf(search(client, existing, open.list(object)));
		// Not open: it may be ours, and resolved or merged since.
		const found = standing ?? (outcomeUnknown ? await lately(client, existing, object) : undefined);
		if (found && outcomeUnknown && inquiry.claims(found)) {
			return await again(client, existing, found, object);
		}
		if (!standing || !isTaken) continue;
		// Whoever has the key, it was not given to us.
		if (isRefused) return new Fault({ ...failure.details, outcomeUnknown: false });
		client.notices.add(
			'Some items met an open incident with the same key: it is returned, and nothing was created for them',
		);
		return await again(client, existing, standing, object);
	}
	throw failure;
}

/** The newest that has the key, in whatever state. */
async function lately(
	client: Client,
	existing: Existing,
	object: IDataObject,
): Promise<IDataObject | undefined> {
	return await firstOf(search(client, existing, existing.recent(object)));
}

async function firstOf(list: AsyncGenerator<IDataObject[]>): Promise<IDataObject | undefined> {
	for await (const [first] of list) return first;
	return;
}
