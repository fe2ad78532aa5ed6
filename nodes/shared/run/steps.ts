import { createOnce } from './create/create';
import type { Client } from '../wire/client';
import type { CreatePlan, Steps } from './operation';
import { actOf, perform } from './perform';
import { readerOf } from './reader';

const ALWAYS: CreatePlan = { skipIfOpen: false, failOnDuplicate: false };

/** The client of an operation of several steps: each request is finished here. */
export function stepsOf(client: Client): Steps {
	const { finish } = client.connection;
	return {
		...readerOf(client),
		send: async (request, kind, records) =>
			await client.send(finish(request), kind, {
				isWhole: (reply) => !records || records(reply) !== undefined,
			}),
		create: async (create, request, plan = ALWAYS) =>
			await createOnce(client, create, finish(request), plan),
		perform: async (operation, parameters) => {
			const asked = { parameters, request: operation.request(parameters) };
			return await perform(client, actOf(operation, asked));
		},
		tell: async (url, form) => await client.tell(url, form),
		inTurn: async (name, task) => await client.gate.inTurn(name, task),
	};
}
