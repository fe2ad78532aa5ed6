import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import type { TriggerCase } from '../../host/trigger-cases';
import { webhookIncident } from '../../sandbox/devhelm/webhooks';

export const triggerCase: TriggerCase = {
	name: 'DevHelm',
	node: new DevHelmTrigger(),
	real: { baseUrl: 'https://api.devhelm.io' },
	refusal: {
		body: { status: 401, code: 'UNAUTHORIZED', message: 'The API key is not valid' },
		words: 'The API key is not valid',
		advice: 'check the API Key',
	},
	unreachable: /^DevHelm delivers to https addresses only/,
	type: 'devHelmTrigger',
	credential: 'devHelmApi',
	vendor: 'devHelm',
	parameters: { events: ['incident.created'] },
	emptyFilters: [
		['Severities', { severities: '={{ [] }}' }],
		['Sources', { sources: [] }],
		['Monitors', { monitorIds: { values: [{ monitorId: '={{ "" }}' }] } }],
	],
	changed: {
		parameters: { events: ['incident.created', 'incident.resolved'] },
		events: ['incident.created', 'incident.resolved'],
	},
	deliveries: (sandbox) => sandbox.api('devHelm').deliveries,
	subscribed: (sandbox) =>
		[...sandbox.state('devHelm').webhooks.values()].map(({ url, subscribedEvents, enabled }) => ({
			url,
			events: [...subscribedEvents].sort(),
			isOn: enabled,
		})),
	disable: (sandbox) => {
		for (const one of sandbox.state('devHelm').webhooks.values()) one.enabled = false;
	},
	remove: (sandbox) => sandbox.state('devHelm').webhooks.clear(),
	sign: (sandbox) => {
		const webhookSecret = ['sandbox', 'signing', 'secret'].join('-');
		sandbox.state('devHelm').signingSecret = webhookSecret;
		return { webhookSecret };
	},
	happen: (sandbox) => {
		const [incident] = sandbox.state('devHelm').incidents.values();
		const data = webhookIncident(incident);
		sandbox.api('devHelm').announce({ type: 'incident.created', data });
	},
};
