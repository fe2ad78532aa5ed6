import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import type { Sandbox } from '../sandbox';
import { GENERIC_FIRING } from '../shared/alerts/group';
import { byId } from '../support/locators';
import type { CreateCase, VendorFile } from '../support/vendorFile';

const stateOf = (sandbox: Sandbox) => sandbox.state('devHelm');
const incidents = { resource: 'incident', operation: 'getAll' };
const text = 'Failing over now';

/** A create that adds an update to the seeded incident of this title on a status page. */
function update(operation: string, title: string, fields: IDataObject): CreateCase {
	const theOne = (sandbox: Sandbox) => {
		const found = [...stateOf(sandbox).pageIncidents.values()].find((one) => one.title === title);
		if (!found) throw new TypeError(title);
		return found;
	};
	return {
		resource: 'statusPageIncident',
		operation,
		fields: (sandbox) => ({
			statusPageId: byId(theOne(sandbox).statusPageId),
			statusPageIncidentId: byId(theOne(sandbox).id),
			...fields,
		}),
		path: /\/status-pages\/[^/]+\/incidents\/[^/]+\/(updates|publish)$/,
		stored: (sandbox) => theOne(sandbox).updates,
	};
}

export const vendor: VendorFile = {
	vendor: 'devHelm',
	name: 'DevHelm',
	node: new DevHelm(),
	credential: 'devHelmApi',
	secret: 'apiKey',
	// White space around a key is cut off, and makes it another credential to n8n.
	another: ({ apiKey }) => ({ apiKey: `${String(apiKey)} ` }),
	create: {
		resource: 'incident',
		operation: 'create',
		fields: () => ({ title: 'One', severity: 'DOWN' }),
		path: '/api/v1/incidents',
		stored: (sandbox) => stateOf(sandbox).incidents.values(),
		text: 'body',
		close: (object) => Object.assign(object, { status: 'RESOLVED' }),
	},
	steps: {
		'Continue workflow that waits for incident':
			'the address to tell is known by the incident only, and is one of n8n itself',
		'Page and wait for answer':
			'the incident is made by another operation, and what is put out is what n8n keeps while it waits',
		'Acknowledge incident': 'several writes where the account lacks the newer endpoint',
		'Find incidents by reference':
			'nothing found may be a failure, and lists without such a filter are searched',
		'Get reliability metrics of incidents': 'computed from several lists',
		'Get timeline of incident': 'one document needs the incident and all of its entries',
	},
	otherCreates: [
		{
			resource: 'incident',
			operation: 'sendFromAlert',
			fields: () => GENERIC_FIRING,
			path: '/api/v1/incidents',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
		{
			resource: 'incident',
			operation: 'addUpdate',
			fields: (sandbox) => ({
				incidentId: byId([...stateOf(sandbox).incidents.keys()][0]),
				body: text,
			}),
			path: /\/updates$/,
			stored: (sandbox) => [...stateOf(sandbox).updates.values()].flat(),
		},
		{
			resource: 'maintenanceWindow',
			operation: 'create',
			fields: () => ({
				appliesTo: 'organization',
				startsAt: '2026-05-01T22:00:00Z',
				endsAt: '2026-05-02T02:00:00Z',
			}),
			path: /\/maintenance-windows$/,
			stored: (sandbox) => stateOf(sandbox).maintenanceWindows.values(),
		},
		{
			resource: 'statusPageIncident',
			operation: 'create',
			fields: (sandbox) => ({
				statusPageId: byId([...stateOf(sandbox).statusPages.keys()][0]),
				title: 'Checkout is down',
				impact: 'CRITICAL',
				body: text,
			}),
			path: /\/status-pages\/[^/]+\/incidents$/,
			stored: (sandbox) => stateOf(sandbox).pageIncidents.values(),
		},
		update('addUpdate', 'Card payments fail', { body: text }),
		{
			...update('publish', 'Partner API unreachable', {}),
			stored: (sandbox) =>
				[...stateOf(sandbox).pageIncidents.values()].filter(({ publishedAt }) => publishedAt),
		},
		update('resolve', 'Card payments fail', {}),
		{
			resource: 'monitor',
			operation: 'create',
			fields: () => ({
				name: 'New shop',
				type: 'HTTP',
				url: 'https://shop.example/health',
				method: 'GET',
			}),
			path: /\/monitors$/,
			stored: (sandbox) => stateOf(sandbox).monitors.values(),
		},
		{
			resource: 'statusPageSubscriber',
			operation: 'add',
			fields: (sandbox) => ({
				statusPageId: byId([...stateOf(sandbox).statusPages.keys()][0]),
				email: 'ada@example.com',
			}),
			path: /\/subscribers$/,
			stored: (sandbox) => [...stateOf(sandbox).subscribers.values()].flat(),
		},
		{
			resource: 'incident',
			operation: 'sendAndWait',
			fields: () => ({ message: 'May I restart checkout-1?', severity: 'DOWN' }),
			path: '/api/v1/incidents',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
	],
	events: 11,
	words: [
		'create incident',
		'on-call',
		'on call',
		'incident',
		'incident management',
		'downtime',
		'outage',
		'alerting',
		'opsgenie',
		'status page',
		'maintenance',
	],
	life: { acknowledges: true, comments: false },
	list: incidents,
	listPath: '/api/v1/incidents',
	filters: [
		['Monitor', (expression) => ({ monitorId: byId(expression) })],
		['Severity', (expression) => ({ severity: expression })],
		['Started From', (expression) => ({ startedFrom: expression })],
	],
	filterValue: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
	get: {
		resource: 'incident',
		field: 'incidentId',
		label: 'Incident',
		id: (sandbox) => [...stateOf(sandbox).incidents.keys()][0],
		addresses: (id) => [
			`https://api.devhelm.io/api/v1/incidents/${id}`,
			`https://app.devhelm.io/incidents/${id}?tab=updates`,
		],
		refused: (id) => [
			[`https://api.devhelm.io/api/v1/monitors/${id}`, 'is the address of a monitor, not of an'],
			[`https://evil.example/api/v1/incidents/${id}`, 'is an address of "evil.example", not of'],
			['https://app.devhelm.io/', 'is an address without the ID of an incident'],
		],
	},
	search: 'searchMonitors',
	searchPath: '/api/v1/monitors',
	searchFinds: 'Checkout page',
	searchField: 'additionalFields.monitorId',
	dates: [
		{
			name: 'Starts At, at the top',
			parameters: (sandbox, startsAt) => ({
				resource: 'maintenanceWindow',
				operation: 'create',
				appliesTo: 'monitor',
				monitorId: byId(
					[...stateOf(sandbox).monitors.values()].find(({ name }) => name === 'Checkout page')
						?.id ?? '',
				),
				startsAt,
				endsAt: '2099-01-01T00:00:00Z',
			}),
			sent: ({ body }) => body.startsAt,
		},
		{
			name: 'Started From, a filter',
			parameters: (_, startedFrom) => ({ ...incidents, filters: { startedFrom } }),
			sent: ({ query }) => query.startedFrom,
		},
	],
	credentials: {
		devHelmApi: {
			parameters: incidents,
			call: { method: 'GET', path: '/api/v1/incidents' },
			added: ({ headers }) => headers.authorization,
			expected: ({ apiKey }) => `Bearer ${String(apiKey)}`,
		},
	},
	plant: (sandbox, secret) => {
		const { keys } = stateOf(sandbox);
		const apiKey = secret('dh');
		for (const known of [...keys.values()].slice(0, 1)) keys.set(apiKey, known);
		return [
			{
				label: 'DevHelm',
				credential: 'devHelmApi',
				data: { ...sandbox.credentials.devHelmApi, apiKey } as IDataObject,
				path: '/api/v1/incidents',
				secrets: () => [apiKey],
			},
		];
	},
};
