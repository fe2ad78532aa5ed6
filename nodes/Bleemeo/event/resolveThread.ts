import type { IDataObject } from 'n8n-workflow';

import { collection, dateTime, locator, simplify } from '../../shared/fields';
import { FormIssue } from '../../shared/issues';
import type { ApiRequest, Existing, Steps, StepsOperation } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { asNumber, asText, compact } from '../../shared/values';
import { recordOf, rowsOf } from '../api';
import { EVENT } from '../ids';
import { toIncidentRecord } from '../record';
import { existing } from './existing';
import { eventFields, readEventFields } from './fields';
import { demand, pagingBackTo, timeOf } from './reading';

/** Without `fields`, Bleemeo may leave out what this lives on. Sheet bleemeo, trap 9. */
const FIELDS = 'id,title,status,agent,metric,thread_id,happened_at,created_at,modified_at';
const OK = 0;
const INFO = 10;

/** As for a create; the thread, which is always sent here, tells apart what is equal otherwise. */
const closing: Existing = {
	...existing,
	identity: (event) =>
		JSON.stringify([existing.identity(event), asText(event.thread_id)?.toLowerCase()]),
};

/**
 * Reads an event, then ends its thread: `POST /v1/event/` with status 0. Sheet bleemeo, section 7.4.
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
		locator(EVENT, {
			displayName: 'Event',
			name: 'eventId',
			required: true,
			description:
				'The event that opened the thread, or a later one of it: choose it among the newest, or give its ID. The OK event gets the same agent and metric.',
		}),
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
				description: 'What the OK event says, in one line: the title of the event unless given',
			},
		]),
		simplify,
	],
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		const happenedAt = fields.date('happenedAt');
		const given = { title: fields.text('title'), ...readEventFields(fields) };
		const request: ApiRequest = {
			method: 'GET',
			path: `/v1/event/${parameters.pathId('eventId')}/`,
			query: { fields: FIELDS },
		};
		const run = async (steps: Steps) => {
			const opening = await read(steps, request);
			const thread = threadOf(opening);
			// Two items about one thread must not both find it open.
			return await steps.inTurn(`thread ${thread.toLowerCase()}`, async () => {
				const newest = await newestOf(steps, opening, thread);
				if (asNumber(newest.status) === OK) {
					steps.notice(
						'Some threads were OK already: their OK event is returned, and none was added',
					);
					return [await read(steps, { method: 'GET', path: `/v1/event/${String(newest.id)}/` })];
				}
				const time = happenedAt ?? laterOf(new Date().toISOString(), newest);
				refuseEarlier(fields, time, newest);
				const { agent, metric, title } = opening;
				const own = { agent, metric, title, status: OK, happened_at: time, thread_id: thread };
				const body = { ...compact(own), ...compact(given) };
				const create: ApiRequest = { method: 'POST', path: '/v1/event/', body };
				return await steps.create(
					{ retry: 'reconcilable', records: recordOf, existing: closing },
					create,
				);
			});
		};
		return { request, run };
	},
	simplify: toIncidentRecord,
};

async function read(steps: Steps, request: ApiRequest): Promise<IDataObject> {
	const [event] = recordOf(await steps.send(request, 'read', recordOf)) ?? [];
	return event;
}

function threadOf({ thread_id }: IDataObject): string {
	const thread = asText(thread_id);
	if (thread !== undefined) return thread;
	throw new FormIssue(
		'The event belongs to no thread, so nothing can end it',
		"Give the events of one incident the same 'Thread ID' when you create them (any UUID, under 'Additional Fields'). To record that this one is over all the same, use 'Create' with the status OK.",
	);
}

/**
 * The event that says how the thread stands; Info events say nothing of that. Only the thread goes
 * along as a filter: an OK event may have been recorded without agent and metric.
 */
async function newestOf(steps: Steps, opening: IDataObject, thread: string): Promise<IDataObject> {
	const query = { thread_id: thread, ordering: '-created_at', fields: FIELDS };
	const rows = await steps.list(
		{ paging: pagingBackTo(timeOf(opening.created_at)), rows: rowsOf },
		{ method: 'GET', path: '/v1/event/', query },
	);
	demand(rows, ['thread_id', 'status', 'happened_at']);
	return rows
		.filter((row) => asText(row.thread_id)?.toLowerCase() === thread.toLowerCase())
		.filter(({ status }) => asNumber(status) !== INFO)
		.reduce((best, row) => (isLater(row, best) ? row : best), opening);
}

/** By when it happened, then by when it was recorded. Whatever else is later than an Info event. */
function isLater(one: IDataObject, other: IDataObject): boolean {
	if (asNumber(other.status) === INFO) return true;
	const [happened, before] = [momentOf(one), momentOf(other)];
	if (happened !== before) return happened > before;
	return timeOf(one.created_at) > timeOf(other.created_at);
}

function momentOf({ happened_at, created_at }: IDataObject): number {
	return timeOf(happened_at ?? created_at);
}

/** A clock of ours that is behind must not put the end before what it ends. */
function laterOf(now: string, { happened_at }: IDataObject): string {
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
