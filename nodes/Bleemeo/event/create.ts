import type { IDataObject } from 'n8n-workflow';

import { planCreate } from '../../shared/run/create/create';
import {
	choice,
	collection,
	dateTime,
	locator,
	simplify,
	skipIfOpen,
} from '../../shared/form/fields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { AGENT, METRIC } from '../form/ids';
import { toIncidentRecord } from '../api/record';
import { existingOf } from './existing';
import { eventFields, readEventFields } from './fields';
import { STATUSES } from './statuses';
import { readInThread, readThreadFields, threadFields } from './thread';

/**
 * `POST /v1/event/`. Of several steps, because the thread to continue may be given by one of its
 * events. docs/facts/bleemeo.md#recording-an-event and
 * docs/facts/bleemeo.md#threads.
 */
export const create: StepsOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create event',
	description:
		'Record that something happened or that a status changed, on its own or in the thread of an earlier event',
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
		collection('Additional Fields', 'additionalFields', [...eventFields, ...threadFields]),
		simplify,
		collection('Options', 'options', [skipIfOpen]),
	],
	plan: (parameters) => {
		const { continued, id } = readThreadFields(parameters.group('additionalFields'));
		const body = bodyOf(parameters);
		const duplicates = planCreate(parameters);
		const send = async (steps: Steps, full: IDataObject) => {
			const existing = existingOf(continued !== undefined);
			const making = { retry: 'reconcilable' as const, records: recordOf, existing };
			return await steps.create(making, post(full), duplicates);
		};
		if (!continued) {
			const full = compact({ thread_id: id, ...body });
			return { request: post(full), run: async (steps) => await send(steps, full) };
		}
		const run = async (steps: Steps) => {
			const { event, thread } = await readInThread(steps, continued);
			// A metric belongs to one agent, so it comes along with its own only.
			const metric = body.agent === undefined ? event.metric : undefined;
			const inherited = { agent: event.agent, metric, thread_id: thread };
			return await send(steps, compact({ ...inherited, ...body }));
		};
		return { request: continued, run };
	},
	simplify: toIncidentRecord,
};

function post(body: IDataObject): ApiRequest {
	return { method: 'POST', path: '/v1/event/', body };
}

function bodyOf(parameters: Parameters): IDataObject {
	return compact({
		agent: parameters.id('agentId'),
		metric: parameters.id('metricId'),
		status: parameters.option<number>('status'),
		title: parameters.text('title'),
		happened_at: parameters.date('happenedAt'),
		...readEventFields(parameters.group('additionalFields')),
	});
}
