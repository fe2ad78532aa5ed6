import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import type { RecordedRequest, Sandbox } from '../sandbox';
import { GENERIC_FIRING } from '../shared/alerts/group';
import { byId } from '../support/locators';
import type { Plant, VendorFile } from '../support/vendorFile';

const stateOf = (sandbox: Sandbox) => sandbox.state('pagerDuty');
const incidents = { resource: 'incident', operation: 'getAll' };
/** The first status page, and what a post on it says. */
const pageIn = (sandbox: Sandbox) => [...stateOf(sandbox).statusPages.values()][0];
const saidOn = (sandbox: Sandbox) => ({
	message: 'We are looking',
	statusId: byId(pageIn(sandbox).statuses[0].id),
	severityId: byId(pageIn(sandbox).severities[0].id),
});
const authorization = ({ headers }: RecordedRequest) => headers.authorization;

function plant(sandbox: Sandbox, secret: (label: string) => string): Plant[] {
	const { tokens, identity } = stateOf(sandbox);
	const { pagerDutyIncidentsApi, pagerDutyIncidentsOAuth2Api } = sandbox.credentials;
	const apiToken = secret('pd');
	const clientSecret = secret('oa');
	tokens.set(apiToken, { kind: 'account' });
	for (const app of identity.apps.values()) app.secret = clientSecret;
	const oAuth2 = {
		credential: 'pagerDutyIncidentsOAuth2Api',
		data: { ...pagerDutyIncidentsOAuth2Api, clientSecret } as IDataObject,
		parameters: { authentication: 'oAuth2' },
	} as const;
	return [
		{
			label: 'PagerDuty',
			credential: 'pagerDutyIncidentsApi',
			data: { ...pagerDutyIncidentsApi, apiToken } as IDataObject,
			path: '/incidents',
			secrets: () => [apiToken],
		},
		{ ...oAuth2, label: 'PagerDuty, OAuth2', path: '/incidents', secrets: (bearer) => bearer },
		{
			...oAuth2,
			label: "PagerDuty, OAuth2's token service",
			path: '/oauth/token',
			secrets: () => [clientSecret],
			before: () => {
				for (const one of tokens.values()) if (one.expiresAt !== undefined) one.expiresAt = 0;
			},
		},
	];
}

export const vendor: VendorFile = {
	vendor: 'pagerDuty',
	name: 'PagerDuty',
	node: new PagerDutyIncidents(),
	credential: 'pagerDutyIncidentsApi',
	secret: 'apiToken',
	create: {
		resource: 'incident',
		operation: 'create',
		fields: (sandbox) => ({
			title: 'One',
			serviceId: byId([...stateOf(sandbox).services.keys()][0]),
		}),
		path: '/incidents',
		stored: (sandbox) => stateOf(sandbox).incidents.values(),
		text: 'body',
		key: 'incidentKey',
	},
	steps: {
		'Continue workflow that waits for incident':
			'the address to tell is known by the incident only, and is one of n8n itself',
		'Page and wait for answer':
			'the incident is made by another operation, and what is put out is what n8n keeps while it waits',
		'Merge incidents': 'sources that were merged already are left out, and the rest is sent again',
		'Get many on-calls': 'the policy of a service is read first',
		'Get a handover report': 'incidents, notes, logs and on-calls are put together',
		'End maintenance window':
			'what ending means depends on its times, and the answer is empty: it is read before and after',
		'Find incidents by reference':
			'nothing found may be a failure, and lists without such a filter are searched',
		'Get reliability metrics of incidents': 'computed from several lists',
		'Get timeline of incident': 'one document needs the incident and all of its entries',
	},
	mergedByKey: ['Trigger event'],
	otherCreates: [
		{
			resource: 'event',
			operation: 'trigger',
			credential: 'pagerDutyEventsApi',
			fields: () => ({ summary: 'One', source: 'checkout-01', severity: 'critical' }),
			path: '/v2/enqueue',
			stored: (sandbox) => stateOf(sandbox).details.alerts.values(),
			byKey: { label: 'PagerDuty event', title: 'summary', key: 'dedupKey' },
		},
		{
			resource: 'event',
			operation: 'sendFromAlert',
			credential: 'pagerDutyEventsApi',
			fields: () => GENERIC_FIRING,
			path: '/v2/enqueue',
			stored: (sandbox) => stateOf(sandbox).details.alerts.values(),
		},
		{
			resource: 'incident',
			operation: 'sendFromAlert',
			fields: (sandbox) => ({
				...GENERIC_FIRING,
				serviceId: byId([...stateOf(sandbox).services.keys()][0]),
			}),
			path: '/incidents',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
		{
			resource: 'note',
			operation: 'create',
			fields: (sandbox) => ({
				incidentId: byId([...stateOf(sandbox).incidents.keys()][0]),
				text: 'Failing over now',
			}),
			path: /\/notes$/,
			stored: (sandbox) => [...stateOf(sandbox).details.notes.values()].flat(),
		},
		{
			resource: 'service',
			operation: 'create',
			fields: (sandbox) => ({
				name: 'Payments',
				escalationPolicyId: byId([...stateOf(sandbox).escalationPolicies.keys()][0]),
			}),
			path: '/services',
			stored: (sandbox) => stateOf(sandbox).services.values(),
		},
		{
			resource: 'statusPagePost',
			operation: 'create',
			fields: (sandbox) => ({
				statusPageId: byId(pageIn(sandbox).page.id),
				title: 'Checkout is slow',
				...saidOn(sandbox),
			}),
			path: /\/posts$/,
			stored: (sandbox) => pageIn(sandbox).posts.values(),
		},
		{
			resource: 'statusPagePost',
			operation: 'addUpdate',
			fields: (sandbox) => ({
				statusPageId: byId(pageIn(sandbox).page.id),
				postId: byId([...pageIn(sandbox).posts.keys()][0]),
				...saidOn(sandbox),
			}),
			path: /\/post_updates$/,
			stored: (sandbox) => [...pageIn(sandbox).posts.values()].flatMap(({ updates }) => updates),
		},
		{
			resource: 'maintenanceWindow',
			operation: 'create',
			fields: (sandbox) => ({
				serviceIds: { values: [{ serviceId: byId([...stateOf(sandbox).services.keys()][0]) }] },
			}),
			path: '/maintenance_windows',
			stored: (sandbox) => stateOf(sandbox).planning.windows.values(),
		},
		{
			resource: 'override',
			operation: 'create',
			fields: (sandbox) => ({
				scheduleId: byId([...stateOf(sandbox).details.schedules.keys()][0]),
				userId: byId([...stateOf(sandbox).users.keys()][0]),
			}),
			path: /\/overrides$/,
			stored: (sandbox) => [...stateOf(sandbox).planning.overrides.values()].flat(),
		},
		{
			resource: 'incident',
			operation: 'sendAndWait',
			fields: (sandbox) => ({
				message: 'May I restart checkout-1?',
				serviceId: byId([...stateOf(sandbox).services.keys()][0]),
			}),
			path: '/incidents',
			stored: (sandbox) => stateOf(sandbox).incidents.values(),
		},
	],
	events: 30,
	words: [
		'create incident',
		'on-call',
		'on call',
		'incident',
		'incident management',
		'page someone',
		'pager duty',
		'who is on call',
		'downtime',
		'outage',
		'alerting',
		'opsgenie',
	],
	life: { acknowledges: true, comments: true },
	list: incidents,
	listPath: '/incidents',
	filters: [
		['Incident Key', (expression) => ({ incidentKey: expression })],
		['Services', (expression) => ({ serviceIds: { values: [{ serviceId: byId(expression) }] } })],
		['Statuses', (expression) => ({ statuses: expression })],
		['Priority Names or IDs', (expression) => ({ priorityIds: expression })],
	],
	filterValue: 'checkout-502',
	get: {
		resource: 'incident',
		field: 'incidentId',
		label: 'Incident',
		id: (sandbox) => [...stateOf(sandbox).incidents.keys()][0],
		addresses: (id) => [
			`https://alpenrad.pagerduty.com/incidents/${id}`,
			`https://alpenrad.eu.pagerduty.com/incidents/${id}/timeline`,
			`https://api.pagerduty.com/incidents/${id}`,
			`https://API.PagerDuty.com/incidents/${id}?include[]=acknowledgers`,
		],
		refused: () => [
			[
				'https://alpenrad.pagerduty.com/service-directory/PCHKOUT',
				'is the address of a service, not of an incident',
			],
			['https://pagerduty.com.evil.example/incidents/Q1', 'is an address of "pagerduty.com.evil.'],
			['https://pagerduty.com@evil.example/incidents/Q1', 'is an address of "evil.example"'],
			['https://alpenrad.pagerduty.com/incidents', 'is an address without the ID of an incident'],
		],
	},
	search: 'searchServices',
	searchPath: '/services',
	searchFinds: 'Checkout',
	searchField: 'serviceId',
	dates: [
		{
			name: 'Created Before, a filter',
			parameters: (_, until) => ({ ...incidents, filters: { until } }),
			sent: ({ query }) => query.until,
		},
	],
	credentials: {
		pagerDutyEventsApi: {
			parameters: { resource: 'event', operation: 'resolve', dedupKey: 'x' },
			call: {
				method: 'POST',
				path: '/v2/enqueue',
				body: { event_action: 'resolve', dedup_key: 'Zürich', zero: 0, flag: false },
			},
			added: ({ body }) => body,
			expected: ({ integrationApiKey }) => ({
				event_action: 'resolve',
				dedup_key: 'Zürich',
				zero: 0,
				flag: false,
				routing_key: integrationApiKey,
			}),
		},
		pagerDutyIncidentsApi: {
			parameters: incidents,
			call: { method: 'GET', path: '/priorities' },
			added: authorization,
			expected: ({ apiToken }) => `Token token=${String(apiToken)}`,
		},
		pagerDutyIncidentsOAuth2Api: {
			parameters: { ...incidents, authentication: 'oAuth2' },
			call: { method: 'GET', path: '/services' },
			added: authorization,
			expected: /^Bearer pd-access-/,
		},
	},
	plant,
};
