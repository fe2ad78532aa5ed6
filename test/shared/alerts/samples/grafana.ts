import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const labels = {
	alertname: 'Disk almost full',
	grafana_folder: 'Shop',
	instance: 'db-2.shop.example',
	severity: 'critical',
	service: 'orders',
};

const alert = {
	status: 'firing',
	labels,
	annotations: {
		summary: 'Disk of db-2 is 96 % full',
		description: 'At this rate /var/lib/postgresql is full in two hours.',
		runbook_url: 'https://wiki.shop.example/runbooks/disk',
	},
	startsAt: '2026-03-02T03:41:10+01:00',
	endsAt: '0001-01-01T00:00:00Z',
	generatorURL: 'https://grafana.shop.example/alerting/grafana/fe2k9/view?orgId=1',
	fingerprint: '9c1d7be0a4f3326b',
	silenceURL: 'https://grafana.shop.example/alerting/silence/new?matcher=alertname%3DDisk',
	dashboardURL: 'https://grafana.shop.example/d/disks?orgId=1',
	panelURL: 'https://grafana.shop.example/d/disks?orgId=1&viewPanel=4',
	values: { A: 96.2, C: 1 },
	valueString: "[ var='A' labels={instance=db-2.shop.example} value=96.2 ]",
	orgId: 1,
};

const resolved = { ...alert, status: 'resolved', endsAt: '2026-03-02T04:05:10+01:00' };

const group = (status: string, ...alerts: object[]) => ({
	receiver: 'n8n',
	status,
	orgId: 1,
	alerts,
	groupLabels: { alertname: 'Disk almost full' },
	commonLabels: {},
	commonAnnotations: {},
	externalURL: 'https://grafana.shop.example/',
	version: '1',
	groupKey: '{}:{alertname="Disk almost full"}',
	truncatedAlerts: 0,
	title: '[FIRING:1] Disk almost full Shop (db-2.shop.example critical)',
	state: status === 'firing' ? 'alerting' : 'ok',
	message: '**Firing**\n\nValue: A=96.2, C=1',
});

const read: Alert = {
	tool: 'Grafana',
	state: 'firing',
	title: 'Disk of db-2 is 96 % full',
	text: 'At this rate /var/lib/postgresql is full in two hours.',
	severity: 'critical',
	toolSeverity: 'critical',
	source: 'db-2.shop.example',
	service: 'orders',
	fingerprint: '9c1d7be0a4f3326b',
	startedAt: '2026-03-02T02:41:10Z',
	endedAt: null,
	links: [
		{ text: 'Runbook', href: 'https://wiki.shop.example/runbooks/disk' },
		{ text: 'Dashboard', href: 'https://grafana.shop.example/d/disks?orgId=1' },
		{ text: 'Panel', href: 'https://grafana.shop.example/d/disks?orgId=1&viewPanel=4' },
		{
			text: 'Alert rule',
			href: 'https://grafana.shop.example/alerting/grafana/fe2k9/view?orgId=1',
		},
		{
			text: 'Silence',
			href: 'https://grafana.shop.example/alerting/silence/new?matcher=alertname%3DDisk',
		},
	],
	labels,
};

const readResolved: Alert = { ...read, state: 'resolved', endedAt: '2026-03-02T03:05:10Z' };

/** Grafana makes an alert of its own where a rule has no data: the rule's name is a label, its annotations are kept. */
const noData = {
	...alert,
	labels: { alertname: 'DatasourceNoData', rulename: 'Disk almost full', ref_id: 'A' },
	annotations: { summary: 'Disk of [no value] is [no value] % full' },
	fingerprint: '41f0a3c2be990d17',
	dashboardURL: '',
	panelURL: '',
	values: null,
	valueString: '',
};

const readNoData: Alert = {
	...read,
	title: 'Disk almost full: no data',
	text: null,
	severity: null,
	toolSeverity: null,
	source: null,
	service: null,
	fingerprint: '41f0a3c2be990d17',
	links: read.links.slice(3),
	labels: noData.labels,
};

const test = {
	status: 'firing',
	labels: { alertname: 'TestAlert', instance: 'Grafana' },
	annotations: { summary: 'Notification test' },
	startsAt: '2026-03-02T02:41:10Z',
	endsAt: '0001-01-01T00:00:00Z',
	generatorURL: '',
	fingerprint: '57c6d9296de2ad39',
	silenceURL: '',
	dashboardURL: '',
	panelURL: '',
};

/** https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/ */
export const samples: Sample[] = [
	{ name: 'firing', payload: group('firing', alert), alerts: [read] },
	{ name: 'resolved', payload: group('resolved', resolved), alerts: [readResolved] },
	{
		name: 'grouped',
		payload: group('firing', alert, noData, resolved),
		alerts: [read, readNoData, readResolved],
	},
	{ name: 'odd: no data', payload: group('firing', noData), alerts: [readNoData] },
	{
		name: 'odd: a rule that cannot be evaluated',
		payload: group('firing', {
			...noData,
			labels: { ...noData.labels, alertname: 'DatasourceError' },
			annotations: { ...noData.annotations, Error: 'failed to execute query A: dial tcp: refused' },
		}),
		alerts: [
			{
				...readNoData,
				title: 'Disk almost full: cannot be evaluated',
				text: 'failed to execute query A: dial tcp: refused',
				labels: { ...noData.labels, alertname: 'DatasourceError' },
			},
		],
	},
	{
		name: 'odd: resolved because the series is gone',
		payload: group('resolved', {
			...resolved,
			annotations: { grafana_state_reason: 'MissingSeries' },
		}),
		alerts: [
			{
				...readResolved,
				title: 'Disk almost full',
				text: 'MissingSeries',
				links: read.links.slice(1),
			},
		],
	},
	{
		name: 'odd: a test message',
		payload: { ...group('firing', test), receiver: 'test' },
		alerts: [
			{
				...readNoData,
				state: 'none',
				reason: 'a test message of Grafana',
				title: 'Notification test',
				source: 'Grafana',
				fingerprint: '57c6d9296de2ad39',
				startedAt: '2026-03-02T02:41:10Z',
				links: [],
				labels: test.labels,
			},
		],
	},
	{ name: 'odd: an empty group', payload: group('firing'), alerts: [] },
];
