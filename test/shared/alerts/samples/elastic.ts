import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const uuid = '0f6d5a1e-7c0b-4a55-9a1c-3e2f8b9c4d10';

const rule = {
	id: 'c2a0f6e0-58f1-11ee-9b0a-6f1d3c2e4a77',
	name: 'Processors of the shop',
	url: 'https://kibana.shop.example/app/management/insightsAndAlerting/triggersActions/rule/c2a0f6e0',
	space: 'default',
	tags: 'shop,processors',
};

const action = {
	rule,
	alert: {
		id: 'web-3',
		uuid,
		actionGroup: 'metrics.threshold.warning',
		actionGroupName: 'Warning',
	},
	context: {
		reason: 'system.cpu.total.norm.pct is 91% in the last 5 mins for web-3. Alert when above 85%.',
		message: '',
		title: '',
		alertDetailsUrl: 'https://kibana.shop.example/app/observability/alerts/0f6d5a1e',
		viewInAppUrl: '',
		link: '',
		host: 'web-3',
		group: 'web-3',
	},
	severity: '',
	service: 'shop',
	date: '2026-03-02T02:41:07.318Z',
};

const read: Alert = {
	tool: 'Elastic',
	state: 'firing',
	title: 'Processors of the shop: web-3',
	text: 'system.cpu.total.norm.pct is 91% in the last 5 mins for web-3. Alert when above 85%.',
	severity: 'warning',
	toolSeverity: 'Warning',
	source: 'web-3',
	service: 'shop',
	fingerprint: uuid,
	startedAt: '2026-03-02T02:41:07.318Z',
	endedAt: null,
	links: [
		{ text: 'Alert', href: 'https://kibana.shop.example/app/observability/alerts/0f6d5a1e' },
		{ text: 'Rule', href: rule.url },
	],
	labels: { rule: rule.id, space: 'default', tags: 'shop,processors', alert: 'web-3' },
};

const recovered = {
	...action,
	alert: { ...action.alert, actionGroup: 'recovered', actionGroupName: 'Recovered' },
	date: '2026-03-02T03:05:22Z',
};

const readRecovered: Alert = {
	...read,
	state: 'resolved',
	severity: null,
	toolSeverity: null,
	startedAt: null,
	endedAt: '2026-03-02T03:05:22Z',
};

/** An alert as it is stored; Kibana gives it with levels or with dots. */
const stored = {
	'kibana.alert.uuid': uuid,
	'kibana.alert.instance.id': 'web-3',
	'kibana.alert.reason': action.context.reason,
	'kibana.alert.start': '2026-03-02T02:41:07.318Z',
	'kibana.alert.status': 'active',
	'kibana.alert.flapping': false,
};

const readStored: Alert = {
	...read,
	severity: null,
	toolSeverity: null,
	source: null,
	service: null,
	links: read.links.slice(1),
};

const security = {
	'@timestamp': '2026-03-02T02:41:07.318Z',
	kibana: {
		alert: {
			uuid: '7c0b5a1e0f6d4a559a1c3e2f8b9c4d107c0b5a1e0f6d4a559a1c3e2f8b9c4d10',
			instance: { id: '7c0b5a1e0f6d4a559a1c3e2f8b9c4d107c0b5a1e0f6d4a559a1c3e2f8b9c4d10' },
			reason: 'authentication event on bastion created high alert Many failed logins.',
			severity: 'high',
			status: 'active',
			start: '2026-03-02T02:40:00Z',
			url: 'https://kibana.shop.example/app/security/alerts/redirect/7c0b5a1e',
			rule: { uuid: '9b0a6f1d-58f1-11ee-9b0a-c2a0f6e03c2e', name: 'Many failed logins' },
		},
	},
	host: { name: 'bastion' },
	service: { name: 'sshd' },
};

/** https://www.elastic.co/guide/en/kibana/current/rule-action-variables.html */
export const samples: Sample[] = [
	{ name: 'firing', payload: action, alerts: [read] },
	{ name: 'resolved', payload: recovered, alerts: [readRecovered] },
	{
		name: 'grouped',
		payload: {
			rule,
			date: '2026-03-02T03:05:22Z',
			alerts: {
				new: [stored],
				ongoing: [
					{ ...stored, 'kibana.alert.uuid': undefined, 'kibana.alert.instance.id': 'web-4' },
				],
				recovered: [{ ...stored, 'kibana.alert.end': '2026-03-02T03:05:22Z' }],
			},
		},
		alerts: [
			readStored,
			{
				...readStored,
				title: 'Processors of the shop: web-4',
				fingerprint: '633db416093f2a926017199f3fa6478f',
				labels: { ...read.labels, alert: 'web-4' },
			},
			{ ...readStored, state: 'resolved', endedAt: '2026-03-02T03:05:22Z' },
		],
	},
	{
		name: 'odd: a summary of nothing',
		payload: { rule, alerts: { new: [], ongoing: [], recovered: [] } },
		alerts: [],
	},
	{
		name: 'odd: it got worse',
		payload: {
			...action,
			alert: { ...action.alert, actionGroup: 'metrics.threshold.fired', actionGroupName: 'Alert' },
		},
		alerts: [{ ...read, severity: 'critical', toolSeverity: 'Alert' }],
	},
	{
		name: 'odd: no data',
		payload: {
			...action,
			alert: {
				...action.alert,
				actionGroup: 'metrics.threshold.nodata',
				actionGroupName: 'No Data',
			},
		},
		alerts: [{ ...read, severity: null, toolSeverity: 'No Data' }],
	},
	{
		name: 'odd: a severity of its own',
		payload: { ...action, severity: 'P2' },
		alerts: [{ ...read, severity: 'error', toolSeverity: 'P2' }],
	},
	{
		name: 'odd: a Kibana without uuid',
		payload: { ...action, alert: { ...action.alert, uuid: '' } },
		alerts: [{ ...read, fingerprint: '39336ee84e3c17884130020cdf5090a9' }],
	},
	{
		name: 'odd: a query, with neither reason nor address',
		payload: {
			rule: { ...rule, url: '', tags: '' },
			alert: {
				id: 'query matched',
				uuid,
				actionGroup: 'query matched',
				actionGroupName: 'Query matched',
			},
			context: {
				message: 'Document count is 84 in the last 5m.',
				link: 'https://kibana.shop.example/app/r',
			},
			date: '2026-03-02T02:41:07.318Z',
		},
		alerts: [
			{
				...read,
				title: 'Processors of the shop',
				text: 'Document count is 84 in the last 5m.',
				severity: null,
				toolSeverity: 'Query matched',
				source: null,
				service: null,
				links: [{ text: 'Kibana', href: 'https://kibana.shop.example/app/r' }],
				labels: { rule: rule.id, space: 'default', alert: 'query matched' },
			},
		],
	},
	{
		name: 'odd: an alert of Elastic Security',
		payload: security,
		alerts: [
			{
				...read,
				title: 'Many failed logins',
				text: 'authentication event on bastion created high alert Many failed logins.',
				severity: 'error',
				toolSeverity: 'high',
				source: 'bastion',
				service: 'sshd',
				fingerprint: security.kibana.alert.uuid,
				startedAt: '2026-03-02T02:40:00Z',
				links: [{ text: 'Alert', href: security.kibana.alert.url }],
				labels: {
					rule: '9b0a6f1d-58f1-11ee-9b0a-c2a0f6e03c2e',
					alert: security.kibana.alert.instance.id,
				},
			},
		],
	},
	{
		name: 'odd: an alert as it is stored, over',
		payload: {
			...stored,
			'kibana.alert.rule.name': 'Processors of the shop',
			'kibana.alert.rule.uuid': rule.id,
			'kibana.alert.status': 'recovered',
			'kibana.alert.end': '2026-03-02T03:05:22Z',
			'host.name': 'web-3',
		},
		alerts: [
			{
				...readStored,
				state: 'resolved',
				source: 'web-3',
				endedAt: '2026-03-02T03:05:22Z',
				links: [],
				labels: { rule: rule.id, alert: 'web-3' },
			},
		],
	},
];
