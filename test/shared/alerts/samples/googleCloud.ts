import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const incident = {
	condition: {
		conditionThreshold: { comparison: 'COMPARISON_GT', duration: '300s', thresholdValue: 0.9 },
		displayName: 'VM Instance - CPU utilization',
		name: 'projects/shop-prod/alertPolicies/1139001/conditions/1139002',
	},
	condition_name: 'VM Instance - CPU utilization',
	documentation: {
		content: 'Look at the newest release first.',
		links: [{ displayName: 'Runbook', url: 'https://wiki.shop.example/runbooks/cpu' }],
		mime_type: 'text/markdown',
		subject: '[ALERT - Error] CPU of the web servers',
	},
	ended_at: null,
	incident_id: '0.mx2kq7d01abc',
	metadata: { system_labels: {}, user_labels: { team: 'shop' } },
	metric: {
		displayName: 'CPU utilization',
		labels: { instance_name: 'web-1' },
		type: 'compute.googleapis.com/instance/cpu/utilization',
	},
	observed_value: '0.964',
	policy_name: 'CPU of the web servers',
	policy_user_labels: { tier: 'front' },
	resource: {
		labels: { instance_id: '1943820386', project_id: 'shop-prod', zone: 'europe-west1-b' },
		type: 'gce_instance',
	},
	resource_display_name: 'web-1',
	resource_id: '',
	resource_name: 'shop-prod web-1',
	resource_type_display_name: 'VM Instance',
	scoping_project_id: 'shop-prod',
	scoping_project_number: 365415,
	severity: 'Error',
	started_at: 1772419270,
	state: 'open',
	summary:
		'CPU utilization for shop-prod web-1 is above the threshold of 0.9 with a value of 0.964.',
	threshold_value: '0.9',
	url: 'https://console.cloud.google.com/monitoring/alerting/alerts/0.mx2kq7d01abc?project=shop-prod',
};

const closed = {
	...incident,
	state: 'closed',
	ended_at: 1772420710,
	summary: 'CPU utilization for shop-prod web-1 returned to normal with a value of 0.31.',
};

const read: Alert = {
	tool: 'Google Cloud Monitoring',
	state: 'firing',
	title: 'web-1: CPU of the web servers',
	text: `${incident.summary}\nLook at the newest release first.`,
	severity: 'error',
	toolSeverity: 'Error',
	source: 'web-1',
	service: null,
	fingerprint: '0.mx2kq7d01abc',
	startedAt: '2026-03-02T02:41:10.000Z',
	endedAt: null,
	links: [
		{ text: 'Google Cloud', href: incident.url },
		{ text: 'Runbook', href: 'https://wiki.shop.example/runbooks/cpu' },
	],
	labels: {
		team: 'shop',
		instance_id: '1943820386',
		project_id: 'shop-prod',
		zone: 'europe-west1-b',
		instance_name: 'web-1',
		tier: 'front',
	},
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	text: `${closed.summary}\nLook at the newest release first.`,
	endedAt: '2026-03-02T03:05:10.000Z',
};

/** https://cloud.google.com/monitoring/support/notification-options#webhooks */
export const samples: Sample[] = [
	{ name: 'firing', payload: { incident, version: '1.2' }, alerts: [read] },
	{ name: 'resolved', payload: { incident: closed, version: '1.2' }, alerts: [readResolved] },
	{
		name: 'odd: found in logs, without severity and documentation',
		payload: {
			incident: {
				...incident,
				documentation: undefined,
				metric: { displayName: '', labels: {}, type: 'logging.googleapis.com/user/log-match' },
				observed_value: '',
				resource: { type: 'cloud_run_revision', labels: { service_name: 'checkout' } },
				resource_display_name: '',
				resource_name: 'shop-prod Cloud Run Revision labels {service_name=checkout}',
				severity: 'No severity',
				summary: 'Log match condition fired for Cloud Run Revision.',
			},
			version: '1.2',
		},
		alerts: [
			{
				...read,
				text: 'Log match condition fired for Cloud Run Revision.',
				severity: null,
				toolSeverity: 'No severity',
				title: 'CPU of the web servers',
				source: 'shop-prod Cloud Run Revision labels {service_name=checkout}',
				service: 'checkout',
				links: read.links.slice(0, 1),
				labels: { team: 'shop', service_name: 'checkout', tier: 'front' },
			},
		],
	},
	{
		name: 'odd: notified again while it is open',
		payload: { incident: { ...incident, renotify: true }, version: '1.2' },
		alerts: [read],
	},
	{
		name: 'odd: a test message',
		payload: {
			incident: { ...incident, state: 'OPEN', started_at: 0, ended_at: 0 },
			version: 'test',
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a test message of Google Cloud Monitoring',
				startedAt: null,
			},
		],
	},
];
