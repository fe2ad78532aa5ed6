import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { fromOption, recordOf, senderOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';

/** What ends the form of each operation that changes an incident. */
export const tail: INodeProperties[] = [simplify, collection('Options', 'options', [fromOption])];

/** The same with "Extra Fields (JSON)", where the operation has no other optional fields. */
export const tailWithExtras: INodeProperties[] = [
	collection('Additional Fields', 'additionalFields', [extraFields]),
	...tail,
];

/**
 * What "Extra Fields (JSON)" adds, in the given group.
 * @throws FormIssue for a status: it would reopen a resolved incident that nobody has looked at
 */
export function extrasOf(parameters: Parameters, group = 'additionalFields'): IDataObject {
	const fields = parameters.group(group);
	const extra = fields.json('extraFields') ?? {};
	if (extra.status !== undefined) {
		fields.refuse(
			'extraFields',
			'cannot set the status',
			"Use the operation 'Acknowledge', 'Resolve' or 'Reopen': they look at the incident where that matters",
		);
	}
	return extra;
}

/** `PUT /incidents/{id}` with some fields. docs/facts/pagerduty.md#changing-an-incident. */
export function put(parameters: Parameters, fields: IDataObject): ApiRequest {
	return {
		method: 'PUT',
		path: `/incidents/${parameters.pathId('incidentId')}`,
		sender: senderOf(parameters),
		body: { incident: { type: 'incident_reference', ...fields } },
	};
}

/** How the answer to a change is read. */
export const answer: Pick<SingleOperation, 'records' | 'simplify'> = {
	records: recordOf('incident'),
	simplify: toIncidentRecord,
};
