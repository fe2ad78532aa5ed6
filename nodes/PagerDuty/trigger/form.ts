import type { INodeProperties } from 'n8n-workflow';

import {
	choice,
	collection,
	loadedOptions,
	locator,
	locatorList,
	simplify,
} from '../../shared/form/fields';
import { ignoredActors } from '../../shared/trigger/actors';
import { includeRawEvent } from '../../shared/trigger/item';
import { allowPrivateAddress } from '../../shared/trigger/reachable';
import { ACTOR, SERVICE, TEAM } from '../form/ids';
import { EVENT_OPTIONS } from './events';

/** The form of the PagerDuty Incidents Trigger. */
export const form: INodeProperties[] = [
	choice({
		displayName: 'Scope',
		name: 'scope',
		default: 'account',
		description: 'Whose events start the workflow',
		options: [
			{ name: 'Account', value: 'account', description: 'All that the key can see' },
			{ name: 'Service', value: 'service', description: 'One service' },
			{ name: 'Team', value: 'team', description: 'The services of one team' },
		],
	}),
	{
		...locator(SERVICE, { displayName: 'Service', name: 'serviceId', required: true }),
		displayOptions: { show: { scope: ['service'] } },
	},
	{
		...locator(TEAM, { displayName: 'Team', name: 'teamId', required: true }),
		displayOptions: { show: { scope: ['team'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['incident.triggered'],
		description: 'What starts the workflow. PagerDuty sends only what is chosen here.',
		options: EVENT_OPTIONS,
	},
	simplify,
	collection('Filters', 'filters', [
		ignoredActors(
			ACTOR,
			'Users and integrations whose actions do not start the workflow: choose a user, or give the ID of an integration. Name the user whom this workflow acts for, so that it does not start itself.',
		),
		loadedOptions({
			displayName: 'Priority Names or IDs',
			name: 'priorityIds',
			method: 'getPriorities',
		}),
		locatorList(SERVICE, {
			displayName: 'Services',
			name: 'serviceIds',
			rowName: 'serviceId',
			description:
				'Only events of these services. Events that do not say which service they are about pass.',
		}),
		{
			displayName: 'Urgencies',
			name: 'urgencies',
			type: 'multiOptions',
			default: [],
			description:
				'Only incidents of these urgencies. Events that do not carry the urgency, such as notes, pass.',
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
			],
		},
	]),
	collection('Options', 'options', [allowPrivateAddress, includeRawEvent]),
];
