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
	],
};

/** Kinds of DevHelm objects that a form refers to. */
function kind(noun: string, search: string): IdKind {
	return { noun, search, id: { regex: ID, example: EXAMPLE }, addresses };
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
