import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { collection, locatorList, simplify } from '../../shared/form/fields';
import { maximumAge } from '../../shared/trigger/age';
import { includeRawEvent } from '../../shared/trigger/item';
import { allowPrivateAddress } from '../../shared/trigger/reachable';
import { MONITOR } from '../form/ids';
import { severities } from '../incident/severities';
import { sources } from '../incident/sources';
import { EVENT_OPTIONS } from './events';

const sorted = (options: INodePropertyOptions[]) =>
	[...options].sort((one, other) => (one.name < other.name ? -1 : 1));

/** The form of the DevHelm Trigger. */
export const form: INodeProperties[] = [
	{
		displayName:
			"With the 'Webhook Signing Secret' in the credential, each delivery is checked by its signature. Without it, the incident or monitor is fetched back from DevHelm before the workflow starts; deleted monitors and service events cannot be checked like that, and need the secret or the option 'Accept Unsigned'.",
		name: 'checkNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['incident.created'],
		description: 'What starts the workflow. DevHelm sends only what is chosen here.',
		options: EVENT_OPTIONS,
	},
	simplify,
	collection('Filters', 'filters', [
		locatorList(MONITOR, {
			displayName: 'Monitors',
			name: 'monitorIds',
			rowName: 'monitorId',
			description:
				'Only events of these monitors and of their incidents. Service events pass, and so do events that do not say which monitor they are about.',
		}),
		{
			displayName: 'Severities',
			name: 'severities',
			type: 'multiOptions',
			default: [],
			description:
				'Only incidents of these severities. Monitor and service events pass, and so do incidents that do not say it.',
			options: sorted(severities),
		},
		{
			displayName: 'Sources',
			name: 'sources',
			type: 'multiOptions',
			default: [],
			description:
				'Only incidents that were opened in these ways, for example all but the manual ones that n8n itself creates. Monitor and service events pass.',
			options: sources,
		},
	]),
	collection('Options', 'options', [
		{
			displayName: 'Accept Unsigned',
			name: 'acceptUnsigned',
			type: 'boolean',
			default: false,
			description:
				"Whether to start the workflow, too, for events that nobody can check: deleted monitors, service events and those without an ID. Whoever knows the address of the webhook could then make them up. Without effect once the credential has the 'Webhook Signing Secret'.",
		},
		{
			displayName: 'Fetch Full Incident',
			name: 'fetchIncident',
			type: 'boolean',
			default: false,
			description:
				"Whether to read the whole incident, with its updates, before the workflow starts, to put it under 'incident', and to fill the simplified fields from it. When DevHelm does not give it within 2.5 seconds, a signed event is passed on as it came, and 'fetchFailure' says why.",
		},
		allowPrivateAddress,
		includeRawEvent,
		maximumAge(
			'How old a signed delivery may be; older ones are refused, as somebody may have caught and repeated them. DevHelm does not say whether it signs a repeat anew, so raise it where late repeats get lost. 0 accepts any age.',
		),
	]),
];
