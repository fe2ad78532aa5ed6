import { choice, collection, dateTime, locator, simplify, skipIfOpen } from '../../shared/fields';
import type { CreateOperation } from '../../shared/operation';
import { compact } from '../../shared/values';
import { recordOf } from '../api';
import { AGENT, METRIC, uuid } from '../ids';
import { toIncidentRecord } from '../record';
import { existing } from './existing';
import { eventFields, readEventFields } from './fields';
import { STATUSES } from './statuses';

/** `POST /v1/event/`. Sheet bleemeo, sections 7.1 and 7.2. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create event',
	description: 'Record that something happened or that a status changed',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look in Bleemeo for an event of this title and time before you run this item again.',
	properties: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. web-1 - Disk is CRITICAL',
			description: 'What happened, in one line',
		},
		choice({
			displayName: 'Status',
			name: 'status',
			required: true,
			default: 2,
			description:
				'How bad it is now. OK says that it is over; Info reports something that is no fault.',
			options: STATUSES,
		}),
		locator(AGENT, {
			displayName: 'Agent',
			name: 'agentId',
			description:
				'The server, monitor or device concerned. Choose it from the list, or give its ID.',
		}),
		locator(METRIC, {
			displayName: 'Metric',
			name: 'metricId',
			description:
				"The metric whose status changed. Choose the 'Agent' first: the list shows that agent's metrics.",
			typeOptions: { loadOptionsDependsOn: ['agentId'] },
		}),
		{
			...dateTime({
				displayName: 'Happened At',
				name: 'happenedAt',
				description:
					'When it happened: the time of the run unless changed. Without a time zone, the zone of the workflow counts.',
			}),
			default: '={{ $now.toISO() }}',
		},
		collection('Additional Fields', 'additionalFields', [
			...eventFields,
			{
				displayName: 'Thread ID',
				name: 'threadId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
				description:
					'The incident that this event belongs to. Give the events from the first alarm to the final OK the same ID (a UUID): Bleemeo computes repair times from it.',
			},
		]),
		simplify,
		collection('Options', 'options', [skipIfOpen]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: '/v1/event/',
			body: compact({
				agent: parameters.id('agentId'),
				metric: parameters.id('metricId'),
				status: parameters.option<number>('status'),
				title: parameters.text('title'),
				happened_at: parameters.date('happenedAt'),
				thread_id: uuid(fields, 'threadId'),
				...readEventFields(fields),
			}),
		};
	},
	existing,
	records: recordOf,
	simplify: toIncidentRecord,
};
