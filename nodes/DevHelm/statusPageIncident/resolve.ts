import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import type { StepsOperation } from '../../shared/run/operation';
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
import { postUpdate } from './post';
import { isResolved, toIncidentRecord } from './record';
import { reach } from './state';

/** An update with the status RESOLVED, which needs a text. docs/facts/devhelm.md#writing-status-page-incidents. */
export const resolve: StepsOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve status page incident',
	description:
		'Tell customers that an incident on a status page is over. One that is resolved already stays so, and nothing is posted.',
	retry: 'reconcilable',
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
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		const path = pathOf(parameters);
		const chosen = componentsOf(fields);
		const isAll = fields.boolean('allOperational') === true;
		const bodyFor = (components: IDataObject[]) => ({
			...compact({ body: parameters.text('body'), affectedComponents: components }),
			notifySubscribers: notifies(parameters),
			...fields.json('extraFields'),
			status: 'RESOLVED',
		});
		const request = { method: 'POST' as const, path: `${path}/updates`, body: bodyFor(chosen) };
		const notice = 'Some incidents were resolved already: nothing was posted to them';
		return {
			request,
			run: async (steps) =>
				await reach(steps, { path, holds: isResolved, notice }, async (incident) => {
					const components = isAll ? operational(incident, chosen) : chosen;
					return await postUpdate(steps, { ...request, body: bodyFor(components) });
				}),
		};
	},
	simplify: toIncidentRecord,
};

/** The components of the incident, all operational but for those that were chosen otherwise. */
function operational({ affectedComponents: all }: IDataObject, chosen: IDataObject[]) {
	const named = new Set(chosen.map(({ componentId }) => String(componentId).toLowerCase()));
	const rest = asRows(all)
		.flatMap((one) => asText(one.statusPageComponentId) ?? [])
		.filter((id) => !named.has(id.toLowerCase()));
	return [...rest.map((componentId) => ({ componentId, status: 'OPERATIONAL' })), ...chosen];
}
