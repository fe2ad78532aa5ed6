import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const id = '3fd0c7a2-91b4-4a6e-8c1d-5e0f2b7a9c33';

const issue = {
	id,
	issueUrl: `https://radar-api.service.newrelic.com/accounts/11223/issues/${id}?notifier=WEBHOOK`,
	title: "web-1 query result is > 90.0 for 5 minutes on 'CPU of the web servers'",
	priority: 'CRITICAL',
	impactedEntities: ['web-1', 'web-2'],
	totalIncidents: 2,
	state: 'ACTIVATED',
	trigger: 'STATE_CHANGE',
	isCorrelated: 'false',
	createdAt: 1772419270493,
	updatedAt: 1772419270494,
	sources: ['newrelic'],
	alertPolicyNames: ['Shop'],
	alertConditionNames: ['CPU of the web servers'],
	workflowName: 'Page the shop',
};

const closed = {
	...issue,
	state: 'CLOSED',
	trigger: 'INCIDENT_CLOSED',
	updatedAt: 1772420710493,
};

const read: Alert = {
	tool: 'New Relic',
	state: 'firing',
	title: "web-1 query result is > 90.0 for 5 minutes on 'CPU of the web servers'",
	text: 'CPU of the web servers\nweb-1, web-2',
	severity: 'critical',
	toolSeverity: 'CRITICAL',
	source: 'web-1, web-2',
	service: null,
	fingerprint: id,
	startedAt: '2026-03-02T02:41:10.493Z',
	endedAt: null,
	links: [{ text: 'New Relic', href: issue.issueUrl }],
	labels: {
		policy: 'Shop',
		condition: 'CPU of the web servers',
		workflow: 'Page the shop',
	},
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	endedAt: '2026-03-02T03:05:10.493Z',
};

/** https://docs.newrelic.com/docs/alerts/get-notified/custom-variables-alert-event-workflows/ */
export const samples: Sample[] = [
	{ name: 'firing', payload: issue, alerts: [read] },
	{ name: 'resolved', payload: closed, alerts: [readResolved] },
	{
		name: 'odd: acknowledged',
		payload: { ...issue, trigger: 'USER_ACTION' },
		alerts: [{ ...read, state: 'none', reason: 'an acknowledgement in New Relic' }],
	},
	{
		name: 'odd: closed by a person',
		payload: { ...closed, trigger: 'USER_ACTION' },
		alerts: [readResolved],
	},
	{
		name: 'odd: one of its incidents is over, another priority, the issue goes on',
		payload: { ...issue, trigger: 'INCIDENT_CLOSED', priority: 'HIGH' },
		alerts: [{ ...read, severity: 'error', toolSeverity: 'HIGH' }],
	},
	{
		name: 'odd: without title and entities',
		payload: { ...issue, title: '', impactedEntities: [], priority: 'LOW' },
		alerts: [
			{
				...read,
				title: 'CPU of the web servers',
				text: 'CPU of the web servers',
				severity: 'info',
				toolSeverity: 'LOW',
				source: null,
			},
		],
	},
	{
		name: 'odd: a test notification',
		payload: { ...issue, id: 'd1b1f3fd-995a-4066-88ab-8ce4f6960654' },
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a test notification of New Relic',
				fingerprint: 'd1b1f3fd-995a-4066-88ab-8ce4f6960654',
			},
		],
	},
];
