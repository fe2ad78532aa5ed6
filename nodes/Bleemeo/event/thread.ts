import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';
import { recordOf } from '../api/profile';
import { EVENT, uuid } from '../form/ids';
import { demand } from './reading';

/** What is read of an event for its thread. Without `fields` some could be left out (docs/facts/bleemeo.md#selecting-fields). */
export const THREAD_FIELDS = 'id,title,status,agent,metric,thread_id,happened_at,created_at';

/** The three ways to say which thread a new event belongs to. docs/facts/bleemeo.md#threads. */
export const threadFields: INodeProperties[] = [
	locator(EVENT, {
		displayName: 'Continue Thread of Event',
		name: 'continuedEventId',
		description:
			'An earlier event of the same incident, any one of it: the new event is put into its thread, with its agent and metric unless others are given. Feed it the ID that an earlier node put out.',
	}),
	{
		displayName: 'Start Thread',
		name: 'startThread',
		type: 'boolean',
		default: false,
		description:
			"Whether to begin a thread of its own with a new thread ID, so that later events can continue it and 'Resolve Thread' can end it. Bleemeo does not say whether it begins one by itself.",
	},
	{
		displayName: 'Thread ID',
		name: 'threadId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
		description:
			'The incident that this event belongs to. Give the events from the first alarm to the final OK the same ID (a UUID): Bleemeo computes repair times from it.',
	},
];

/** What a new event says about its thread: whose it continues, or its ID. */
export interface ThreadWanted {
	continued?: ApiRequest;
	id?: string;
}

/** @throws FormIssue when more than one way is taken */
export function readThreadFields(fields: Parameters): ThreadWanted {
	const event = fields.id('continuedEventId');
	const isStart = fields.boolean('startThread') === true;
	const given = uuid(fields, 'threadId');
	if (isStart && (event ?? given) !== undefined) {
		fields.refuse('startThread', 'cannot be on while a thread is given', 'Choose one of the two');
	}
	if (event !== undefined && given !== undefined) {
		fields.refuse(
			'threadId',
			"cannot stand beside 'Continue Thread of Event'",
			'Choose one of the two',
		);
	}
	if (event !== undefined) return { continued: eventRequest(event) };
	return { id: isStart ? newThread(fields) : given };
}

/** The same when n8n runs the node again for a retry: what is recorded twice stays one incident. */
function newThread(fields: Parameters): string | undefined {
	const hex = fields.derivedKey();
	return hex?.replace(
		/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
		(_, ...parts: string[]) => `${parts[0]}-${parts[1]}-4${parts[2]}-a${parts[3]}-${parts[4]}`,
	);
}

/** `GET /v1/event/{id}/`, with what a thread is told by. */
export function eventRequest(id: string): ApiRequest {
	return {
		method: 'GET',
		path: `/v1/event/${encodeURIComponent(id)}/`,
		query: { fields: THREAD_FIELDS },
	};
}

/**
 * An event that must belong to a thread, and the thread's ID.
 * @throws FormIssue when it belongs to none
 */
export async function readInThread(
	steps: Steps,
	request: ApiRequest,
): Promise<{ event: IDataObject; thread: string }> {
	const [event] = recordOf(await steps.send(request, 'read', recordOf)) ?? [];
	demand([event], ['thread_id']);
	const thread = asText(event.thread_id);
	if (thread !== undefined) return { event, thread };
	throw new FormIssue(
		`The event "${asText(event.title) ?? String(event.id)}" belongs to no thread, so nothing can be added to one`,
		"Switch on 'Start Thread' (under 'Additional Fields') where the first event of an incident is created. To record that this one is over all the same, use 'Create' with the status OK.",
	);
}

/** The turn in which a thread is looked at and written to: two must not both find it open. */
export function turnOf(thread: string): string {
	return `thread ${thread.toLowerCase()}`;
}

/** IDs are the same in upper and in lower case. */
export function sameId(one: unknown, other: unknown): boolean {
	const [first, second] = [one, other].map((id) => asText(id)?.toLowerCase());
	return first !== undefined && first === second;
}
