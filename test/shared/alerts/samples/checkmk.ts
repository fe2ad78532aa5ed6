import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const problem = {
	SITE_URL: 'https://monitoring.shop.example/shop/',
	OMD_SITE: 'shop',
	NOTIFY_WHAT: 'SERVICE',
	NOTIFY_NOTIFICATIONTYPE: 'PROBLEM',
	NOTIFY_CONTACTNAME: 'on-call',
	NOTIFY_DATE: '2026-03-02',
	NOTIFY_HOSTNAME: 'web-1',
	NOTIFY_HOSTALIAS: 'Shop front, first',
	NOTIFY_HOSTADDRESS: '10.20.0.31',
	NOTIFY_HOSTSTATE: 'UP',
	NOTIFY_HOSTOUTPUT: 'Packet received via smart PING',
	NOTIFY_HOSTURL: '/check_mk/index.py?start_url=view.py%3Fhost%3Dweb-1',
	NOTIFY_HOSTLABEL_tier: 'front',
	NOTIFY_PARAMETER_1: 'https://n8n.shop.example/webhook/a-secret-path',
	NOTIFY_SERVICEDESC: 'Filesystem /var',
	NOTIFY_SERVICESTATE: 'CRIT',
	NOTIFY_SERVICEOUTPUT: 'Used: 97.12% - 77.7 GiB of 80.0 GiB (warn/crit at 80.00%/90.00%)',
	NOTIFY_LONGSERVICEOUTPUT: 'trend per 1 day: +11.4 GiB\\ntime left: 5 hours',
	NOTIFY_SERVICEURL: '/check_mk/index.py?start_url=view.py%3Fservice%3DFilesystem',
	NOTIFY_SERVICEPROBLEMID: '913',
	NOTIFY_LASTSERVICESTATECHANGE: '1772419267',
};

const read: Alert = {
	tool: 'Checkmk',
	state: 'firing',
	title: 'Filesystem /var on web-1 is CRIT',
	text: 'Used: 97.12% - 77.7 GiB of 80.0 GiB (warn/crit at 80.00%/90.00%)\ntrend per 1 day: +11.4 GiB\ntime left: 5 hours',
	severity: 'critical',
	toolSeverity: 'CRIT',
	source: 'web-1',
	service: 'Filesystem /var',
	fingerprint: 'b8c7e5f8175cbffdb5f3a4499aad6cd3',
	startedAt: '2026-03-02T02:41:07.000Z',
	endedAt: null,
	links: [
		{
			text: 'Checkmk',
			href: 'https://monitoring.shop.example/shop/check_mk/index.py?start_url=view.py%3Fservice%3DFilesystem',
		},
	],
	labels: { tier: 'front', site: 'shop', address: '10.20.0.31' },
};

const fine = {
	...problem,
	NOTIFY_NOTIFICATIONTYPE: 'RECOVERY',
	NOTIFY_SERVICESTATE: 'OK',
	NOTIFY_SERVICEOUTPUT: 'Used: 41.02%',
	NOTIFY_LONGSERVICEOUTPUT: '',
	NOTIFY_LASTSERVICESTATECHANGE: '1772420722',
};

const readFine: Alert = {
	...read,
	state: 'resolved',
	title: 'Filesystem /var on web-1 is OK',
	text: 'Used: 41.02%',
	severity: null,
	toolSeverity: 'OK',
	startedAt: null,
	endedAt: '2026-03-02T03:05:22.000Z',
};

const readHost: Alert = {
	...read,
	title: 'web-1 is DOWN',
	text: 'No IP packet received for 15.2 s',
	toolSeverity: 'DOWN',
	service: null,
	fingerprint: '7aa5f2649f9f70876012e85fee0f9087',
	startedAt: null,
	links: [
		{
			text: 'Checkmk',
			href: 'https://monitoring.shop.example/shop/check_mk/index.py?start_url=view.py%3Fhost%3Dweb-1',
		},
	],
};

/** https://docs.checkmk.com/latest/en/notifications.html#environment_variables */
export const samples: Sample[] = [
	{ name: 'firing', payload: problem, alerts: [read] },
	{ name: 'resolved', payload: fine, alerts: [readFine] },
	{
		name: 'odd: a host, with what is left of a service',
		payload: {
			...problem,
			NOTIFY_WHAT: 'HOST',
			NOTIFY_HOSTSTATE: 'DOWN',
			NOTIFY_HOSTOUTPUT: 'No IP packet received for 15.2 s',
		},
		alerts: [readHost],
	},
	{
		name: 'odd: a warning',
		payload: { ...problem, NOTIFY_SERVICESTATE: 'WARN', NOTIFY_SERVICEOUTPUT: 'Used: 84.30%' },
		alerts: [
			{
				...read,
				title: 'Filesystem /var on web-1 is WARN',
				text: 'Used: 84.30%\ntrend per 1 day: +11.4 GiB\ntime left: 5 hours',
				severity: 'warning',
				toolSeverity: 'WARN',
			},
		],
	},
	{
		name: 'odd: a check that knows nothing',
		payload: { ...problem, NOTIFY_SERVICESTATE: 'UNKNOWN', NOTIFY_LONGSERVICEOUTPUT: '' },
		alerts: [
			{
				...read,
				title: 'Filesystem /var on web-1 is UNKNOWN',
				text: 'Used: 97.12% - 77.7 GiB of 80.0 GiB (warn/crit at 80.00%/90.00%)',
				severity: 'error',
				toolSeverity: 'UNKNOWN',
			},
		],
	},
	{
		name: 'odd: names without NOTIFY, no address of the site',
		payload: {
			WHAT: 'SERVICE',
			NOTIFICATIONTYPE: 'PROBLEM',
			HOSTNAME: 'web-1',
			SERVICEDESC: 'Filesystem /var',
			SERVICESTATE: 'CRITICAL',
			SERVICEURL: '/check_mk/index.py?start_url=view.py',
		},
		alerts: [
			{
				...read,
				title: 'Filesystem /var on web-1 is CRITICAL',
				text: null,
				toolSeverity: 'CRITICAL',
				startedAt: null,
				links: [],
				labels: {},
			},
		],
	},
	{
		name: 'odd: an acknowledgement',
		payload: {
			...problem,
			NOTIFY_NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT (sticky)',
			NOTIFY_LONGSERVICEOUTPUT: '',
			NOTIFY_NOTIFICATIONAUTHOR: 'mira',
			NOTIFY_NOTIFICATIONCOMMENT: 'On it',
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'an acknowledgement in Checkmk',
				text: 'Used: 97.12% - 77.7 GiB of 80.0 GiB (warn/crit at 80.00%/90.00%)\nmira: On it',
				startedAt: null,
			},
		],
	},
	{
		name: 'odd: an alert handler ran',
		payload: { ...problem, NOTIFY_NOTIFICATIONTYPE: 'ALERTHANDLER (OK)' },
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'the run of an alert handler in Checkmk',
				startedAt: null,
			},
		],
	},
	{
		name: 'odd: a downtime begins',
		payload: { ...fine, NOTIFY_NOTIFICATIONTYPE: 'DOWNTIMESTART' },
		alerts: [
			{
				...readFine,
				state: 'none',
				reason: 'the start of a downtime in Checkmk',
				endedAt: null,
			},
		],
	},
	{
		name: 'odd: a downtime ends, and the problem is still there',
		payload: { ...problem, NOTIFY_NOTIFICATIONTYPE: 'DOWNTIMEEND' },
		alerts: [read],
	},
	{
		name: 'odd: flapping begins',
		payload: { ...problem, NOTIFY_NOTIFICATIONTYPE: 'FLAPPINGSTART' },
		alerts: [{ ...read, title: 'Filesystem /var on web-1 is flapping' }],
	},
	{
		name: 'odd: flapping ends well',
		payload: { ...fine, NOTIFY_NOTIFICATIONTYPE: 'FLAPPINGSTOP' },
		alerts: [readFine],
	},
];
