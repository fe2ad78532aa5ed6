import type { Alert } from '../../../../nodes/shared/alerts/alert';
import { fingerprintOf } from '../../../../nodes/shared/alerts/reading';
import type { Sample } from '../sample';

const arn = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout-5xx';

const alarm = {
	AlarmName: 'checkout-5xx',
	AlarmDescription: 'Checkout answers with errors. Runbook: wiki/checkout',
	AWSAccountId: '111122223333',
	AlarmConfigurationUpdatedTimestamp: '2026-01-09T10:20:30.000+0000',
	NewStateValue: 'ALARM',
	NewStateReason:
		'Threshold Crossed: 2 out of the last 2 datapoints [41.0, 38.0] were greater than the threshold (10.0).',
	StateChangeTime: '2026-03-02T02:41:10.318+0000',
	Region: 'EU (Frankfurt)',
	AlarmArn: arn,
	OldStateValue: 'OK',
	OKActions: ['arn:aws:sns:eu-central-1:111122223333:pages'],
	AlarmActions: ['arn:aws:sns:eu-central-1:111122223333:pages'],
	InsufficientDataActions: [],
	Trigger: {
		MetricName: 'HTTPCode_Target_5XX_Count',
		Namespace: 'AWS/ApplicationELB',
		StatisticType: 'Statistic',
		Statistic: 'SUM',
		Unit: null,
		Dimensions: [
			{ value: 'targetgroup/checkout/4b7e2c9a1d3f5e60', name: 'TargetGroup' },
			{ value: 'app/shop/9f1c3b5a7d2e4f68', name: 'LoadBalancer' },
		],
		Period: 60,
		EvaluationPeriods: 2,
		ComparisonOperator: 'GreaterThanThreshold',
		Threshold: 10,
		TreatMissingData: 'notBreaching',
		EvaluateLowSampleCountPercentile: '',
	},
};

const ok = {
	...alarm,
	NewStateValue: 'OK',
	NewStateReason: 'Threshold Crossed: 1 datapoint [0.0] was not greater than the threshold (10.0).',
	StateChangeTime: '2026-03-02T03:05:10.318+0000',
	OldStateValue: 'ALARM',
};

const wrapped = (message: object) => ({
	Type: 'Notification',
	MessageId: '0c9a2f6e-51d3-4a77-9a0e-3b1f0a6c7d21',
	TopicArn: 'arn:aws:sns:eu-central-1:111122223333:pages',
	Subject: 'ALARM: "checkout-5xx" in EU (Frankfurt)',
	Message: JSON.stringify(message),
	Timestamp: '2026-03-02T02:41:10.500Z',
	SignatureVersion: '1',
	Signature: 'c2lnbmVkIGJ5IG5vYm9keQ==',
	SigningCertURL: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem',
	UnsubscribeURL: 'https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe',
});

const read: Alert = {
	tool: 'AWS CloudWatch',
	state: 'firing',
	title: 'checkout-5xx',
	text: `${alarm.AlarmDescription}\n${alarm.NewStateReason}`,
	severity: null,
	toolSeverity: null,
	source: 'targetgroup/checkout/4b7e2c9a1d3f5e60, app/shop/9f1c3b5a7d2e4f68',
	service: 'AWS/ApplicationELB',
	fingerprint: fingerprintOf('cloudWatch', arn, null),
	startedAt: '2026-03-02T02:41:10.318Z',
	endedAt: null,
	links: [
		{
			text: 'CloudWatch',
			href: 'https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/checkout-5xx',
		},
	],
	labels: {
		account: '111122223333',
		region: 'EU (Frankfurt)',
		TargetGroup: 'targetgroup/checkout/4b7e2c9a1d3f5e60',
		LoadBalancer: 'app/shop/9f1c3b5a7d2e4f68',
	},
};

const readResolved: Alert = {
	...read,
	state: 'resolved',
	text: `${alarm.AlarmDescription}\n${ok.NewStateReason}`,
	startedAt: null,
	endedAt: '2026-03-02T03:05:10.318Z',
};

const ofAccount = { account: '111122223333', region: 'EU (Frankfurt)' };

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export const samples: Sample[] = [
	{ name: 'firing', payload: wrapped(alarm), alerts: [read] },
	{ name: 'resolved', payload: wrapped(ok), alerts: [readResolved] },
	{ name: 'odd: raw, firing', payload: alarm, alerts: [read] },
	{ name: 'odd: raw, resolved', payload: ok, alerts: [readResolved] },
	{
		name: 'odd: not enough data',
		payload: wrapped({ ...alarm, NewStateValue: 'INSUFFICIENT_DATA' }),
		alerts: [{ ...read, title: 'checkout-5xx: not enough data' }],
	},
	{
		name: 'odd: an alarm on a formula',
		payload: wrapped({
			...alarm,
			Trigger: {
				Period: 60,
				EvaluationPeriods: 2,
				ComparisonOperator: 'GreaterThanThreshold',
				Threshold: 0.05,
				Metrics: [
					{ Expression: 'errors / requests', Id: 'rate', Label: 'Error rate', ReturnData: true },
					{
						Id: 'errors',
						MetricStat: {
							Metric: {
								Dimensions: [{ value: 'checkout', name: 'FunctionName' }],
								MetricName: 'Errors',
								Namespace: 'AWS/Lambda',
							},
							Period: 60,
							Stat: 'Sum',
						},
						ReturnData: false,
					},
				],
			},
		}),
		alerts: [
			{
				...read,
				source: 'checkout',
				service: 'AWS/Lambda',
				labels: { ...ofAccount, FunctionName: 'checkout' },
			},
		],
	},
	{
		name: 'odd: a composite alarm, without description',
		payload: wrapped({
			AlarmName: 'checkout-5xx',
			AlarmDescription: null,
			AWSAccountId: '111122223333',
			NewStateValue: 'ALARM',
			NewStateReason: `${arn} transitioned to ALARM at Monday 02 March, 2026 02:41:10 UTC`,
			StateChangeTime: '2026-03-02T02:41:10.318+0000',
			Region: 'EU (Frankfurt)',
			AlarmArn: arn,
			OldStateValue: 'OK',
			AlarmRule: 'ALARM(checkout-5xx-a) OR ALARM(checkout-5xx-b)',
			TriggeringChildren: [{ Arn: arn, State: { Value: 'ALARM' } }],
		}),
		alerts: [
			{
				...read,
				text: `${arn} transitioned to ALARM at Monday 02 March, 2026 02:41:10 UTC`,
				source: null,
				service: null,
				labels: ofAccount,
			},
		],
	},
	{
		name: 'odd: one of several that one alarm watches',
		payload: wrapped({
			...alarm,
			Trigger: {},
			AlarmContributorId: 'a1b2c3d4e5f6',
			AlarmContributorAttributes: { endpoint: '/api/orders' },
		}),
		alerts: [
			{
				...read,
				title: 'checkout-5xx (/api/orders)',
				source: '/api/orders',
				service: null,
				fingerprint: fingerprintOf('cloudWatch', arn, 'a1b2c3d4e5f6'),
				labels: { ...ofAccount, endpoint: '/api/orders' },
			},
		],
	},
	{
		name: 'odd: an old message, without ARN',
		payload: wrapped({ ...alarm, AlarmArn: undefined }),
		alerts: [
			{
				...read,
				fingerprint: fingerprintOf(
					'cloudWatch',
					['111122223333', 'EU (Frankfurt)', 'checkout-5xx'],
					null,
				),
				links: [],
			},
		],
	},
];
