import type { IDataObject } from 'n8n-workflow';

import { Parameters } from '../form/parameters';
import type { Client } from '../wire/client';
import { formOf } from './assemble';
import { planCreate } from './create/create';
import { isCreate, isList, isSteps, type Operation } from './operation';
import { perform } from './perform';
import { stepsOf } from './steps';

/**
 * Does what an operation does for one item, with values that no form has given: what one operation owes to another.
 * @throws what the operation throws
 */
export async function carryOutWith(
	client: Client,
	operation: Operation,
	values: IDataObject,
): Promise<IDataObject[]> {
	const parameters = new Parameters({
		properties: formOf(operation),
		timezone: 'UTC',
		get: (name) => values[name],
	});
	if (isSteps(operation)) return await operation.plan(parameters).run(stepsOf(client));
	if (isList(operation)) throw new Error(`'${operation.action}' is a list`);
	const asked = { parameters, request: operation.request(parameters) };
	const create = isCreate(operation) ? planCreate(parameters) : undefined;
	return await perform(client, {
		operation,
		asked,
		create,
		state: operation.state?.(parameters),
	});
}
