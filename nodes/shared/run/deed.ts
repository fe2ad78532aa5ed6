import type { IDataObject } from 'n8n-workflow';

import { Parameters } from '../form/parameters';
import type { Client } from '../wire/client';
import { formOf } from './assemble';
import { isGroup, isList, isSteps, type Operation } from './operation';
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
	if (isList(operation) || isGroup(operation))
		throw new Error(`'${operation.action}' is no one deed`);
	return await stepsOf(client).perform(operation, parameters);
}
