import type { IDataObject } from 'n8n-workflow';

import { lookBefore } from './state';
import type { Client } from '../wire/client';
import { Fault } from '../ground/failures';
import type { Bulk } from './operation';
import type { ApiRequest } from '../wire/request';
import { inOrder } from '../ground/pool';
import type { Task } from './task';

/** Tasks whose requests can travel in one. */
type Unit = Task[];

interface Run {
	client: Client;
	/** Requests in flight at most. */
	width: number;
	/** Does one task alone, in its turn unless it `hasTurn` already. */
	perform: (task: Task, hasTurn: boolean) => Promise<void>;
	/** Told of each task that was settled here. */
	note: (task: Task) => void;
	stop: () => boolean;
}

/** The answers that can be due to a single object among many; a wrong token is nobody's alone. */
const ONE_IS_BAD = [400, 403, 404, 409, 413, 422];

/**
 * Groups tasks for the vendor's bulk endpoint, in the order of the items: the same operation, the
 * same headers, each about another object, and no more than the vendor takes. All others stay alone.
 */
export function unitsOf(tasks: Task[]): Unit[] {
	const units: Unit[] = [];
	const open = new Map<string, { unit: Unit; paths: Set<string> }>();
	for (const task of tasks) {
		const { request } = task;
		const bulk = bulkOf(task);
		if (!bulk || !request || !bulk.joins(request)) {
			units.push([task]);
			continue;
		}
		const key = JSON.stringify([task.operation.action, request.headers]);
		const last = open.get(key);
		if (last && last.unit.length < bulk.most && !last.paths.has(request.path)) {
			last.unit.push(task);
			last.paths.add(request.path);
		} else {
			const unit = [task];
			open.set(key, { unit, paths: new Set([request.path]) });
			units.push(unit);
		}
	}
	return units;
}

/**
 * Does the tasks of a unit in one request, and one by one what that did not settle: a bulk endpoint
 * does all or nothing, so a bad object among them has to be found and must fail alone.
 */
export async function performTogether(unit: Unit, run: Run): Promise<void> {
	const bulk = bulkOf(unit[0]);
	if (!bulk || unit.length === 1) {
		await inOrder(unit, 1, async (task) => await run.perform(task, false), run.stop);
		return;
	}
	const { gate, vendor } = run.client;
	// Writes to one object keep the order of the items, also between this unit and others. Units go one
	// after the other: what goes wrong with the first need not be asked for again.
	const objects = requestsOf(unit).map((request) => vendor.objectOf(request));
	await gate.inTurn([`bulk ${unit[0].operation.action}`, ...objects], async () => {
		if (run.stop()) return;
		const left = await lookFirst(unit, run);
		if (left.length > 1) await sendTogether(left, bulk, run);
		const rest = unit.filter(isLeft);
		await inOrder(rest, run.width, async (task) => await run.perform(task, true), run.stop);
	});
}

/** The tasks that are left to do once those whose state holds, or forbids it, are settled. */
async function lookFirst(unit: Unit, run: Run): Promise<Unit> {
	const looked = async (task: Task) => {
		try {
			const sight = task.act && (await lookBefore(run.client, task.act));
			if (sight?.holds) keep(task, sight.read);
		} catch (failure) {
			fail(task, failure, run);
		}
	};
	await inOrder(unit, run.width, looked, run.stop);
	return unit.filter(isLeft);
}

async function sendTogether(unit: Unit, bulk: Bulk, run: Run): Promise<void> {
	if (run.stop()) return;
	const { client } = run;
	const requests = requestsOf(unit);
	const [{ operation }] = unit;
	try {
		const reply = await client.send(bulk.join(requests), operation.retry);
		bulk.split(reply, requests).forEach((records, index) => {
			if (records) keep(unit[index], records);
		});
	} catch (failure) {
		if (isOnesOwn(failure, bulk)) return;
		for (const task of unit) fail(task, failure, run);
	}
}

/** True for a refusal that one object among many may have brought upon the others. */
function isOnesOwn(failure: unknown, { concernsAll }: Bulk): boolean {
	if (!(failure instanceof Fault)) return false;
	const { details } = failure;
	const isRefusal = details.status !== undefined && ONE_IS_BAD.includes(details.status);
	return isRefusal && details.kind === 'refused' && concernsAll?.(details) !== true;
}

function keep(task: Task, records: IDataObject[]): void {
	task.records = task.shape ? records.map(task.shape) : records;
}

function fail(task: Task, failure: unknown, { note }: Run): void {
	task.failure = failure;
	note(task);
}

function isLeft({ failure, records }: Task): boolean {
	return !failure && !records;
}

function requestsOf(unit: Unit): ApiRequest[] {
	return unit.flatMap(({ request }) => request ?? []);
}

function bulkOf({ operation, isPreview }: Task): Bulk | undefined {
	return isPreview || !('bulk' in operation) ? undefined : operation.bulk;
}
