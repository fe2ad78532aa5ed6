import type { IDataObject } from 'n8n-workflow';

import { choice, collection, dateTime } from '../../shared/form/fields';
import { referenceFields } from '../../shared/form/referenceFields';
import { asText } from '../../shared/ground/values';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import { referencePlan, soughtIn } from '../../shared/run/reference';
import type { ApiRequest } from '../../shared/wire/request';
import { paging, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { IN_TURN } from './getMany';

const FIELDS: { [choice: string]: string } = { externalReference: 'externalRef', title: 'title' };

/** `GET /api/v1/incidents`, searched here. docs/facts/devhelm.md#reference-of-an-incident. */
export const findByReference: StepsOperation = {
	value: 'findByReference',
	name: 'Find by Reference',
	action: 'Find incidents by reference',
	description:
		'Find the incidents that have an external reference, or exactly one title, the newest first. DevHelm has no such filter, so the incidents are read and searched here.',
	retry: 'read',
	properties: [
		choice({
			displayName: 'Find By',
			name: 'findBy',
			default: 'externalReference',
			description: 'What the reference is compared with',
			options: [
				{
					name: 'External Reference',
					value: 'externalReference',
					description:
						'What DevHelm itself has noted, such as the ID of the incident in another tool',
				},
				{
					name: 'Title',
					value: 'title',
					description:
						'The whole title, for incidents of your own: DevHelm takes no reference when one is created',
				},
			],
		}),
		...referenceFields({
			displayName: 'Reference',
			placeholder: 'e.g. Q1XYZ2ABCDEFGH',
			description: 'The external reference or the title to look for, to the letter',
		}),
		collection('Filters', 'filters', [
			dateTime({
				displayName: 'Started From',
				name: 'startedFrom',
				description:
					'Only incidents that started at this time or later; with Include Resolved it saves reading all that ever were',
			}),
		]),
	],
	plan: (parameters) => {
		const { reference, includesResolved } = soughtIn(parameters);
		const field = FIELDS[parameters.option<string>('findBy') ?? 'externalReference'];
		const startedFrom = parameters.group('filters').date('startedFrom');
		const requests = (includesResolved ? [undefined] : IN_TURN).map(
			(status): ApiRequest => ({
				method: 'GET',
				path: '/api/v1/incidents',
				query: { status, startedFrom },
			}),
		);
		return referencePlan(parameters, requests[0], async (steps) => {
			// All items of a run search the same incidents.
			const name = `incidents ${JSON.stringify(requests)}`;
			const all = await steps.once(name, async () => await readAll(steps, requests));
			return all.filter((incident) => asText(incident[field])?.trim() === reference);
		});
	},
	simplify: toIncidentRecord,
};

/** Each once, newest first: no order is documented, and an incident may move from one state to the next meanwhile. */
async function readAll(steps: Steps, requests: ApiRequest[]): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	for (const request of requests) {
		for (const row of await steps.list({ paging, rows: rowsOf }, request)) found.set(row.id, row);
	}
	const time = ({ createdAt }: IDataObject) => Date.parse(asText(createdAt) ?? '') || 0;
	return [...found.values()].sort((one, other) => time(other) - time(one));
}
