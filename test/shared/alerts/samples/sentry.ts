import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

const around = {
	actor: { id: 'sentry', name: 'Sentry', type: 'application' },
	installation: { uuid: '6b0f4f8e-2c1d-4d55-9a7b-1e3c5d7f9a20' },
};

const incident = {
	alert_rule: {
		aggregate: 'count()',
		dataset: 'events',
		environment: 'prod',
		id: '77',
		name: 'Many errors in checkout',
		organization_id: '5',
		projects: ['checkout'],
		query: 'level:error',
		time_window: 10,
		triggers: [],
	},
	date_closed: null,
	date_created: '2026-03-02T02:41:12.000000Z',
	date_detected: '2026-03-02T02:41:10.000000Z',
	date_started: '2026-03-02T02:41:10.000000Z',
	id: '431',
	identifier: '12',
	organization_id: '5',
	projects: ['checkout'],
	status: 20,
	status_method: 3,
	title: 'Many errors in checkout',
	type: 2,
};

const metric = (action: string, more: object = {}) => ({
	...around,
	action,
	data: {
		description_text: '1200 events in the last 10 minutes\nFilter: level:error',
		description_title: `${action[0].toUpperCase()}${action.slice(1)}: Many errors in checkout`,
		metric_alert: { ...incident, ...more },
		web_url: 'https://shop.sentry.io/alerts/rules/details/77/',
	},
});

const read: Alert = {
	tool: 'Sentry',
	state: 'firing',
	title: 'Many errors in checkout',
	text: '1200 events in the last 10 minutes\nFilter: level:error',
	severity: 'critical',
	toolSeverity: 'critical',
	source: 'checkout',
	service: 'checkout',
	fingerprint: 'sentry-metric-431',
	startedAt: '2026-03-02T02:41:10.000000Z',
	endedAt: null,
	links: [{ text: 'Sentry', href: 'https://shop.sentry.io/alerts/rules/details/77/' }],
	labels: { environment: 'prod', dataset: 'events', query: 'level:error' },
};

const event = {
	_ref: 1,
	culprit: 'pay(checkout/pay)',
	datetime: '2026-03-02T02:41:10.677000Z',
	event_id: 'a3f0c6e1d2b44c0f8e5a9b7c6d1e2f30',
	issue_id: '1117540999',
	issue_url: 'https://sentry.io/api/0/issues/1117540999/',
	level: 'error',
	message: '',
	platform: 'node',
	project: 7,
	tags: [
		['environment', 'prod'],
		['server_name', 'web-1'],
	],
	timestamp: 1772419270.677,
	title: 'TypeError: price is undefined',
	type: 'error',
	url: 'https://sentry.io/api/0/projects/shop/checkout/events/a3f0c6e1d2b44c0f8e5a9b7c6d1e2f30/',
	web_url: 'https://sentry.io/organizations/shop/issues/1117540999/events/a3f0c6e1/',
};

const triggered = (of: object) => ({
	...around,
	action: 'triggered',
	data: {
		event: of,
		triggered_rule: 'New issues of checkout',
		issue_alert: { title: 'New issues of checkout', settings: [] },
	},
});

const readEvent: Alert = {
	...read,
	title: 'TypeError: price is undefined',
	text: 'pay(checkout/pay)\nAlert rule: New issues of checkout',
	severity: 'error',
	toolSeverity: 'error',
	source: 'web-1',
	fingerprint: 'sentry-issue-1117540999',
	startedAt: '2026-03-02T02:41:10.677000Z',
	links: [{ text: 'Sentry', href: event.web_url }],
	labels: { environment: 'prod', server_name: 'web-1' },
};

const issue = (action: string, more: object = {}) => ({
	...around,
	action,
	data: {
		issue: {
			culprit: 'pay(checkout/pay)',
			firstSeen: '2026-03-02T02:41:10.677000Z',
			id: '1117540999',
			level: 'error',
			metadata: { type: 'TypeError', value: 'price is undefined' },
			permalink: null,
			project: { id: '7', name: 'Checkout', platform: 'node', slug: 'checkout' },
			shortId: 'CHECKOUT-9',
			status: 'unresolved',
			statusDetails: {},
			substatus: 'new',
			title: 'TypeError: price is undefined',
			web_url: 'https://shop.sentry.io/issues/1117540999/',
			...more,
		},
	},
});

const readIssue: Alert = {
	...readEvent,
	text: 'pay(checkout/pay)',
	source: null,
	links: [{ text: 'Sentry', href: 'https://shop.sentry.io/issues/1117540999/' }],
	labels: {},
};

const plugin = {
	id: '1117540999',
	project: 'checkout',
	project_name: 'Checkout',
	project_slug: 'checkout',
	logger: null,
	level: 'fatal',
	culprit: 'pay(checkout/pay)',
	message: 'TypeError: price is undefined',
	url: 'https://shop.sentry.io/issues/1117540999/?referrer=webhooks_plugin',
	triggering_rules: ['New issues of checkout', 'Fatal'],
	event: {
		event_id: 'a3f0c6e1d2b44c0f8e5a9b7c6d1e2f30',
		timestamp: 1772419270.677,
		tags: [{ key: 'server_name', value: 'web-1' }],
	},
};

/** https://docs.sentry.io/organization/integrations/integration-platform/webhooks/ */
export const samples: Sample[] = [
	{ name: 'firing', payload: metric('critical'), alerts: [read] },
	{
		name: 'resolved',
		payload: metric('resolved', { status: 2, date_closed: '2026-03-02T03:05:10.000000Z' }),
		alerts: [
			{
				...read,
				state: 'resolved',
				severity: null,
				toolSeverity: null,
				endedAt: '2026-03-02T03:05:10.000000Z',
			},
		],
	},
	{
		name: 'odd: a warning of the same problem',
		payload: metric('warning'),
		alerts: [{ ...read, severity: 'warning', toolSeverity: 'warning' }],
	},
	{ name: 'odd: an issue, firing', payload: triggered(event), alerts: [readEvent] },
	{
		name: 'odd: an issue, resolved',
		payload: issue('resolved', { status: 'resolved' }),
		alerts: [{ ...readIssue, state: 'resolved' }],
	},
	...['created', 'unresolved'].map(
		(action): Sample => ({
			name: `odd: an issue, ${action}`,
			payload: issue(action),
			alerts: [readIssue],
		}),
	),
	{
		name: 'odd: an issue, assigned',
		payload: issue('assigned'),
		alerts: [{ ...readIssue, state: 'none', reason: 'an issue assigned in Sentry' }],
	},
	{
		name: 'odd: an issue, archived',
		payload: issue('archived', { status: 'ignored' }),
		alerts: [{ ...readIssue, state: 'none', reason: 'an issue archived in Sentry' }],
	},
	{
		name: 'odd: the plugin, firing',
		payload: plugin,
		alerts: [
			{
				...readEvent,
				text: 'pay(checkout/pay)\nAlert rule: New issues of checkout, Fatal',
				severity: 'critical',
				toolSeverity: 'fatal',
				startedAt: '2026-03-02T02:41:10.677Z',
				links: [{ text: 'Sentry', href: plugin.url }],
				labels: { server_name: 'web-1' },
			},
		],
	},
	{
		name: 'odd: a sample event',
		payload: triggered({ ...event, tags: [['sample_event', 'yes']] }),
		alerts: [
			{
				...readEvent,
				state: 'none',
				reason: 'a sample event of Sentry',
				source: null,
				labels: { sample_event: 'yes' },
			},
		],
	},
	{
		name: 'odd: a comment',
		payload: {
			...around,
			action: 'created',
			data: { comment: 'I am looking at it', project_slug: 'checkout', comment_id: 9, issue_id: 1 },
		},
		alerts: [
			{
				tool: 'Sentry',
				state: 'none',
				reason: 'a message of Sentry that tells of no alert',
				title: 'Sentry message',
				text: null,
				severity: null,
				toolSeverity: null,
				source: null,
				service: null,
				fingerprint: fingerprintOf('sentry', undefined, undefined, null),
				startedAt: null,
				endedAt: null,
				links: [],
				labels: {},
			},
		],
	},
];
