import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { CATALOG_SERVICE, SUBSCRIPTION } from '../form/ids';

/** Every service that DevHelm knows. docs/facts/devhelm.md#services-of-others. */
export const CATALOG = '/api/v1/services';
/** Those that the organization tracks. */
export const TRACKED = '/api/v1/service-subscriptions';

/** The service that an operation is about; `verb` as in "The service to read". */
export function theService(verb: string): INodeProperties {
	return locator(CATALOG_SERVICE, {
		displayName: 'Service',
		// Not 'serviceId': n8n holds a locator of this name in any collection of the node against its rule for IDs.
		name: 'service',
		required: true,
		description: `The service to ${verb}: choose it, or give its short name or its ID`,
	});
}

/** Where a service is read: by its short name or its ID. */
export function pathOf(parameters: Parameters): string {
	return `${CATALOG}/${parameters.pathId('service')}`;
}

/** What is tracked; `verb` as in "The subscription to end". */
export function theSubscription(verb: string): INodeProperties {
	return locator(SUBSCRIPTION, {
		displayName: 'Subscription',
		name: 'subscriptionId',
		required: true,
		description: `The subscription to ${verb}: choose the tracked service, or give the subscription's ID, which 'Get Many' tells`,
	});
}

/** How much of what happens to a service alerts people. docs/facts/devhelm.md#tracking-a-service. */
export const sensitivities = [
	{
		name: 'All',
		value: 'ALL',
		description: 'Every change of its status alerts people',
	},
	{
		name: 'Awareness',
		value: 'AWARENESS',
		description: 'Its incidents stand in DevHelm, and nobody is alerted',
	},
	{
		name: 'Incidents Only',
		value: 'INCIDENTS_ONLY',
		description: 'Each incident that the service itself reports alerts people',
	},
	{
		name: 'Major Only',
		value: 'MAJOR_ONLY',
		description: 'Only incidents that mean it is down alert people',
	},
];
