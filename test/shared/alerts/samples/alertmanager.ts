import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const labels = {
	alertname: 'CheckoutErrors',
	instance: 'checkout-3.shop.example:9100',
	job: 'checkout',
	severity: 'critical',
};

const alert = {
	status: 'firing',
	labels,
	annotations: {
		summary: 'Checkout answers 31 % of requests with 502',
		description: 'The error rate of checkout-3 has been above 5 % for ten minutes.',
		runbook_url: 'https://wiki.shop.example/runbooks/checkout',
	},
	startsAt: '2026-03-02T02:41:07.318Z',
	endsAt: '0001-01-01T00:00:00Z',
	generatorURL: 'https://prometheus.shop.example/graph?g0.expr=rate',
	fingerprint: '5ef77f1f8a3ecfad',
};

const other = {
	...alert,
	labels: { ...labels, instance: 'checkout-4.shop.example:9100', severity: 'warning' },
	annotations: {},
	fingerprint: 'a1b2c3d4e5f60718',
};

const resolved = { ...alert, status: 'resolved', endsAt: '2026-03-02T03:05:22Z' };

const group = (status: string, alerts: object[]) => ({
	version: '4',
	groupKey: '{}/{job="checkout"}:{alertname="CheckoutErrors"}',
	truncatedAlerts: 0,
	status,
	receiver: 'n8n',
	groupLabels: { alertname: 'CheckoutErrors' },
	commonLabels: { alertname: 'CheckoutErrors', job: 'checkout' },
	commonAnnotations: {},
	externalURL: 'https://alertmanager.shop.example',
	alerts,
});

const read: Alert = {
	tool: 'Alertmanager',
	state: 'firing',
	title: 'Checkout answers 31 % of requests with 502',
	text: 'The error rate of checkout-3 has been above 5 % for ten minutes.',
	severity: 'critical',
	toolSeverity: 'critical',
	source: 'checkout-3.shop.example:9100',
	service: 'checkout',
	fingerprint: '5ef77f1f8a3ecfad',
	startedAt: '2026-03-02T02:41:07.318Z',
	endedAt: null,
	links: [
		{ text: 'Runbook', href: 'https://wiki.shop.example/runbooks/checkout' },
		{ text: 'Prometheus', href: 'https://prometheus.shop.example/graph?g0.expr=rate' },
		{ text: 'Alertmanager', href: 'https://alertmanager.shop.example' },
	],
	labels,
};

const readOther: Alert = {
	...read,
	title: 'CheckoutErrors',
	text: null,
	severity: 'warning',
	toolSeverity: 'warning',
	source: 'checkout-4.shop.example:9100',
	fingerprint: 'a1b2c3d4e5f60718',
	links: read.links.slice(1),
	labels: other.labels,
};

const readResolved: Alert = { ...read, state: 'resolved', endedAt: '2026-03-02T03:05:22Z' };

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
export const samples: Sample[] = [
	{ name: 'firing', payload: group('firing', [alert]), alerts: [read] },
	{ name: 'resolved', payload: group('resolved', [resolved]), alerts: [readResolved] },
	{
		name: 'grouped',
		payload: group('firing', [alert, other, resolved]),
		alerts: [read, readOther, readResolved],
	},
	{ name: 'odd: an empty group', payload: group('firing', []), alerts: [] },
];
