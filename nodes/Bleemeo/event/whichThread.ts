import type { INodeProperties } from 'n8n-workflow';

import { choice, locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { EVENT, uuid } from '../form/ids';

/** The two ways to say which thread an operation is about. Read them with `threadIn`. */
export const whichThread: INodeProperties[] = [
	choice({
		displayName: 'Find Thread By',
		name: 'findThreadBy',
		default: 'event',
		description: 'How the thread is given: by one of its events, or by its own ID',
		options: [
			{ name: 'Event', value: 'event' },
			{ name: 'Thread ID', value: 'threadId' },
		],
	}),
	{
		...locator(EVENT, {
			displayName: 'Event',
			name: 'eventId',
			required: true,
			description:
				'The event that opened the thread, or a later one of it: choose it among the newest, or give its ID',
		}),
		displayOptions: { show: { findThreadBy: ['event'] } },
	},
	{
		displayName: 'Thread ID',
		name: 'threadId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
		description: "The ID that the events of the thread share, as they show it without 'Simplify'",
		displayOptions: { show: { findThreadBy: ['threadId'] } },
	},
];

/**
 * The thread's ID; undefined where one of its events is given.
 * @throws FormIssue for what is no ID
 */
export function threadIn(parameters: Parameters): string | undefined {
	const wanted = parameters.option<string>('findThreadBy') ?? 'event';
	return wanted === 'threadId' ? (uuid(parameters, 'threadId') ?? '') : undefined;
}
