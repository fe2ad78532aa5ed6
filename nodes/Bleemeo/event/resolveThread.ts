import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime, simplify } from '../../shared/form/fields';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { existingOf } from './existing';
import { eventFields, readEventFields } from './fields';
import { timeOf } from './reading';
import { standingOf, threadRequest } from './standing';
import { isOk, OK } from './statuses';
import { eventRequest, readInThread, turnOf } from './thread';
import { threadIn, whichThread } from './whichThread';

/**
 * Reads how a thread stands, then ends it: `POST /v1/event/` with status 0. docs/facts/bleemeo.md#threads.
 */
export const resolveThread: StepsOperation = {
	value: 'resolveThread',
	name: 'Resolve Thread',
	action: 'Resolve thread of event',
	description:
		'Record that what began with an event is over: an OK event is added to its thread, unless the thread is OK already',
	retry: 'reconcilable',
	checkAfterUnknown:
		"Look in Bleemeo for an OK event in this event's thread before you run this item again.",
	properties: [
		...whichThread,
		collection('Additional Fields', 'additionalFields', [
			...eventFields,
			dateTime({
				displayName: 'Happened At',
				name: 'happenedAt',
				description:
					'When it was over: now unless given. Without a time zone, the zone of the workflow counts.',
			}),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. web-1 - Disk is OK',
				description:
					'What the OK event says, in one line: the title of the first event of the thread unless given',
			},
		]),
		simplify,
	],
	plan: (parameters) => {
		const thread = threadIn(parameters);
		const fields = parameters.group('additionalFields');
		const closing = { time: fields.date('happenedAt'), own: ownFields(fields), fields };
		if (thread !== undefined) {
			const run = async (steps: Steps) => await resolve(steps, thread, closing);
			return { request: threadRequest(thread), run };
		}
		const request = eventRequest(parameters.id('eventId') ?? '');
		const run = async (steps: Steps) => {
			const given = await readInThread(steps, request);
			return await resolve(steps, given.thread, closing, given.event);
		};
		return { request, run };
	},
	simplify: toIncidentRecord,
};

function ownFields(fields: Parameters): IDataObject {
	return compact({ title: fields.text('title'), ...readEventFields(fields) });
}

interface Closing {
	time: string | undefined;
	own: IDataObject;
	fields: Parameters;
}

async function resolve(
	steps: Steps,
	thread: string,
	{ time, own, fields }: Closing,
	given?: IDataObject,
): Promise<IDataObject[]> {
	return await steps.inTurn(turnOf(thread), async () => {
		const { first, newest } = await standingOf(steps, thread, given);
		if (isOk(newest)) {
			steps.notice('Some threads were OK already: their OK event is returned, and none was added');
			const { path } = eventRequest(String(newest.id));
			const whole = await steps.send({ method: 'GET', path }, 'read', recordOf);
			return recordOf(whole) ?? [];
		}
		const happened_at = time ?? laterOf(new Date().toISOString(), newest);
		refuseEarlier(fields, happened_at, newest);
		// As the list and the event spell it, so that Bleemeo does not see a second thread.
		const thread_id = newest.thread_id ?? thread;
		return await endThread(steps, first, { happened_at, thread_id, ...own });
	});
}

/** Adds an OK event to a thread, with agent, metric and title of an earlier one. */
export async function endThread(
	steps: Steps,
	{ agent, metric, title }: IDataObject,
	said: IDataObject,
): Promise<IDataObject[]> {
	const body = { ...compact({ agent, metric, title, status: OK }), ...said };
	const create: ApiRequest = { method: 'POST', path: '/v1/event/', body };
	const existing = existingOf(true);
	return await steps.create({ retry: 'reconcilable', records: recordOf, existing }, create);
}

/** A clock of ours that is behind must not put the end before what it ends. */
export function laterOf(now: string, { happened_at }: IDataObject): string {
	return timeOf(happened_at) > timeOf(now) ? String(happened_at) : now;
}

function refuseEarlier(fields: Parameters, time: string, newest: IDataObject): void {
	if (!(timeOf(time) < timeOf(newest.happened_at))) return;
	fields.refuse(
		'happenedAt',
		`lies before the newest event of the thread (${String(newest.happened_at)})`,
		'Use a later time, or leave it out for now',
	);
}
