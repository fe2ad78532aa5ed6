import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

/** The parameters of docs/alert-sources.md#zabbix: all of them are texts, and a macro that means nothing here stays. */
const problem = {
	alert_subject: 'Problem: High CPU utilization (over 90% for 5m)',
	event_id: '4107',
	event_name: 'High CPU utilization (over 90% for 5m)',
	event_nseverity: '4',
	event_opdata: 'Current utilization: 96.4 %',
	event_recovery_timestamp: '{EVENT.RECOVERY.TIMESTAMP}',
	event_severity: 'High',
	event_source: '0',
	event_tags: '[{"tag":"component","value":"cpu"},{"tag":"scope","value":"performance"}]',
	event_timestamp: '1772419270',
	event_update_action: '{EVENT.UPDATE.ACTION}',
	event_update_message: '{EVENT.UPDATE.MESSAGE}',
	event_update_nseverity: '{EVENT.UPDATE.NSEVERITY}',
	event_update_severity: '{EVENT.UPDATE.SEVERITY}',
	event_update_status: '0',
	event_value: '1',
	host_ip: '10.20.0.11',
	host_name: 'web-1',
	service_name: '{SERVICE.NAME}',
	trigger_description: 'The CPU is busy; programs may answer slowly.',
	trigger_id: '22391',
	trigger_url: '',
	zabbix_url: 'https://zabbix.shop.example/',
};

const recovery = { ...problem, event_value: '0', event_recovery_timestamp: '1772420710' };

const update = {
	...problem,
	event_update_status: '1',
	event_update_action: 'acknowledged and commented',
	event_update_message: 'I am looking at it',
};

const read: Alert = {
	tool: 'Zabbix',
	state: 'firing',
	title: 'web-1: High CPU utilization (over 90% for 5m)',
	text: 'Current utilization: 96.4 %\nThe CPU is busy; programs may answer slowly.',
	severity: 'error',
	toolSeverity: 'High',
	source: 'web-1',
	service: null,
	fingerprint: 'zabbix-4107-22391',
	startedAt: '2026-03-02T02:41:10.000Z',
	endedAt: null,
	links: [
		{
			text: 'Zabbix',
			href: 'https://zabbix.shop.example/tr_events.php?triggerid=22391&eventid=4107',
		},
	],
	labels: { component: 'cpu', scope: 'performance' },
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	endedAt: '2026-03-02T03:05:10.000Z',
};

const nothing = Object.fromEntries(
	Object.keys(problem).map((key) => [key, `{${key.toUpperCase().replaceAll('_', '.')}}`]),
);

/** https://www.zabbix.com/documentation/current/en/manual/config/notifications/media/webhook */
export const samples: Sample[] = [
	{ name: 'firing', payload: problem, alerts: [read] },
	{ name: 'resolved', payload: recovery, alerts: [readResolved] },
	{
		name: 'odd: acknowledged',
		payload: update,
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'an update of a problem in Zabbix (acknowledged and commented)',
				text: `${read.text}\nI am looking at it`,
			},
		],
	},
	{
		name: 'odd: severity changed',
		payload: {
			...update,
			event_update_action: 'changed severity from High to Disaster',
			event_update_message: '',
			event_update_nseverity: '5',
			event_update_severity: 'Disaster',
		},
		alerts: [{ ...read, severity: 'critical', toolSeverity: 'Disaster' }],
	},
	{
		name: 'odd: closed by a person',
		payload: { ...update, event_update_action: 'closed', event_update_message: '' },
		alerts: [{ ...read, state: 'resolved' }],
	},
	{
		name: 'odd: commented after it was over',
		payload: { ...update, event_value: '0', event_update_action: 'commented' },
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'an update of a problem in Zabbix (commented)',
				text: `${read.text}\nI am looking at it`,
			},
		],
	},
	{
		name: 'odd: of a service, by an old Zabbix without addresses and times',
		payload: {
			...problem,
			event_name: 'Status of service "Web shop" changed to Average',
			event_nseverity: '3',
			event_severity: 'Average',
			event_source: '4',
			event_tags: '{EVENT.TAGSJSON}',
			event_timestamp: '{EVENT.TIMESTAMP}',
			event_opdata: '',
			host_ip: '{HOST.IP}',
			host_name: '*UNKNOWN*',
			service_name: 'Web shop',
			trigger_description: '*UNKNOWN*',
			trigger_id: '{TRIGGER.ID}',
			zabbix_url: '{$ZABBIX.URL}',
		},
		alerts: [
			{
				...read,
				title: 'Status of service "Web shop" changed to Average',
				text: null,
				severity: 'warning',
				toolSeverity: 'Average',
				source: null,
				service: 'Web shop',
				fingerprint: 'zabbix-4107',
				startedAt: null,
				links: [],
				labels: {},
			},
		],
	},
	{
		name: 'odd: a host that was discovered',
		payload: { ...problem, event_source: '1', event_value: '2' },
		alerts: [{ ...read, state: 'none', reason: 'a host that Zabbix has discovered or registered' }],
	},
	{
		name: 'odd: a host that discovery no longer finds',
		payload: {
			...problem,
			alert_subject: 'Discovery: LOST 10.20.0.11',
			event_name: '{EVENT.NAME}',
			event_opdata: '{EVENT.OPDATA}',
			event_source: '1',
			event_value: '3',
			host_name: '{HOST.NAME}',
			trigger_description: '{TRIGGER.DESCRIPTION}',
			trigger_id: '{TRIGGER.ID}',
		},
		alerts: [
			{
				...read,
				title: 'Discovery: LOST 10.20.0.11',
				text: null,
				source: '10.20.0.11',
				fingerprint: 'zabbix-4107',
				links: [],
			},
		],
	},
	{
		name: 'odd: the test of a media type, where no macro means anything',
		payload: nothing,
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a test message of Zabbix',
				title: 'Problem',
				text: null,
				severity: null,
				toolSeverity: null,
				source: null,
				fingerprint: fingerprintOf('zabbix', 'Problem', null),
				startedAt: null,
				links: [],
				labels: {},
			},
		],
	},
];
