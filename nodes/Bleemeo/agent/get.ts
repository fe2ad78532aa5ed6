import { collection, locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { AGENT } from '../form/ids';
import { extraQueryParameters, readQuery } from '../form/query';
import { AGENT_FIELDS, toAgentRecord } from './record';

/** `GET /v1/agent/{id}/`. docs/facts/bleemeo.md#agents. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get agent',
	description: 'Read one agent (a server, monitor or device) by its ID',
	retry: 'read',
	properties: [
		locator(AGENT, {
			displayName: 'Agent',
			name: 'agentId',
			required: true,
			description: 'The server, monitor or device: choose it from the list, or give its ID',
		}),
		simplify,
		collection('Options', 'options', [extraQueryParameters]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/v1/agent/${parameters.pathId('agentId')}/`,
		query: readQuery(parameters, AGENT_FIELDS),
	}),
	records: recordOf,
	simplify: toAgentRecord,
};
