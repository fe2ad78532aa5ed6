import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

const subscription = '/subscriptions/5f0c6f1e-8a4b-4f0e-9c55-2d1b7f3a9e10';
const machine = `${subscription}/resourcegroups/shop/providers/microsoft.compute/virtualmachines/web-1`;
const guid = '8c2f4f0a-7a38-4d52-9d1e-61c0a3b7e944';

const essentials = {
	alertId: `${subscription}/providers/Microsoft.AlertsManagement/alerts/${guid}`,
	alertRule: 'CPU of the web servers',
	severity: 'Sev1',
	signalType: 'Metric',
	monitorCondition: 'Fired',
	monitoringService: 'Platform',
	alertTargetIDs: [machine],
	configurationItems: ['web-1'],
	originAlertId: '5f0c6f1e_shop_microsoft.insights_metricAlerts_CPU_-117781227',
	firedDateTime: '2026-03-02T02:41:10.3713213Z',
	description: 'The CPU of a web server is busy',
	essentialsVersion: '1.0',
	alertContextVersion: '1.0',
	investigationLink: `https://portal.azure.com/#view/alertId/${guid}`,
};

const metric = {
	properties: null,
	conditionType: 'MultipleResourceMultipleMetricCriteria',
	condition: {
		windowSize: 'PT5M',
		allOf: [
			{
				metricName: 'Percentage CPU',
				metricNamespace: 'Microsoft.Compute/virtualMachines',
				operator: 'GreaterThan',
				threshold: '90',
				timeAggregation: 'Average',
				dimensions: [{ name: 'microsoft.resourceId', value: machine }],
				metricValue: 96.4,
			},
		],
	},
};

const message = (more: object, alertContext: object, customProperties: object | null = null) => ({
	schemaId: 'azureMonitorCommonAlertSchema',
	data: { essentials: { ...essentials, ...more }, alertContext, customProperties },
});

const over = {
	monitorCondition: 'Resolved',
	resolvedDateTime: '2026-03-02T03:05:10.2246313Z',
};

const read: Alert = {
	tool: 'Azure Monitor',
	state: 'firing',
	title: 'web-1: CPU of the web servers',
	text: 'The CPU of a web server is busy\nPercentage CPU is 96.4 (GreaterThan 90)',
	severity: 'error',
	toolSeverity: 'Sev1',
	source: 'web-1',
	service: null,
	fingerprint: guid,
	startedAt: '2026-03-02T02:41:10.3713213Z',
	endedAt: null,
	links: [
		{ text: 'Azure', href: `https://portal.azure.com/#view/alertId/${guid}` },
		{ text: 'Resource', href: `https://portal.azure.com/#@/resource${machine}` },
	],
	labels: { 'microsoft.resourceId': machine },
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	endedAt: '2026-03-02T03:05:10.2246313Z',
};

const activity = {
	authorization: { action: 'Microsoft.Compute/virtualMachines/restart/action', scope: machine },
	channels: 'Operation',
	correlationId: '1f2e9d67-0c5f-4b1c-8a39-7f6f5b0c2d11',
	eventSource: 'Administrative',
	eventTimestamp: '2026-03-02T02:41:05.000+00:00',
	level: 'Warning',
	operationName: 'Microsoft.Compute/virtualMachines/restart/action',
	status: 'Started',
	properties: { eventCategory: 'Administrative' },
};

const ofLog = {
	severity: 'Sev4',
	signalType: 'Activity Log',
	configurationItems: undefined,
	originAlertId: '1f2e9d67',
	description: '',
};

const health = (status: string) =>
	message(
		{ ...ofLog, alertRule: 'Health of machines', monitoringService: 'Resource Health' },
		{
			eventSource: 'ResourceHealth',
			level: status === 'Available' ? 'Informational' : 'Critical',
			properties: {
				title: `web-1 is ${status.toLowerCase()}`,
				details: null,
				currentHealthStatus: status,
				previousHealthStatus: 'Unknown',
				type: 'Downtime',
				cause: 'PlatformInitiated',
			},
			status: 'Active',
			submissionTimestamp: '2026-03-02T02:43:00.448Z',
		},
	);

const readHealth: Alert = {
	...read,
	title: 'web-1 is unavailable',
	text: null,
	severity: 'critical',
	toolSeverity: 'Critical',
	fingerprint: fingerprintOf('azureMonitor', 'Health of machines', 'health', machine),
	labels: {},
};

const news = (stage: string) =>
	message(
		{
			...ofLog,
			alertRule: 'Health of Azure',
			monitoringService: 'ServiceHealth',
			alertTargetIDs: [subscription],
		},
		{
			eventSource: 'ServiceHealth',
			level: 'Error',
			properties: {
				title: 'Virtual Machines: errors when starting',
				service: 'Virtual Machines',
				region: 'West Europe',
				incidentType: 'Incident',
				trackingId: 'VN3K-7Q8',
				stage,
			},
			status: 'Active',
			submissionTimestamp: '2026-03-02T02:43:00.448Z',
		},
	);

const readNews: Alert = {
	...readHealth,
	title: 'Virtual Machines: errors when starting',
	severity: 'error',
	toolSeverity: 'Error',
	source: '5f0c6f1e-8a4b-4f0e-9c55-2d1b7f3a9e10',
	service: 'Virtual Machines',
	fingerprint: fingerprintOf('azureMonitor', 'Health of Azure', 'VN3K-7Q8'),
	links: [
		read.links[0],
		{ text: 'Resource', href: `https://portal.azure.com/#@/resource${subscription}` },
	],
};

/** https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/alerts-payload-samples */
export const samples: Sample[] = [
	{ name: 'firing', payload: message({}, metric), alerts: [read] },
	{ name: 'resolved', payload: message(over, metric), alerts: [readResolved] },
	{
		name: 'odd: a search in logs, with properties of its own',
		payload: message(
			{ signalType: 'Log', monitoringService: 'Log Alerts V2', severity: 'Sev0' },
			{
				properties: {},
				conditionType: 'LogQueryCriteria',
				condition: {
					allOf: [
						{
							searchQuery: 'requests | where resultCode startswith "5"',
							operator: 'GreaterThan',
							threshold: '10',
							dimensions: [{ name: 'cloud_RoleName', value: 'checkout' }],
							metricValue: 41,
							linkToSearchResultsUI: 'https://portal.azure.com/#blade/Logs/all',
							linkToFilteredSearchResultsUI: 'https://portal.azure.com/#blade/Logs/checkout',
						},
					],
				},
			},
			{ team: 'shop' },
		),
		alerts: [
			{
				...read,
				text: 'The CPU of a web server is busy\nrequests | where resultCode startswith "5" is 41 (GreaterThan 10)',
				severity: 'critical',
				toolSeverity: 'Sev0',
				links: [
					read.links[0],
					{ text: 'Log search', href: 'https://portal.azure.com/#blade/Logs/checkout' },
					read.links[1],
				],
				labels: { team: 'shop', cloud_RoleName: 'checkout' },
			},
		],
	},
	{
		name: 'odd: the activity log',
		payload: message({ ...ofLog, monitoringService: 'Activity Log - Administrative' }, activity),
		alerts: [
			{
				...read,
				text: null,
				severity: 'warning',
				toolSeverity: 'Warning',
				labels: {},
			},
		],
	},
	{
		name: 'odd: a resource is not well',
		payload: health('Unavailable'),
		alerts: [readHealth],
	},
	{
		name: 'odd: a resource is well again, in a message that fires',
		payload: health('Available'),
		alerts: [
			{
				...readHealth,
				state: 'resolved',
				title: 'web-1 is available',
				severity: 'info',
				toolSeverity: 'Informational',
				endedAt: '2026-03-02T02:43:00.448Z',
			},
		],
	},
	{ name: 'odd: Azure itself is not well', payload: news('Active'), alerts: [readNews] },
	{
		name: 'odd: Azure itself is well again, in a message that fires',
		payload: news('Resolved'),
		alerts: [{ ...readNews, state: 'resolved', endedAt: '2026-03-02T02:43:00.448Z' }],
	},
	{
		name: 'odd: the report afterwards',
		payload: news('RCA'),
		alerts: [{ ...readNews, state: 'resolved', endedAt: '2026-03-02T02:43:00.448Z' }],
	},
	{
		name: 'odd: a test of an action group',
		payload: message(
			{
				alertId: `/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.AlertsManagement/alerts/${guid}`,
			},
			metric,
		),
		alerts: [{ ...read, state: 'none', reason: 'a test of an action group in Azure Monitor' }],
	},
];
