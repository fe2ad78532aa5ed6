import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const attributes = {
	name: 'Checkout of the shop',
	url: 'https://shop.example/checkout',
	http_method: 'get',
	cause: 'Status 502',
	incident_group_id: null,
	started_at: '2026-03-02T02:41:07.318Z',
	acknowledged_at: null,
	acknowledged_by: null,
	resolved_at: null,
	resolved_by: null,
	status: 'Started',
	team_name: 'Shop',
	response_content: null,
	response_url: null,
	screenshot_url: 'https://files.shop.example/48213377.png',
	metadata: { region: 'eu-central-1' },
};

const incident = (changes: object) => ({
	data: {
		id: '48213377',
		type: 'incident',
		attributes: { ...attributes, ...changes },
		relationships: { monitor: { data: { id: '2218', type: 'monitor' } } },
	},
});

const acknowledged = {
	status: 'Acknowledged',
	acknowledged_at: '2026-03-02T02:44:00Z',
	acknowledged_by: 'Mira Holt',
};

const resolved = { ...acknowledged, status: 'Resolved', resolved_at: '2026-03-02T03:05:22Z' };

const read: Alert = {
	tool: 'Better Stack',
	state: 'firing',
	title: 'Checkout of the shop: Status 502',
	text: 'Status 502',
	severity: null,
	toolSeverity: null,
	source: 'https://shop.example/checkout',
	service: null,
	fingerprint: '387b7c012e4c2151e2819584f64ad800',
	startedAt: '2026-03-02T02:41:07.318Z',
	endedAt: null,
	links: [
		{ text: 'Screenshot', href: 'https://files.shop.example/48213377.png' },
		{ text: 'Monitored', href: 'https://shop.example/checkout' },
	],
	labels: {
		region: 'eu-central-1',
		incident: '48213377',
		monitor: '2218',
		team: 'Shop',
		method: 'get',
	},
};

const readAcknowledged: Alert = {
	...read,
	state: 'none',
	reason: 'an acknowledgement in Better Stack',
};

const readResolved: Alert = { ...read, state: 'resolved', endedAt: '2026-03-02T03:05:22Z' };

/** https://betterstack.com/docs/uptime/webhooks/ and https://betterstack.com/docs/uptime/api/incidents-api-response-params */
export const samples: Sample[] = [
	{ name: 'firing', payload: incident({}), alerts: [read] },
	{ name: 'resolved', payload: incident(resolved), alerts: [readResolved] },
	{
		name: 'odd: an acknowledgement',
		payload: incident(acknowledged),
		alerts: [readAcknowledged],
	},
	{
		name: 'odd: the older webhook starts',
		payload: { event: 'started', ...incident({ status: undefined }) },
		alerts: [read],
	},
	{
		name: 'odd: the older webhook, acknowledged',
		payload: { event: 'acknowledged', ...incident({ ...acknowledged, status: undefined }) },
		alerts: [readAcknowledged],
	},
	{
		name: 'odd: the older webhook ends',
		payload: { event: 'resolved', ...incident({ ...resolved, status: undefined }) },
		alerts: [readResolved],
	},
	{
		name: 'odd: neither event nor status, but an end',
		payload: incident({ ...resolved, status: undefined }),
		alerts: [readResolved],
	},
	{
		name: 'odd: up again, but not for long enough',
		payload: incident({ status: 'Validating' }),
		alerts: [read],
	},
	{
		name: 'odd: an incident that no monitor raised',
		payload: {
			data: {
				id: 48213377,
				type: 'incident',
				attributes: { name: null, url: null, cause: null, started_at: null, status: 'Started' },
			},
		},
		alerts: [
			{
				...read,
				title: 'Incident in Better Stack',
				text: null,
				source: null,
				startedAt: null,
				links: [],
				labels: { incident: '48213377' },
			},
		],
	},
	{
		name: 'odd: a monitor was paused',
		payload: {
			event: 'paused',
			data: {
				id: '2218',
				type: 'monitor',
				attributes: {
					url: 'https://shop.example/checkout',
					pronounceable_name: 'Checkout of the shop',
					monitor_type: 'status',
					check_frequency: 30,
					paused_at: '2026-03-02T02:30:00Z',
				},
			},
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a change of a monitor in Better Stack',
				title: 'Checkout of the shop',
				text: null,
				fingerprint: '3c3a1937c15c6c1ec93d0e303c6e28d0',
				startedAt: null,
				links: read.links.slice(1),
				labels: { incident: '2218' },
			},
		],
	},
	{
		name: 'odd: somebody else is on call',
		payload: {
			data: {
				id: '9041',
				type: 'on_call_calendar',
				attributes: { name: 'Shop', default_calendar: true, team_name: 'Shop' },
				relationships: { on_call_users: { data: [{ id: '77', type: 'user' }] } },
			},
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a change of who is on call in Better Stack',
				title: 'Shop',
				text: null,
				source: 'Shop',
				fingerprint: '514fea24dbd8f6a7c126c8b0d7dffc53',
				startedAt: null,
				links: [],
				labels: { incident: '9041', team: 'Shop' },
			},
		],
	},
];
