import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, loadedOptions, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { withHint } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import { ESCALATION_POLICY, SERVICE, TEAM } from '../form/ids';

/** Filters that several kinds of figures have in common. docs/facts/pagerduty.md#analytics. */
export const urgency: INodeProperties = choice({
	displayName: 'Urgency',
	name: 'urgency',
	default: 'high',
	description: 'Only incidents of this urgency',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
});

export const priorities: INodeProperties[] = [
	loadedOptions({
		displayName: 'Priority Names or IDs',
		name: 'priorityIds',
		method: 'getPriorities',
	}),
	{
		displayName: 'Past Priority Names',
		name: 'priorityNames',
		type: 'string',
		default: '',
		placeholder: 'e.g. P1, SEV-1',
		description:
			'Only incidents whose priority is called so, with commas between several; for priorities that the account does not have any more',
	},
];

export const teams: INodeProperties = locatorList(TEAM, {
	displayName: 'Teams',
	name: 'teamIds',
	rowName: 'teamId',
	description:
		'Only incidents of these teams. With the key of a user, and with OAuth2, PagerDuty wants teams or services.',
});

export const services: INodeProperties = locatorList(SERVICE, {
	displayName: 'Services',
	name: 'serviceIds',
	rowName: 'serviceId',
	description:
		'Only incidents of these services. With the key of a user, and with OAuth2, PagerDuty wants teams or services.',
});

export const policies: INodeProperties = locatorList(ESCALATION_POLICY, {
	displayName: 'Escalation Policies',
	name: 'escalationPolicyIds',
	rowName: 'escalationPolicyId',
	description: 'Only incidents of these escalation policies',
});

export const major: INodeProperties = {
	displayName: 'Major Incidents',
	name: 'major',
	type: 'boolean',
	default: true,
	description: 'Whether to count major incidents only. Off: all others only.',
};

export const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Paris',
	description: 'The zone of the times in the reply, and of the days, weeks and months',
};

export const order: INodeProperties = choice({
	displayName: 'Order',
	name: 'order',
	default: 'desc',
	description: "The direction of 'Order By'",
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
});

/** How figures are sorted, and in which zone their days lie; `example` is a figure by PagerDuty's own name. */
export const sorting = (example: string): INodeProperties[] => [
	order,
	{
		displayName: 'Order By',
		name: 'orderBy',
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description: "The figure that the items are sorted by, by PagerDuty's own name",
	},
	timeZone,
];

/** What `sorting` has been given, as it is sent. */
export const sortingOf = (options: Parameters): IDataObject => ({
	time_zone: options.text('timeZone'),
	order: options.option('order'),
	order_by: options.text('orderBy'),
});

/** The names, without what is between them. */
export const namesOf = (filters: Parameters): string[] =>
	(filters.text('priorityNames') ?? '').split(',').flatMap((name) => name.trim() || []);

/**
 * What to do about a key that has to narrow what it reads: one of a user, or a token.
 * docs/facts/pagerduty.md#analytics.
 */
export const narrowing: NonNullable<SingleOperation['instead']> = async (fault) => {
	const { text = '' } = fault.words;
	if (fault.status !== 400 || !/team_ids|service_ids/.test(text)) return undefined;
	throw withHint(
		fault,
		"Add the filter 'Teams' or 'Services': only a general access API key may read the whole account here.",
	);
};
