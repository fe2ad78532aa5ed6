import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { CreateOperation } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import type { ApiRequest } from '../../shared/wire/request';
import { asRows, asText, compact } from '../../shared/ground/values';
import {
	affectedComponents,
	componentsOf,
	message,
	notifies,
	notifySubscribers,
	pathOf,
	theIncident,
	thePage,
} from './fields';
import { posting } from './post';
import { isResolved, toIncidentRecord } from './record';
import { reaching } from './state';

/** An update with the status RESOLVED, which needs a text. docs/facts/devhelm.md#writing-status-page-incidents. */
export const resolve: CreateOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve status page incident',
	description:
		'Tell customers that an incident on a status page is over. One that is resolved already stays so, and nothing is posted.',
	checkAfterUnknown:
		'Look on the status page whether the incident is resolved before you run this item again: customers could read it twice.',
	properties: [
		thePage,
		theIncident('resolve'),
		message({
			required: true,
			default: 'This incident has been resolved.',
			placeholder: 'e.g. Payments by card work again.',
			description: 'The last update, which customers read on the page, in Markdown',
		}),
		notifySubscribers,
		collection('Additional Fields', 'additionalFields', [
			affectedComponents('What the page shows from now on for single components', 'OPERATIONAL'),
			{
				displayName: 'All Components Operational',
				name: 'allOperational',
				type: 'boolean',
				default: true,
				description:
					"Whether to show every component of the incident as operational. Rows under 'Affected Components' win over it.",
			},
			extraFields,
		]),
		simplify,
	],
	request: (parameters) =>
		requestFor(parameters, componentsOf(parameters.group('additionalFields'))),
	...posting,
	state: reaching(isResolved, 'Some incidents were resolved already: nothing was posted to them'),
	decide: async (_, { parameters }, [incident]) => {
		const fields = parameters.group('additionalFields');
		const chosen = componentsOf(fields);
		const isAll = fields.boolean('allOperational') === true;
		return requestFor(parameters, isAll ? operational(incident, chosen) : chosen);
	},
	simplify: toIncidentRecord,
};

function requestFor(parameters: Parameters, components: IDataObject[]): ApiRequest {
	return {
		method: 'POST',
		path: `${pathOf(parameters)}/updates`,
		body: {
			...compact({ body: parameters.text('body'), affectedComponents: components }),
			notifySubscribers: notifies(parameters),
			...parameters.group('additionalFields').json('extraFields'),
			status: 'RESOLVED',
		},
	};
}

/** The components of the incident, all operational but for those that were chosen otherwise. */
function operational({ affectedComponents: all }: IDataObject, chosen: IDataObject[]) {
	const named = new Set(chosen.map(({ componentId }) => String(componentId).toLowerCase()));
	const rest = asRows(all)
		.flatMap((one) => asText(one.statusPageComponentId) ?? [])
		.filter((id) => !named.has(id.toLowerCase()));
	return [...rest.map((componentId) => ({ componentId, status: 'OPERATIONAL' })), ...chosen];
}
