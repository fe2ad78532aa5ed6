import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const problem = {
	NOTIFICATIONTYPE: 'PROBLEM',
	HOSTNAME: 'db-2',
	HOSTALIAS: 'Orders database, second',
	HOSTADDRESS: '10.20.0.12',
	HOSTSTATE: 'UP',
	HOSTOUTPUT: 'PING OK - rta 0.4 ms',
	HOSTGROUPNAMES: 'databases,production',
	SERVICEDESC: 'Disk /var',
	SERVICESTATE: 'CRITICAL',
	SERVICEOUTPUT: 'DISK CRITICAL - free space: /var 812 MB (3%)',
	LONGSERVICEOUTPUT: '/var/lib grew by 40 GB\\nsince midnight',
	SERVICEPROBLEMID: '4711',
	LASTSERVICESTATECHANGE: '1772419267',
	SERVICENOTESURL: 'https://wiki.shop.example/disks',
	SERVICEACTIONURL: '',
};

/** Nagios empties what does not belong to a host. */
const hostProblem = {
	...problem,
	HOSTSTATE: 'DOWN',
	HOSTOUTPUT: 'CRITICAL - Host Unreachable (10.20.0.12)',
	LASTHOSTSTATECHANGE: '1772419267',
	SERVICEDESC: '',
	SERVICESTATE: '',
	SERVICEOUTPUT: '',
	LONGSERVICEOUTPUT: '',
	SERVICEPROBLEMID: '',
	SERVICENOTESURL: '',
};

/** The environment of a notification command of Icinga 2, under its own names. */
const icinga = {
	'notification.type': 'PROBLEM',
	'notification.author': '',
	'notification.comment': '',
	'host.name': 'db-2',
	'host.display_name': 'Orders database, second',
	'host.state': 'UP',
	address: '10.20.0.12',
	'service.name': 'Disk /var',
	'service.state': 'WARNING',
	'service.output': 'DISK WARNING - free space: /var 9 GB (11%)',
	'service.last_state_change': '1772419267.318254',
	'service.notes_url': '$service.notes_url$',
};

const read: Alert = {
	tool: 'Nagios',
	state: 'firing',
	title: 'Disk /var on db-2 is CRITICAL',
	text: 'DISK CRITICAL - free space: /var 812 MB (3%)\n/var/lib grew by 40 GB\nsince midnight',
	severity: 'critical',
	toolSeverity: 'CRITICAL',
	source: 'db-2',
	service: 'Disk /var',
	fingerprint: '06f88f98ba759ae3de0ae751f2d333cd',
	startedAt: '2026-03-02T02:41:07.000Z',
	endedAt: null,
	links: [{ text: 'Notes', href: 'https://wiki.shop.example/disks' }],
	labels: { address: '10.20.0.12', hostGroups: 'databases,production' },
};

const readFine: Alert = {
	...read,
	state: 'resolved',
	title: 'Disk /var on db-2 is OK',
	text: 'DISK OK - free space: /var 60 GB (71%)',
	severity: null,
	toolSeverity: 'OK',
	startedAt: null,
	endedAt: '2026-03-02T03:05:22.000Z',
};

const fine = {
	...problem,
	NOTIFICATIONTYPE: 'RECOVERY',
	SERVICESTATE: 'OK',
	SERVICEOUTPUT: 'DISK OK - free space: /var 60 GB (71%)',
	LONGSERVICEOUTPUT: '',
	// So it is in Nagios: the problem's ID is gone with the problem.
	SERVICEPROBLEMID: '0',
	LASTSERVICESTATECHANGE: '1772420722',
};

const readHost: Alert = {
	...read,
	title: 'db-2 is DOWN',
	text: 'CRITICAL - Host Unreachable (10.20.0.12)',
	toolSeverity: 'DOWN',
	service: null,
	fingerprint: 'd0a1f8f4e95a9656cd4ea8fa78a363f0',
	links: [],
};

const readIcinga: Alert = {
	...read,
	tool: 'Icinga',
	fingerprint: '23999863ec0b1679179a1cc37a596c7e',
	title: 'Disk /var on db-2 is WARNING',
	text: 'DISK WARNING - free space: /var 9 GB (11%)',
	severity: 'warning',
	toolSeverity: 'WARNING',
	startedAt: '2026-03-02T02:41:07.318Z',
	links: [],
	labels: { address: '10.20.0.12' },
};

/** https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/macrolist.html and Icinga's */
export const samples: Sample[] = [
	{ name: 'firing', payload: problem, alerts: [read] },
	{ name: 'resolved', payload: fine, alerts: [readFine] },
	{ name: 'odd: a host', payload: hostProblem, alerts: [readHost] },
	{
		name: 'odd: a host that others hide',
		payload: { ...hostProblem, HOSTSTATE: 'UNREACHABLE' },
		alerts: [
			{
				...readHost,
				title: 'db-2 is UNREACHABLE',
				severity: 'error',
				toolSeverity: 'UNREACHABLE',
			},
		],
	},
	{
		name: 'odd: a host is back',
		payload: {
			...hostProblem,
			NOTIFICATIONTYPE: 'RECOVERY',
			HOSTSTATE: 'UP',
			HOSTOUTPUT: 'PING OK',
		},
		alerts: [
			{
				...readHost,
				state: 'resolved',
				title: 'db-2 is UP',
				text: 'PING OK',
				severity: null,
				toolSeverity: 'UP',
				startedAt: null,
				endedAt: '2026-03-02T02:41:07.000Z',
			},
		],
	},
	{
		name: 'odd: macros in small letters',
		payload: Object.fromEntries(
			Object.entries(problem).map(([name, value]) => [name.toLowerCase(), value]),
		),
		alerts: [read],
	},
	{
		name: 'odd: the environment of Nagios',
		payload: Object.fromEntries(
			Object.entries(problem).map(([name, value]) => [`NAGIOS_${name}`, value]),
		),
		alerts: [read],
	},
	{ name: 'odd: Icinga 2 with dots', payload: icinga, alerts: [readIcinga] },
	{
		name: 'odd: Icinga 2 with underscores',
		payload: Object.fromEntries(
			Object.entries(icinga).map(([name, value]) => [name.replace('.', '_'), value]),
		),
		alerts: [readIcinga],
	},
	{
		name: 'odd: Icinga 2 with levels',
		payload: {
			notification: { type: 'Problem' },
			host: { name: 'db-2', state: 'UP' },
			service: {
				name: 'Disk /var',
				state: 'WARNING',
				output: 'DISK WARNING - free space: /var 9 GB (11%)',
				last_state_change: 1772419267.318,
			},
		},
		alerts: [{ ...readIcinga, labels: {} }],
	},
	{
		name: 'odd: a plugin that knows nothing',
		payload: { ...problem, SERVICESTATE: 'UNKNOWN', SERVICEOUTPUT: '', LONGSERVICEOUTPUT: '' },
		alerts: [
			{
				...read,
				title: 'Disk /var on db-2 is UNKNOWN',
				text: null,
				severity: 'error',
				toolSeverity: 'UNKNOWN',
			},
		],
	},
	{
		name: 'odd: an acknowledgement',
		payload: {
			...problem,
			NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT',
			LONGSERVICEOUTPUT: '',
			NOTIFICATIONAUTHOR: 'Mira Holt',
			NOTIFICATIONCOMMENT: 'Clearing old dumps',
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'an acknowledgement in Nagios',
				text: 'DISK CRITICAL - free space: /var 812 MB (3%)\nMira Holt: Clearing old dumps',
				startedAt: null,
			},
		],
	},
	{
		name: 'odd: a downtime begins',
		payload: { ...problem, NOTIFICATIONTYPE: 'DOWNTIMESTART' },
		alerts: [
			{ ...read, state: 'none', reason: 'the start of a downtime in Nagios', startedAt: null },
		],
	},
	{
		name: 'odd: a downtime ends, and the problem is still there',
		payload: { ...problem, NOTIFICATIONTYPE: 'DOWNTIMEEND' },
		alerts: [read],
	},
	{
		name: 'odd: a downtime ends, and all is well',
		payload: { ...fine, NOTIFICATIONTYPE: 'DOWNTIMECANCELLED' },
		alerts: [readFine],
	},
	{
		name: 'odd: flapping begins, well at the moment',
		payload: { ...fine, NOTIFICATIONTYPE: 'FLAPPINGSTART' },
		alerts: [
			{
				...readFine,
				state: 'firing',
				title: 'Disk /var on db-2 is flapping',
				startedAt: '2026-03-02T03:05:22.000Z',
				endedAt: null,
			},
		],
	},
	{
		name: 'odd: flapping ends well',
		payload: { ...fine, NOTIFICATIONTYPE: 'FLAPPINGSTOP' },
		alerts: [readFine],
	},
	{
		name: 'odd: flapping ends badly, as Icinga 2 calls it',
		payload: { ...problem, NOTIFICATIONTYPE: 'FlappingEnd' },
		alerts: [read],
	},
	{
		name: 'odd: sent by hand',
		payload: { ...problem, NOTIFICATIONTYPE: 'CUSTOM' },
		alerts: [read],
	},
	{
		name: 'odd: sent by hand about what is well',
		payload: { ...fine, NOTIFICATIONTYPE: 'CUSTOM' },
		alerts: [
			{
				...readFine,
				state: 'none',
				reason: 'a message about what is well in Nagios',
				endedAt: null,
			},
		],
	},
	{
		name: 'odd: a recovery that says no more',
		payload: { NOTIFICATIONTYPE: 'RECOVERY', HOSTNAME: 'db-2' },
		alerts: [
			{
				...readHost,
				state: 'resolved',
				title: 'db-2 is well again',
				text: null,
				severity: null,
				toolSeverity: null,
				startedAt: null,
				labels: {},
			},
		],
	},
];
