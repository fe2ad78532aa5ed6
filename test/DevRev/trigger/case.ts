import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import type { TriggerCase } from '../../host/trigger-cases';
import { webhookIncident } from '../../sandbox/devrev/webhooks/watch';

export const triggerCase: TriggerCase = {
	name: 'DevRev',
	node: new DevRevTrigger(),
	limitS: 3,
	real: { baseUrl: 'https://api.devrev.ai' },
	refusal: {
		body: { type: 'unauthenticated', message: 'Token is not valid' },
		words: 'Token is not valid',
		advice: 'paste a new token',
	},
	type: 'devRevTrigger',
	credential: 'devRevApi',
	vendor: 'devRev',
	parameters: { events: ['incident_created'] },
	emptyFilters: [
		['Severity Names or IDs', { severityIds: '={{ [] }}' }],
		['Severity Names or IDs', { severityIds: [] }],
		['Owners', { ownerIds: { values: [{ ownerId: '={{ "" }}' }] } }],
	],
	changed: {
		parameters: { events: ['incident_created', 'incident_resolved'] },
		events: ['incident_created', 'incident_updated'],
	},
	deliveries: (sandbox) => sandbox.api('devRev').deliveries,
	subscribed: (sandbox) =>
		[...sandbox.state('devRev').webhooks.all.values()].map(({ url, event_types, status }) => ({
			url,
			events: [...event_types].sort(),
			isOn: status !== 'inactive',
		})),
	disable: (sandbox) => {
		for (const one of sandbox.state('devRev').webhooks.all.values()) one.status = 'inactive';
	},
	remove: (sandbox) => sandbox.state('devRev').webhooks.all.clear(),
	happen: async (sandbox) => {
		const [incident] = sandbox.state('devRev').incidents.values();
		const data = { incident: webhookIncident(incident) };
		await sandbox.api('devRev').announce({ type: 'incident_created', data });
	},
	createPath: '/webhooks.create',
};
