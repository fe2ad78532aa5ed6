import type { IDataObject } from 'n8n-workflow';

import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { notStored } from '../../shared/run/create/alike';
import type { CreateOperation, Existing } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import type { Reply } from '../../shared/wire/request';
import { asObject, asText, compact } from '../../shared/ground/values';
import {
	affectedComponents,
	componentsOf,
	impact,
	message,
	newTitle,
	notifies,
	notifySubscribers,
	pathOf,
	theIncident,
	thePage,
} from './fields';
import { activeStatuses } from './options';
import { incidentOf, isPublished, toIncidentRecord } from './record';
import { reaching } from './state';

/**
 * Whether a publication of unknown outcome took place: sent a second time, it could mail everybody
 * again. There is one publication for an incident, so it is looked for as a list of one.
 */
const published: Existing = {
	sent: ({ path }) => ({ incidentPath: path.replace(/\/publish$/, '') }),
	traits: { incidentPath: notStored },
	createdAt: ({ publishedAt }) => asText(publishedAt),
	recent: ({ incidentPath }) => ({ method: 'GET', path: String(incidentPath) }),
	again: { body: ({ incident }) => ({ data: incident }) },
	paging: unpaged,
	rows: (reply: Reply) => incidentOf(reply)?.filter(isPublished).map(publicationOf),
};

/** With an ID of its own: the incident itself may be known to this process as one that it created. */
const publicationOf = (incident: IDataObject) => ({
	id: `publication of ${String(incident.id)}`,
	publishedAt: incident.publishedAt,
	incident,
});

/** `POST /api/v1/status-pages/{id}/incidents/{incidentId}/publish`. docs/facts/devhelm.md#writing-status-page-incidents. */
export const publish: CreateOperation = {
	value: 'publish',
	name: 'Publish',
	action: 'Publish status page incident',
	description:
		'Show customers a draft of a page that is in review mode. One that is published already stays as it is.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look whether the incident stands on the status page before you run this item again.',
	properties: [
		thePage,
		theIncident('publish'),
		notifySubscribers,
		collection('Additional Fields', 'additionalFields', [
			affectedComponents(
				'The components that are affected, instead of those of the draft',
				'MAJOR_OUTAGE',
			),
			extraFields,
			impact({ description: 'How bad it is for customers, instead of what the draft says' }),
			message({
				description:
					'What customers read on the page, in Markdown, instead of the text of the draft',
			}),
			choice({
				displayName: 'Status',
				name: 'status',
				default: 'INVESTIGATING',
				description: 'How far the work has come, instead of what the draft says',
				options: activeStatuses,
			}),
			{
				...newTitle,
				description: 'The headline, 500 characters at most, instead of that of the draft',
			},
		]),
		simplify,
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: `${pathOf(parameters)}/publish`,
			body: {
				...compact({
					title: fields.text('title'),
					impact: fields.option('impact'),
					status: fields.option('status'),
					body: fields.text('body'),
					affectedComponents: componentsOf(fields),
				}),
				notifySubscribers: notifies(parameters),
				...fields.json('extraFields'),
			},
		};
	},
	keepsOrder: true,
	existing: published,
	records: (reply) => incidentOf(reply)?.map(publicationOf),
	output: (publications) => publications.map(({ incident }) => asObject(incident)),
	state: reaching(
		isPublished,
		'Some incidents were published already: nothing was changed on them',
	),
	simplify: toIncidentRecord,
};
