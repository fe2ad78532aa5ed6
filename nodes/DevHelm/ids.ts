import type { IdKind } from '../shared/fields';

/** A UUID, in either case. */
const ID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const EXAMPLE = '3c90c3cc-0d44-4b50-8888-8dd25736052a';

/** Kinds of DevHelm objects that a form refers to. Their web addresses are not documented. */
function kind(noun: string, search: string): IdKind {
	return { noun, search, id: { regex: ID, example: EXAMPLE } };
}

export const ENVIRONMENT = kind('environment', 'searchEnvironments');
export const INCIDENT = kind('incident', 'searchIncidents');
export const MONITOR = kind('monitor', 'searchMonitors');
export const RESOURCE_GROUP = kind('resource group', 'searchResourceGroups');
export const SERVICE = kind('service', 'searchServices');
export const STATUS_PAGE = kind('status page', 'searchStatusPages');
export const STATUS_PAGE_COMPONENT = kind('component', 'searchStatusPageComponents');
export const STATUS_PAGE_INCIDENT = kind('status page incident', 'searchStatusPageIncidents');
export const TAG = kind('tag', 'searchTags');
