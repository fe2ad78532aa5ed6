import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

const CYCLE = '7716548234055550000';

/** What Datadog sends when no payload is entered. */
const byDefault = {
	id: '7716548234011234567',
	title: '[P2] [Triggered on {host:web-1}] Load of the web servers is high',
	body: '%%%\nThe load has been above 8 for five minutes. @webhook-n8n\n%%%',
	date: '1772419270000',
	last_updated: '1772419270000',
	event_type: 'query_alert_monitor',
	org: { id: '100200', name: 'Shop' },
};

/** The payload of docs/alert-sources.md#datadog. */
const ours = {
	...byDefault,
	body: 'The load has been above 8 for five minutes. @webhook-n8n',
	alert_id: '148275309',
	alert_cycle_key: CYCLE,
	alert_transition: 'Triggered',
	alert_type: 'error',
	alert_priority: 'P2',
	alert_scope: 'host:web-1',
	hostname: 'web-1',
	tags: 'env:prod,host:web-1,monitor,service:web',
	link: 'https://app.datadoghq.com/event/event?id=7716548234011234567',
	snapshot: 'https://p.datadoghq.com/snapshot/view/dd-snapshots-prod/org_100200/2026.png',
};

const recovered = {
	...ours,
	id: '7716548234019999999',
	title: '[P2] [Recovered on {host:web-1}] Load of the web servers is high',
	body: 'The load is 2.1.',
	date: '1772420710000',
	alert_transition: 'Recovered',
	alert_type: 'success',
};

const read: Alert = {
	tool: 'Datadog',
	state: 'firing',
	title: 'web-1: Load of the web servers is high',
	text: 'The load has been above 8 for five minutes.',
	severity: 'error',
	toolSeverity: 'P2',
	source: 'web-1',
	service: 'web',
	fingerprint: CYCLE,
	startedAt: '2026-03-02T02:41:10.000Z',
	endedAt: null,
	links: [
		{ text: 'Datadog', href: ours.link },
		{ text: 'Snapshot', href: ours.snapshot },
	],
	labels: { env: 'prod', host: 'web-1', monitor: 'true', service: 'web' },
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	text: 'The load is 2.1.',
	startedAt: null,
	endedAt: '2026-03-02T03:05:10.000Z',
};

const readDefault: Alert = {
	...read,
	service: null,
	fingerprint: fingerprintOf('datadog', '100200', 'Load of the web servers is high', 'host:web-1'),
	links: [],
	labels: { host: 'web-1' },
};

/** A message with another transition, in the variable and in the title. */
const transition = (word: string, more: object = {}) => ({
	...ours,
	title: ours.title.replace('Triggered', word),
	alert_transition: word,
	...more,
});

/** https://docs.datadoghq.com/integrations/webhooks/ */
export const samples: Sample[] = [
	{ name: 'firing', payload: ours, alerts: [read] },
	{ name: 'resolved', payload: recovered, alerts: [readResolved] },
	{ name: 'odd: the default payload, firing', payload: byDefault, alerts: [readDefault] },
	{
		name: 'odd: the default payload, resolved',
		payload: {
			...byDefault,
			title: '[P2] [Recovered on {host:web-1}] Load of the web servers is high',
			body: '%%%\n\n%%%',
			date: '1772420710000',
		},
		alerts: [
			{
				...readDefault,
				state: 'resolved',
				text: null,
				startedAt: null,
				endedAt: '2026-03-02T03:05:10.000Z',
			},
		],
	},
	{
		name: 'odd: a warning, of a monitor that would be critical',
		payload: transition('Warn', { alert_type: 'warning', alert_priority: 'P1' }),
		alerts: [{ ...read, severity: 'warning', toolSeverity: 'P1' }],
	},
	{
		name: 'odd: no data',
		payload: transition('No Data'),
		alerts: [read],
	},
	{
		name: 'odd: notified again',
		payload: transition('Re-Triggered', { date: '1772422870000' }),
		alerts: [{ ...read, startedAt: null }],
	},
	{
		name: 'odd: without priority and group, the variables left as they are',
		payload: {
			...ours,
			title: '[Triggered] Load of the web servers is high',
			alert_priority: '$ALERT_PRIORITY',
			alert_scope: '*',
			hostname: '$HOSTNAME',
			tags: 'monitor',
			snapshot: 'null',
		},
		alerts: [
			{
				...read,
				toolSeverity: 'error',
				title: 'Load of the web servers is high',
				source: null,
				service: null,
				links: read.links.slice(0, 1),
				labels: { monitor: 'true' },
			},
		],
	},
	{
		name: 'odd: a test notification',
		payload: { ...ours, title: `[TEST] ${ours.title}` },
		alerts: [{ ...read, state: 'none', reason: 'a test notification of Datadog' }],
	},
];
