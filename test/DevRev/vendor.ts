import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../nodes/DevRev/DevRev.node';
import type { Sandbox } from '../sandbox';
import { don } from '../sandbox/devrev/ids';
import { GENERIC_FIRING } from '../shared/alerts/group';
import { byId, rowsOfIds } from '../support/locators';
import type { VendorFile } from '../support/vendorFile';

const stateOf = (sandbox: Sandbox) => sandbox.state('devRev');
const incidents = { resource: 'incident', operation: 'getAll' };
const anIncident = (sandbox: Sandbox) => byId([...stateOf(sandbox).incidents.values()][0].id);

export const vendor: VendorFile = {
	vendor: 'devRev',
	name: 'DevRev',
	node: new DevRev(),
	credential: 'devRevApi',
	secret: 'accessToken',
	create: {
		resource: 'incident',
		operation: 'create',
		fields: () => ({ title: 'One' }),
		path: '/incidents.create',
		stored: (sandbox) => stateOf(sandbox).incidents.values(),
		text: 'body',
		close: (object) =>
			Object.assign(object, {
				stage: {
					stage: { id: don('custom_stage', 5), name: 'resolved' },
					state: { id: don('custom_state', 3), name: 'closed', is_final: true },
				},
			}),
	},
	steps: {
		'Continue workflow that waits for incident':
			'the address to tell is known by the incident only, and is one of n8n itself',
		'Page and wait for answer':
			'the incident is made by another operation, and what is put out is what n8n keeps while it waits',
		'Get many links':
			'links are listed by long IDs only, so an incident given by its number is looked up first',
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
			path: '/incidents.create',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
		{
			resource: 'comment',
			operation: 'create',
			fields: (sandbox) => ({ incidentId: anIncident(sandbox), text: 'Failing over now' }),
			path: '/timeline-entries.create',
			stored: (sandbox) =>
				[...stateOf(sandbox).timelines.entries.values()]
					.flat()
					.filter(({ type }) => type === 'timeline_comment'),
		},
		{
			resource: 'link',
			operation: 'create',
			fields: (sandbox) => ({
				incidentId: anIncident(sandbox),
				targetId: byId([...stateOf(sandbox).linking.works.values()][0].id),
			}),
			path: '/links.create',
			stored: (sandbox) => stateOf(sandbox).linking.links,
		},
		...(['issue', 'ticket'] as const).map((resource) => ({
			resource,
			operation: 'create',
			fields: () => ({
				title: 'Alert before the pool is full',
				appliesToPartId: byId('PROD-1'),
				ownedByIds: rowsOfIds('userId', ['DEVU-3']),
			}),
			path: '/works.create',
			stored: (sandbox: Sandbox) =>
				[...stateOf(sandbox).linking.works.values()].filter(({ type }) => type === resource),
		})),
		{
			resource: 'incident',
			operation: 'sendAndWait',
			fields: () => ({ message: 'May I restart checkout-1?' }),
			path: '/incidents.create',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
	],
	events: 10,
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
	],
	life: { acknowledges: true, comments: true },
	list: incidents,
	listPath: '/incidents.list',
	filters: [
		['Owned By', (expression) => ({ ownedByIds: { values: [{ userId: byId(expression) }] } })],
		['Severity Names or IDs', (expression) => ({ severity: expression })],
		['Titles', (expression) => ({ title: [expression] })],
	],
	filterValue: 'DEVU-1',
	get: {
		resource: 'incident',
		field: 'incidentId',
		label: 'Incident',
		id: () => 'INC-1',
		addresses: (id) => [
			`https://app.devrev.ai/alpenrad/works/${id}`,
			`https://app.devrev.ai/alpenrad/incidents/${id}?tab=timeline#latest`,
		],
		refused: () => [
			['https://app.devrev.ai/alpenrad/works/PROD-1', 'is the address of a part, not of an'],
			['https://app.devrev.ai.evil.example/works/INC-1', 'is an address of "app.devrev.ai.evil.'],
			['https://app.devrev.ai/alpenrad', 'is an address without the ID of an incident'],
		],
	},
	search: 'searchParts',
	searchPath: '/parts.list',
	searchFinds: 'Gift cards (feature)',
	searchField: 'filters.appliesToPartIds',
	dates: [
		{
			name: 'Identified Date, in a collection',
			parameters: (_, identifiedDate) => ({
				resource: 'incident',
				operation: 'create',
				title: 'One',
				additionalFields: { identifiedDate },
			}),
			sent: ({ body }) => body.identified_date,
		},
		{
			name: 'After, in a row of a filter',
			parameters: (_, after) => ({
				...incidents,
				filters: { createdDate: { values: { period: 'range', after } } },
			}),
			sent: ({ body }) => (body.created_date as IDataObject).after,
		},
	],
	credentials: {
		devRevApi: {
			parameters: incidents,
			call: { method: 'GET', path: '/dev-users.self' },
			added: ({ headers }) => headers.authorization,
			expected: ({ accessToken }) => `Bearer ${String(accessToken)}`,
		},
	},
	plant: (sandbox, secret) => {
		const { tokens } = stateOf(sandbox);
		const accessToken = secret('dr');
		for (const user of [...tokens.values()].slice(0, 1)) tokens.set(accessToken, user);
		return [
			{
				label: 'DevRev',
				credential: 'devRevApi',
				data: { ...sandbox.credentials.devRevApi, accessToken } as IDataObject,
				path: '/incidents.create',
				secrets: () => [accessToken],
			},
		];
	},
};
