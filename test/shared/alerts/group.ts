import type { IDataObject } from 'n8n-workflow';

const FIRING = {
	status: 'firing',
	labels: {
		alertname: 'CheckoutErrors',
		instance: 'checkout-3.shop.example:9100',
		job: 'checkout',
		severity: 'critical',
	},
	annotations: {
		summary: 'Checkout answers 31 % of requests with 502',
		description: 'The error rate has been above 5 % for ten minutes.',
		runbook_url: 'https://wiki.shop.example/runbooks/checkout',
	},
	startsAt: '2026-03-02T02:41:07.318Z',
	endsAt: '0001-01-01T00:00:00Z',
	generatorURL: 'https://prometheus.shop.example/graph?g0.expr=rate',
	fingerprint: '5ef77f1f8a3ecfad',
};

/** An alert of Alertmanager with some of its members changed. */
export const firing = (changes: IDataObject = {}): IDataObject => ({ ...FIRING, ...changes });

/** The end of the same. */
export const over = (changes: IDataObject = {}): IDataObject =>
	firing({ status: 'resolved', endsAt: '2026-03-02T03:05:22Z', ...changes });

/** A message of Alertmanager with these alerts. */
export const groupOf = (...alerts: IDataObject[]): IDataObject => ({
	version: '4',
	groupKey: '{}:{}',
	status: 'firing',
	receiver: 'n8n',
	externalURL: 'https://alertmanager.shop.example',
	alerts,
});

/** What comes out of `firing()`. */
export const SHOWN = {
	tool: 'Alertmanager',
	state: 'firing',
	title: 'Checkout answers 31 % of requests with 502',
	text: 'The error rate has been above 5 % for ten minutes.',
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
	labels: FIRING.labels,
	key: 'alertmanager:5ef77f1f8a3ecfad',
	reason: null,
};

/** What comes out of `over()`. */
export const SHOWN_OVER = { ...SHOWN, state: 'resolved', endedAt: '2026-03-02T03:05:22Z' };

/** All that there is to read of `firing()`, for vendors with one text. */
export const DETAILS = `The error rate has been above 5 % for ten minutes.

From Alertmanager
Source: checkout-3.shop.example:9100
Service: checkout
Severity: critical
Started: 2026-03-02T02:41:07.318Z
Runbook: https://wiki.shop.example/runbooks/checkout
Prometheus: https://prometheus.shop.example/graph?g0.expr=rate
Alertmanager: https://alertmanager.shop.example
Labels: alertname=CheckoutErrors, instance=checkout-3.shop.example:9100, job=checkout, severity=critical`;

/** The form of an alert of no known tool that is firing, for the suites over all creates. */
export const GENERIC_FIRING: IDataObject = {
	operation: 'sendFromAlert',
	alertSource: 'generic',
	alertTitle: 'Disk of web-1 is full',
	alertState: 'firing',
	alertFingerprint: 'web-1/disk',
};

/** What comes out of it. */
export const UNKNOWN = {
	tool: 'n8n',
	state: 'firing',
	title: 'Disk of web-1 is full',
	text: null,
	severity: 'critical',
	toolSeverity: null,
	source: null,
	service: null,
	fingerprint: 'web-1/disk',
	startedAt: null,
	endedAt: null,
	links: [],
	labels: {},
	key: 'generic:web-1/disk',
	reason: null,
};
