import { createOnce } from './create';
import type { Client } from './http';
import type { CreatePlan, Steps } from './operation';
import { readList } from './list';

const ALWAYS: CreatePlan = { skipIfOpen: false, failOnDuplicate: false };

/** The client of an operation of several steps: each request is finished here. */
export function stepsOf(client: Client): Steps {
	const { finish } = client.connection;
	return {
		credential: client.credential,
		send: async (request, kind, records) =>
			await client.send(finish(request), kind, {
				isWhole: (reply) => !records || records(reply) !== undefined,
			}),
		list: async ({ paging, rows }, request, wanted = Infinity) =>
			await readList(client, { paging, rows, retry: 'read' }, finish(request), { wanted }),
		create: async (create, request, plan = ALWAYS) =>
			await createOnce(client, create, finish(request), plan),
		inTurn: async (name, task) => await client.gate.inTurn(name, task),
		notice: (text) => client.notices.add(text),
	};
}
