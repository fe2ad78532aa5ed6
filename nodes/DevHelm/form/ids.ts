import type { AddressBook, IdKind } from '../../shared/form/idKind';

/** A UUID, in either case. */
const ID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const EXAMPLE = '3c90c3cc-0d44-4b50-8888-8dd25736052a';

/** Paths of the API; web pages, which are not documented, are taken where they end in the same way. */
const page = (noun: string, path: string) => ({
	noun,
	path: new RegExp(`${path}/(${ID})(?![^/#?])`),
});

const addresses: AddressBook = {
	vendor: 'DevHelm',
	domain: 'devhelm',
	pages: [
		page('status page incident', `/status-pages/${ID}/incidents`),
		page('component', `/status-pages/${ID}/components`),
		page('status page', '/status-pages'),
		page('incident', '^(?:/(?!status-pages/)[^/]+)*/incidents'),
		page('monitor', '/monitors'),
		page('environment', '/environments'),
		page('resource group', '/resource-groups'),
		page('service', '/(?:services|service-subscriptions)'),
		page('tag', '/tags'),
		page('service component', '/services/[^/]+/components'),
		page('subscription', '/service-subscriptions'),
		page('subscriber', `/status-pages/${ID}/subscribers`),
		page('maintenance window', '/maintenance-windows'),
		page('alert channel', '/alert-channels'),
		page('secret', '/secrets'),
	],
};

/** Kinds of DevHelm objects that a form refers to. */
function kind(noun: string, search: string): IdKind {
	return { noun, search, id: { regex: ID, example: EXAMPLE }, addresses };
}

/** A service of the whole catalogue, which goes by its short name as well. */
export const CATALOG_SERVICE: IdKind = {
	...kind('service', 'searchCatalogServices'),
	id: { regex: '[a-zA-Z0-9][a-zA-Z0-9._-]*', example: 'github' },
};

export const ENVIRONMENT = kind('environment', 'searchEnvironments');
export const INCIDENT = kind('incident', 'searchIncidents');
export const MONITOR = kind('monitor', 'searchMonitors');
export const RESOURCE_GROUP = kind('resource group', 'searchResourceGroups');
export const SERVICE = kind('service', 'searchServices');
export const STATUS_PAGE = kind('status page', 'searchStatusPages');
export const STATUS_PAGE_COMPONENT = kind('component', 'searchStatusPageComponents');
export const STATUS_PAGE_INCIDENT = kind('status page incident', 'searchStatusPageIncidents');
export const TAG = kind('tag', 'searchTags');
export const MAINTENANCE_WINDOW = kind('maintenance window', 'searchMaintenanceWindows');
export const ALERT_CHANNEL = kind('alert channel', 'searchAlertChannels');
export const SECRET = kind('secret', 'searchSecrets');

export const SERVICE_COMPONENT = kind('service component', 'searchServiceComponents');
export const SUBSCRIPTION = kind('subscription', 'searchSubscriptions');
export const SUBSCRIBER = kind('subscriber', 'searchSubscribers');

/**
 * The ID in a request's path, by its place from the end: an answer about what belongs to an object does not
 * always say to which.
 */
export function idIn(path: string, fromEnd: number): string {
	const parts = path.split('/');
	return decodeURIComponent(parts[parts.length - fromEnd]);
}
