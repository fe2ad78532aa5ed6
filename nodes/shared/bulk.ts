import type { IDataObject } from 'n8n-workflow';

import { look } from './change';
import type { Client } from './http';
import { Fault } from './issues';
import { isList, isSteps, type ApiRequest, type Bulk, type SingleOperation } from './operation';
import { inOrder } from './pool';
import type { Task } from './task';

/** Tasks whose requests can travel in one. */
type Unit = Task[];

interface Run {
	client: Client;
	/** Requests in flight at most. */
	width: number;
	/** Does one task alone. */
	perform: (task: Task) => Promise<void>;
	stop: () => boolean;
}

/** The answers that can be due to a single object among many; a wrong token is nobody's alone. */
const ONE_IS_BAD = [400, 404, 409, 413, 422];

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
	const together = bulk && unit.length > 1 ? await lookFirst(unit, run) : unit;
	if (bulk && together.length > 1 && !run.stop()) await sendTogether(together, bulk, run);
	const rest = unit.filter((task) => !task.failure && !task.records);
	await inOrder(rest, run.width, run.perform, run.stop);
}

/** The tasks that are left to do once those whose state holds, or forbids it, are settled. */
async function lookFirst(unit: Unit, { client, width, stop }: Run): Promise<Unit> {
	const looked = async (task: Task) => {
		try {
			const done = await look(
				client,
				task.operation as SingleOperation,
				task.request as ApiRequest,
			);
			if (done) keep(task, done);
		} catch (failure) {
			task.failure = failure;
		}
	};
	await inOrder(unit, width, looked, stop);
	return unit.filter((task) => !task.failure && !task.records);
}

async function sendTogether(unit: Unit, bulk: Bulk, { client }: Run): Promise<void> {
	const requests = unit.flatMap(({ request }) => request ?? []);
	const joined = bulk.join(requests);
	const [{ operation }] = unit;
	try {
		const reply = await client.gate.inTurn(joined.path, async () =>
			client.send(joined, operation.retry),
		);
		bulk.split(reply, requests).forEach((records, index) => {
			if (records) keep(unit[index], records);
		});
	} catch (failure) {
		const status = failure instanceof Fault ? failure.details.status : undefined;
		if (status !== undefined && ONE_IS_BAD.includes(status)) return;
		for (const task of unit) task.failure = failure;
	}
}

function keep(task: Task, records: IDataObject[]): void {
	task.records = task.shape ? records.map(task.shape) : records;
}

function bulkOf({ operation }: Task): Bulk | undefined {
	return isList(operation) || isSteps(operation) ? undefined : operation.bulk;
}
