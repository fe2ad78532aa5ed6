import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const result = {
	_time: '1772419267',
	_raw: '2026-03-02 02:41:07 ERROR capture refused',
	host: 'pay-1',
	service: 'payments',
	count: '84',
	severity: 'high',
};

const search = {
	sid: 'scheduler__admin__search__RMD5a1b2c3_at_1772419260_77',
	search_name: 'Payments: failed captures',
	app: 'search',
	owner: 'admin',
	results_link: 'https://splunk.shop.example/app/search/@go?sid=scheduler__admin__search',
	result,
};

const read: Alert = {
	tool: 'Splunk',
	state: 'firing',
	title: 'Payments: failed captures on pay-1',
	text: '2026-03-02 02:41:07 ERROR capture refused',
	severity: 'error',
	toolSeverity: 'high',
	source: 'pay-1',
	service: 'payments',
	fingerprint: '3f2f705b671221fb9528f4a8ed6f9bc1',
	startedAt: '2026-03-02T02:41:07.000Z',
	endedAt: null,
	links: [
		{
			text: 'Results',
			href: 'https://splunk.shop.example/app/search/@go?sid=scheduler__admin__search',
		},
	],
	labels: {
		app: 'search',
		search: 'Payments: failed captures',
		host: 'pay-1',
		service: 'payments',
		count: '84',
		severity: 'high',
	},
};

const detector = {
	severity: 'Major',
	originatingMetric: 'http.server.errors',
	detectOnCondition: 'when(A > 5, "5m")',
	detectOffCondition: null,
	messageTitle: 'Errors of checkout are above 5 a second',
	messageBody: 'The signal has been above 5 for five minutes, now 31.',
	src: '/detector/GaBcDeFgHiJk/edit',
	inputs: {
		A: { value: '31', fragment: "data('http.server.errors')", key: { host: 'checkout-3' } },
	},
	rule: 'Error rate',
	description: 'The value of http.server.errors is above 5.',
	sf_schema: 2,
	eventType: 'GaBcDeFgHiJk_error_rate',
	runbookUrl: 'https://wiki.shop.example/runbooks/checkout',
	triggeredWhileMuted: false,
	detector: 'Checkout',
	detectorId: 'GaBcDeFgHiJk',
	detectorUrl: 'https://app.eu0.signalfx.com/#/detector/GaBcDeFgHiJk/edit?incidentId=GzZyYxXwWvVu',
	incidentId: 'GzZyYxXwWvVu',
	orgId: 'GoRgOrGoRgOr',
	status: 'too high',
	statusExtended: 'anomalous',
	imageUrl: '',
	timestamp: '2026-03-02T02:41:07Z',
	tip: 'Look at the bank first.',
	dimensions: { host: 'checkout-3', 'service.name': 'checkout' },
};

const readDetector: Alert = {
	tool: 'Splunk',
	state: 'firing',
	title: 'Errors of checkout are above 5 a second',
	text: 'The signal has been above 5 for five minutes, now 31.\nLook at the bank first.',
	severity: 'error',
	toolSeverity: 'Major',
	source: 'checkout-3',
	service: 'checkout',
	fingerprint: 'GzZyYxXwWvVu',
	startedAt: '2026-03-02T02:41:07Z',
	endedAt: null,
	links: [
		{ text: 'Runbook', href: 'https://wiki.shop.example/runbooks/checkout' },
		{
			text: 'Alert',
			href: 'https://app.eu0.signalfx.com/#/detector/GaBcDeFgHiJk/edit?incidentId=GzZyYxXwWvVu',
		},
	],
	labels: { host: 'checkout-3', 'service.name': 'checkout' },
};

const over = (statusExtended: string, status = 'ok') => ({
	...detector,
	status,
	statusExtended,
	timestamp: '2026-03-02T03:05:22Z',
});

const readOver: Alert = {
	...readDetector,
	state: 'resolved',
	startedAt: null,
	endedAt: '2026-03-02T03:05:22Z',
};

/** https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks and https://dev.splunk.com/observability/docs/integrations/webhook_integration_overview */
export const samples: Sample[] = [
	{ name: 'firing', payload: detector, alerts: [readDetector] },
	{ name: 'resolved', payload: over('ok'), alerts: [readOver] },
	{
		name: 'odd: a person ended it in Splunk',
		payload: over('manually resolved', 'too high'),
		alerts: [readOver],
	},
	{
		name: 'odd: the detector was taken away',
		payload: over('stopped', 'too high'),
		alerts: [readOver],
	},
	{
		name: 'odd: a detector that says little, as a template of its own may',
		payload: {
			incidentId: 'GzZyYxXwWvVu',
			detector: 'Checkout',
			rule: 'Error rate',
			status: 'too high',
			statusExtended: '',
			severity: 'Minor',
		},
		alerts: [
			{
				...readDetector,
				title: 'Checkout: Error rate',
				text: null,
				severity: 'warning',
				toolSeverity: 'Minor',
				source: null,
				service: null,
				startedAt: null,
				links: [],
				labels: {},
			},
		],
	},
	{ name: 'odd: a search', payload: search, alerts: [read] },
	{
		name: 'odd: a search that says what is over',
		payload: {
			...search,
			sid: 'scheduler__admin__search__RMD5a1b2c3_at_1772420700_91',
			result: { ...result, _time: '1772420722', alert_state: 'resolved', count: '0' },
		},
		alerts: [
			{
				...read,
				state: 'resolved',
				startedAt: null,
				endedAt: '2026-03-02T03:05:22.000Z',
				labels: { ...read.labels, count: '0' },
			},
		],
	},
	{
		name: 'odd: a search with a key and a title of its own',
		payload: {
			...search,
			result: {
				alert_key: 'pay-eu',
				alert_title: 'Captures fail in Europe',
				message: '84 of 90 were refused',
				urgency: 'critical',
			},
		},
		alerts: [
			{
				...read,
				title: 'Captures fail in Europe',
				text: '84 of 90 were refused',
				severity: 'critical',
				toolSeverity: 'critical',
				source: null,
				service: null,
				fingerprint: '17073801d0738c785d24802c95df08d7',
				startedAt: null,
				labels: {
					app: 'search',
					search: 'Payments: failed captures',
					message: '84 of 90 were refused',
					urgency: 'critical',
				},
			},
		],
	},
	{
		name: 'odd: a search that was not saved, with no result',
		payload: { ...search, search_name: null, result: {} },
		alerts: [
			{
				...read,
				title: 'A search in Splunk',
				text: null,
				severity: null,
				toolSeverity: null,
				source: null,
				service: null,
				fingerprint: 'c7d191c53287bc83ca1c9811b4c36855',
				startedAt: null,
				labels: { app: 'search' },
			},
		],
	},
];
