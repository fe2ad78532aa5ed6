import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

const heartbeat = {
	monitorID: 12,
	status: 0,
	time: '2026-03-02 02:41:10.374',
	msg: 'timeout of 16000ms exceeded',
	important: true,
	duration: 36,
	timezone: 'Europe/Berlin',
	timezoneOffset: '+01:00',
	localDateTime: '2026-03-02 03:41:10',
};

const monitor = {
	id: 12,
	name: 'Checkout',
	description: null,
	pathName: 'Shop / Checkout',
	parent: 3,
	childrenIDs: [],
	url: 'https://checkout.shop.example/health',
	method: 'GET',
	hostname: null,
	port: null,
	maxretries: 1,
	weight: 2000,
	active: true,
	type: 'http',
	interval: 20,
	resendInterval: 30,
	keyword: null,
	notificationIDList: { '2': true },
	tags: [{ tag_id: 1, monitor_id: 12, value: 'shop', name: 'team', color: '#059669' }],
	maintenance: false,
};

const down = {
	heartbeat,
	monitor,
	msg: '[Checkout] [🔴 Down] timeout of 16000ms exceeded',
};

const up = {
	heartbeat: { ...heartbeat, status: 1, time: '2026-03-02 03:05:10.102', msg: '200 - OK' },
	monitor,
	msg: '[Checkout] [✅ Up] 200 - OK',
};

const read: Alert = {
	tool: 'Uptime Kuma',
	state: 'firing',
	title: 'Checkout is down',
	text: 'timeout of 16000ms exceeded',
	severity: null,
	toolSeverity: null,
	source: 'https://checkout.shop.example/health',
	service: 'Shop / Checkout',
	fingerprint: fingerprintOf('uptimeKuma', 12, 'Checkout'),
	startedAt: '2026-03-02T02:41:10.374Z',
	endedAt: null,
	links: [{ text: 'Monitored page', href: 'https://checkout.shop.example/health' }],
	labels: { team: 'shop' },
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	title: 'Checkout is up',
	text: '200 - OK',
	startedAt: null,
	endedAt: '2026-03-02T03:05:10.102Z',
};

const notice = (msg: string) => ({ heartbeat: null, monitor: null, msg });

const readNotice: Alert = {
	...read,
	title: 'n8n Testing',
	text: null,
	source: null,
	service: null,
	fingerprint: fingerprintOf('uptimeKuma', 'n8n Testing'),
	startedAt: null,
	links: [],
	labels: {},
};

const certificate =
	'[Checkout][https://checkout.shop.example/health] server certificate checkout.shop.example will expire in';

/** https://github.com/louislam/uptime-kuma/blob/master/server/notification-providers/webhook.js */
export const samples: Sample[] = [
	{ name: 'firing', payload: down, alerts: [read] },
	{ name: 'resolved', payload: up, alerts: [readResolved] },
	{
		name: 'odd: sent again while it is down',
		payload: {
			...down,
			heartbeat: { ...heartbeat, important: false, time: '2026-03-02 02:51:10.374' },
		},
		alerts: [{ ...read, startedAt: null }],
	},
	{
		name: 'odd: a monitor without an address',
		payload: {
			...down,
			monitor: {
				...monitor,
				url: 'https://',
				type: 'ping',
				hostname: 'db-2.shop.example',
				tags: [],
			},
		},
		alerts: [{ ...read, source: 'db-2.shop.example', links: [], labels: {} }],
	},
	{
		name: 'odd: a maintenance',
		payload: { ...down, heartbeat: { ...heartbeat, status: 3, msg: 'Monitor under maintenance' } },
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a maintenance in Uptime Kuma',
				title: 'Checkout is in maintenance',
				text: 'Monitor under maintenance',
				startedAt: null,
			},
		],
	},
	{
		name: 'odd: a check that is tried again',
		payload: { ...down, heartbeat: { ...heartbeat, status: 2, important: false } },
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a check that Uptime Kuma tries again',
				title: 'Checkout is checked again',
				startedAt: null,
			},
		],
	},
	...['14', '7'].map(
		(days): Sample => ({
			name: `odd: a certificate that ends in ${days} days, one problem for all such messages`,
			payload: notice(`${certificate} ${days} days`),
			alerts: [
				{
					...readNotice,
					title: `Checkout: server certificate checkout.shop.example will expire in ${days} days`,
					text: `${certificate} ${days} days`,
					severity: 'warning',
					source: 'https://checkout.shop.example/health',
					fingerprint: fingerprintOf('uptimeKuma', `${certificate} `),
					links: read.links,
				},
			],
		}),
	),
	{
		name: 'odd: a domain that ends soon',
		payload: notice('Domain name shop.example will expire in 21 days'),
		alerts: [
			{
				...readNotice,
				title: 'Domain name shop.example will expire in 21 days',
				severity: 'warning',
				fingerprint: fingerprintOf('uptimeKuma', 'Domain name shop.example will expire in '),
			},
		],
	},
	{
		name: 'odd: a test message',
		payload: notice('n8n Testing'),
		alerts: [{ ...readNotice, state: 'none', reason: 'a test message of Uptime Kuma' }],
	},
];
