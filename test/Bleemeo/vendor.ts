import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import type { Sandbox } from '../sandbox';
import { GENERIC_FIRING } from '../shared/alerts/group';
import { byId } from '../support/locators';
import type { DateField, VendorFile } from '../support/vendorFile';

const eventsOf = (sandbox: Sandbox) => sandbox.state('bleemeo').events;
const event = { resource: 'event', operation: 'create', title: 'One' };
const events = { resource: 'event', operation: 'getAll' };

const dates: DateField[] = [
	{
		name: 'Happened At, at the top',
		parameters: (_, happenedAt) => ({ ...event, happenedAt }),
		sent: ({ body }) => body.happened_at,
	},
	{
		name: 'Status Changed At, in a collection',
		parameters: (_, statusChangedAt) => ({ ...event, additionalFields: { statusChangedAt } }),
		sent: ({ body }) => body.status_changed_at,
	},
];

export const vendor: VendorFile = {
	vendor: 'bleemeo',
	name: 'Bleemeo',
	node: new Bleemeo(),
	credential: 'bleemeoApi',
	secret: 'password',
	signedIn: (sandbox) => ({
		authentication: 'accessToken',
		accessToken: sandbox.api('bleemeo').readyToken,
	}),
	create: {
		resource: 'event',
		operation: 'create',
		fields: () => ({ title: 'One' }),
		path: '/v1/event/',
		stored: (sandbox) => eventsOf(sandbox).values(),
		text: 'text',
		close: (object) => Object.assign(object, { status: 0 }),
	},
	steps: {
		'Continue workflow that waits for event':
			'the address to tell is known by the event only, and is one of n8n itself',
		'Page and wait for answer':
			'the incident is made by another operation, and what is put out is what n8n keeps while it waits',
		'Create event': 'what a new event may be taken for depends on the thread that it continues',
		'Find event by reference': 'nothing found may be a failure',
		'Get reliability metrics of events': 'computed from lists that depend on each other',
		'Resolve thread of event': 'reads the thread, then creates the event that ends it',
		'Get timeline of event': 'one document needs the incident and all of its entries',
	},
	otherCreates: [
		{
			resource: 'event',
			operation: 'sendFromAlert',
			fields: () => GENERIC_FIRING,
			path: '/v1/event/',
			stored: (sandbox) => eventsOf(sandbox).values(),
		},
		{
			resource: 'event',
			operation: 'resolveThread',
			fields: (sandbox) => {
				const [opened] = eventsOf(sandbox).values();
				const threadId = 'c4f1d5a0-0000-4000-8000-00000000000a';
				Object.assign(opened, { status: 2, thread_id: threadId });
				return { eventId: byId(opened.id) };
			},
			path: '/v1/event/',
			stored: (sandbox) => eventsOf(sandbox).values(),
		},
		{
			resource: 'event',
			operation: 'sendAndWait',
			fields: () => ({ message: 'May I restart web-1?', status: 2 }),
			path: '/v1/event/',
			stored: (sandbox) => eventsOf(sandbox).values(),
		},
	],
	ownState: ['nodes/Bleemeo/api/names.ts: memories'],
	events: 0,
	words: ['incident', 'downtime', 'outage', 'alerting'],
	life: { acknowledges: false, comments: false },
	list: events,
	listPath: '/v1/event/',
	filters: [
		['Agent', (expression) => ({ agentId: byId(expression) })],
		['Happened After', (expression) => ({ happenedAfter: expression })],
		['Statuses', (expression) => ({ statuses: expression })],
		['Thread ID', (expression) => ({ threadId: expression })],
	],
	filterValue: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
	get: {
		resource: 'event',
		field: 'eventId',
		label: 'Event',
		id: (sandbox) => [...eventsOf(sandbox).keys()][0],
		addresses: (id) => [
			`https://api.bleemeo.com/v1/event/${id}/`,
			`https://panel.bleemeo.com/event/${id}`,
		],
		refused: (id) => [
			[`https://api.bleemeo.com/v1/agent/${id}/`, 'is the address of an agent, not of an event'],
			[`https://bleemeo.example.com/v1/event/${id}/`, 'is an address of "bleemeo.example.com"'],
			['https://api.bleemeo.com/v1/event/', 'is an address without the ID of an event'],
		],
	},
	search: 'searchAgents',
	searchPath: '/v1/agent/',
	searchFinds: 'web-1 (web-1.alpenrad.example)',
	searchField: 'agentId',
	dates,
	credentials: {
		bleemeoApi: {
			parameters: events,
			call: { method: 'GET', path: '/v1/agent/' },
			added: ({ headers }) => headers.authorization,
			expected: /^Bearer access-/,
		},
	},
	plant: (sandbox, secret) => {
		const { users, refreshTokens } = sandbox.state('bleemeo');
		const password = secret('bl');
		const user = users.get(String(sandbox.credentials.bleemeoApi.email));
		if (user) user.password = password;
		const data: IDataObject = { ...sandbox.credentials.bleemeoApi, password };
		return [
			{
				label: 'Bleemeo',
				credential: 'bleemeoApi',
				data,
				path: '/v1/event/',
				secrets: (bearer) => bearer,
				unsaid: () => [...refreshTokens.keys()],
			},
			{
				label: 'Bleemeo, its token service',
				credential: 'bleemeoApi',
				data,
				path: '/o/token/',
				secrets: () => [password],
				before: () => sandbox.api('bleemeo').expireTokens(),
			},
		];
	},
};
