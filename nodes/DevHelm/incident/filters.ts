import type { INodeProperties } from 'n8n-workflow';

import { choice, locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { Query } from '../../shared/wire/request';
import { ENVIRONMENT, MONITOR, RESOURCE_GROUP, SERVICE, TAG } from '../form/ids';
import { sources } from './sources';

/** By what every list of incidents can be narrowed. Read it with `whichIncidentsOf`. docs/facts/devhelm.md#filters-of-internal-incidents. */
export const whichIncidents: INodeProperties[] = [
	locator(ENVIRONMENT, {
		displayName: 'Environment',
		name: 'environmentId',
		description: 'Only incidents whose monitor is in this environment',
	}),
	locator(MONITOR, {
		displayName: 'Monitor',
		name: 'monitorId',
		description: 'Only incidents of this monitor',
	}),
	locator(RESOURCE_GROUP, {
		displayName: 'Resource Group',
		name: 'resourceGroupId',
		description: 'Only incidents of this resource group',
	}),
	locator(SERVICE, {
		displayName: 'Service',
		name: 'serviceId',
		description: 'Only incidents of this service of another vendor that DevHelm tracks for you',
	}),
	choice({
		displayName: 'Source',
		name: 'source',
		default: 'AUTOMATIC',
		description: 'Only incidents that were opened in this way',
		options: sources,
	}),
	locator(TAG, {
		displayName: 'Tag',
		name: 'tagId',
		description: 'Only incidents whose monitor has this tag',
	}),
];

export const whichIncidentsOf = (filters: Parameters): Query => ({
	source: filters.option<string>('source'),
	monitorId: filters.id('monitorId'),
	serviceId: filters.id('serviceId'),
	resourceGroupId: filters.id('resourceGroupId'),
	tagId: filters.id('tagId'),
	environmentId: filters.id('environmentId'),
});
