import type { INodeProperties } from 'n8n-workflow';

import { collection, loadedOptions, locatorList, simplify } from '../../shared/form/fields';
import { ignoredActors } from '../../shared/trigger/actors';
import { maximumAge } from '../../shared/trigger/age';
import { includeRawEvent } from '../../shared/trigger/item';
import { allowPrivateAddress } from '../../shared/trigger/reachable';
import { ACTOR, PART, STAGE, USER } from '../form/ids';
import { EVENT_OPTIONS } from './events';

/** The form of the DevRev Trigger. */
export const form: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['incident_created'],
		description:
			'What starts the workflow. What an update has changed is found out here; when DevRev does not send what the incident was before, an update that may be one of these starts the workflow too.',
		options: EVENT_OPTIONS,
	},
	simplify,
	collection('Filters', 'filters', [
		ignoredActors(
			ACTOR,
			'Users and service accounts whose changes and comments do not start the workflow: choose a user, or give an ID. Name the user whom this workflow acts for, so that it does not start itself.',
		),
		locatorList(USER, {
			displayName: 'Owners',
			name: 'ownerIds',
			rowName: 'ownerId',
			description:
				'Only incidents that one of these users owns. Comments, which do not name the owners, pass unless Fetch Full Incident is on.',
		}),
		locatorList(PART, {
			displayName: 'Parts',
			name: 'partIds',
			rowName: 'partId',
			description:
				'Only incidents that apply to one of these parts. Comments, which do not name the parts, pass unless Fetch Full Incident is on.',
		}),
		loadedOptions({
			displayName: 'Severity Names or IDs',
			name: 'severityIds',
			method: 'getSeverities',
		}),
		locatorList(STAGE, {
			displayName: 'Stages',
			name: 'stageIds',
			rowName: 'stageId',
			description:
				'Only incidents that are in one of these stages now. Comments, which do not name the stage, pass unless Fetch Full Incident is on.',
		}),
		{
			displayName: 'Visibilities',
			name: 'visibilities',
			type: 'multiOptions',
			default: [],
			description: 'Only comments that these people can see. Events of incidents pass.',
			options: [
				{ name: 'External', value: 'external', description: 'The organization and its customers' },
				{ name: 'Internal', value: 'internal', description: 'The own organization' },
				{ name: 'Private', value: 'private', description: 'The author and those named' },
				{ name: 'Public', value: 'public', description: 'Everybody' },
			],
		},
	]),
	collection('Options', 'options', [
		{
			displayName: 'Fetch Full Incident',
			name: 'fetchIncident',
			type: 'boolean',
			default: false,
			description:
				"Whether to read the whole incident, with its custom fields, before the workflow starts, and to put it under 'incident'. When DevRev does not give it within 2 seconds, the event is passed on as it came, and 'fetchFailure' says why.",
		},
		allowPrivateAddress,
		includeRawEvent,
		maximumAge(
			'How old a delivery may be; older ones are refused, as somebody may have caught and repeated them. DevRev itself repeats for 3.5 minutes. 0 accepts any age.',
		),
	]),
];
