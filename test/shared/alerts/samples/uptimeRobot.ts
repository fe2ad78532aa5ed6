import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const down = {
	monitorID: '794512361',
	monitorFriendlyName: 'Payments',
	monitorURL: 'https://pay.shop.example/health',
	alertType: '1',
	alertTypeFriendlyName: 'Down',
	alertDetails: 'HTTP 502 - Bad Gateway',
	alertDuration: '*alertDuration*',
	alertDateTime: '1772419267',
	sslExpiryDate: '*sslExpiryDate*',
	sslExpiryDaysLeft: '*sslExpiryDaysLeft*',
	domainExpireDate: '*domainExpireDate*',
	dashboardUrl: 'https://dashboard.uptimerobot.com/monitors/794512361',
};

const up = {
	...down,
	alertType: '2',
	alertTypeFriendlyName: 'Up',
	alertDetails: 'HTTP 200 - OK',
	alertDuration: '1455',
	alertDateTime: '1772420722',
};

const expiring = {
	...down,
	alertType: '3',
	alertTypeFriendlyName: 'SSL & domain expiry',
	alertDetails: '*alertDetails*',
	sslExpiryDate: '2026-03-09',
	sslExpiryDaysLeft: '7',
};

const read: Alert = {
	tool: 'UptimeRobot',
	state: 'firing',
	title: 'Payments is down',
	text: 'HTTP 502 - Bad Gateway',
	severity: null,
	toolSeverity: null,
	source: 'https://pay.shop.example/health',
	service: null,
	fingerprint: '1f5dc2653018b438adcd67e276ae69f0',
	startedAt: '2026-03-02T02:41:07.000Z',
	endedAt: null,
	links: [
		{ text: 'UptimeRobot', href: 'https://dashboard.uptimerobot.com/monitors/794512361' },
		{ text: 'Monitored', href: 'https://pay.shop.example/health' },
	],
	labels: { monitor: '794512361', alertType: 'Down' },
};

const readUp: Alert = {
	...read,
	state: 'resolved',
	title: 'Payments is up again',
	text: 'HTTP 200 - OK',
	startedAt: null,
	endedAt: '2026-03-02T03:05:22.000Z',
	labels: { monitor: '794512361', alertType: 'Up' },
};

const readExpiring: Alert = {
	...read,
	title: 'Payments has a certificate or domain about to expire',
	text: 'The certificate expires on 2026-03-09 (in 7 days).',
	severity: 'warning',
	fingerprint: '77cbe3dc6493283d2b414363e8572ef6',
	labels: { monitor: '794512361', alertType: 'SSL & domain expiry' },
};

/** https://help.uptimerobot.com/en/articles/14498593-webhook-integration */
export const samples: Sample[] = [
	{ name: 'firing', payload: down, alerts: [read] },
	{ name: 'resolved', payload: up, alerts: [readUp] },
	{ name: 'odd: a certificate expires', payload: expiring, alerts: [readExpiring] },
	{
		name: 'odd: a domain expires, told by its word',
		payload: {
			...expiring,
			alertType: '*alertType*',
			sslExpiryDate: '*sslExpiryDate*',
			domainExpireDate: '2026-03-09',
		},
		alerts: [{ ...readExpiring, text: 'The domain expires on 2026-03-09.' }],
	},
	{
		name: 'odd: numbers, and neither ID nor time',
		payload: {
			monitorFriendlyName: 'Payments',
			monitorURL: 'https://pay.shop.example/health',
			alertType: 1,
		},
		alerts: [
			{
				...read,
				text: null,
				fingerprint: '6b594f857b30c8d8994edd3b4dcd7095',
				startedAt: null,
				links: [{ text: 'Monitored', href: 'https://pay.shop.example/health' }],
				labels: {},
			},
		],
	},
	{
		name: 'odd: up, told by its word',
		payload: { ...up, alertType: undefined },
		alerts: [readUp],
	},
	{
		name: 'odd: a server without an address of the web',
		payload: { ...down, monitorURL: '10.20.0.31' },
		alerts: [{ ...read, source: '10.20.0.31', links: read.links.slice(0, 1) }],
	},
	{
		name: 'odd: no variable was filled in',
		payload: {
			monitorFriendlyName: '*monitorFriendlyName*',
			alertType: '*alertType*',
			alertDetails: '*alertDetails*',
		},
		alerts: [
			{
				...read,
				title: 'A monitor is down',
				text: null,
				source: null,
				fingerprint: '374e5a33fa12f51432f6138b22397b4a',
				startedAt: null,
				links: [],
				labels: {},
			},
		],
	},
];
