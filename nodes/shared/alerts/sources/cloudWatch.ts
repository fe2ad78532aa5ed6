import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../ground/failures';
import { asObject, asRows } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	hasKeys,
	labelsOf,
	labelsOfRows,
	linesOf,
	linksOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** Alarms of Amazon CloudWatch through Amazon SNS, wrapped or raw. https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export const cloudWatch: AlertSource = {
	value: 'cloudWatch',
	name: 'AWS CloudWatch',
	looksFor: "'AlarmName' and 'NewStateValue', or 'Type' and 'TopicArn' of Amazon SNS around them",
	recognises: (payload) =>
		hasKeys(payload, 'AlarmName', 'NewStateValue') ||
		isWrapped(payload) ||
		isAboutSubscription(payload),
	read: (payload) => {
		if (isAboutSubscription(payload)) throw subscriptionIssue(payload);
		return [alertFrom(isWrapped(payload) ? unwrapped(payload.Message) : payload)];
	},
};

const isWrapped = ({ Type, TopicArn, Message }: IDataObject): boolean =>
	Type === 'Notification' &&
	typeof TopicArn === 'string' &&
	typeof Message === 'string' &&
	Message.includes('"NewStateValue"');

const isAboutSubscription = (payload: IDataObject): boolean =>
	(payload.Type === 'SubscriptionConfirmation' || payload.Type === 'UnsubscribeConfirmation') &&
	hasKeys(payload, 'TopicArn', 'SubscribeURL');

/** The address is never opened here: whoever can reach the webhook could have this n8n open any. */
function subscriptionIssue({ Type, TopicArn }: IDataObject): FormIssue {
	const topic = textOrNull(TopicArn) ?? 'a topic';
	return Type === 'SubscriptionConfirmation'
		? new FormIssue(
				`This is no alert: Amazon SNS asks whether it may send the messages of '${topic}' here`,
				"If the topic is yours, open the item's 'SubscribeURL' once in a browser. From then on Amazon SNS sends its alarms, and asks no more.",
			)
		: new FormIssue(
				`This is no alert: Amazon SNS no longer sends the messages of '${topic}' here`,
				"If that was not intended, open the item's 'SubscribeURL' once in a browser, and alarms come again.",
			);
}

function unwrapped(message: unknown): IDataObject {
	try {
		return asObject(JSON.parse(textOrNull(message) ?? ''));
	} catch {
		return {};
	}
}

function alertFrom(alarm: IDataObject): Alert {
	const trigger = asObject(alarm.Trigger);
	// An alarm on a formula has the metrics that it works with in place of one of its own.
	const metrics = [
		trigger,
		...asRows(trigger.Metrics).map(({ MetricStat }) => asObject(asObject(MetricStat).Metric)),
	];
	const contributor = labelsOf(alarm.AlarmContributorAttributes);
	const dimensions = {
		...labelsOfRows(metrics.flatMap((one) => asRows(one.Dimensions))),
		...contributor,
	};
	const name = textOrNull(alarm.AlarmName) ?? 'CloudWatch alarm';
	const isOver = alarm.NewStateValue === 'OK';
	const of = Object.values(contributor).join(', ');
	const at = timeOrNull(alarm.StateChangeTime);
	return alertOf({
		tool: 'AWS CloudWatch',
		state: isOver ? 'resolved' : 'firing',
		title: `${name}${of && ` (${of})`}${alarm.NewStateValue === 'INSUFFICIENT_DATA' ? ': not enough data' : ''}`,
		text: linesOf(alarm.AlarmDescription, alarm.NewStateReason),
		source: textOrNull([...new Set(Object.values(dimensions))].join(', ')),
		service: textOrNull(metrics.find(({ Namespace }) => textOrNull(Namespace))?.Namespace),
		fingerprint: fingerprintOf(
			'cloudWatch',
			textOrNull(alarm.AlarmArn) ?? [alarm.AWSAccountId, alarm.Region, name],
			textOrNull(alarm.AlarmContributorId),
		),
		startedAt: isOver ? null : at,
		endedAt: isOver ? at : null,
		links: linksOf(['CloudWatch', consoleOf(textOrNull(alarm.AlarmArn), name)]),
		labels: labelsOf({ account: alarm.AWSAccountId, region: alarm.Region, ...dimensions }),
	});
}

/** The message has no link; in other partitions than the public one the console is elsewhere. */
function consoleOf(arn: string | null, name: string): string | null {
	const region = /^arn:aws:cloudwatch:([a-z0-9-]+):/.exec(arn ?? '')?.[1];
	if (!region) return null;
	const alarm = encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''));
	return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${alarm}`;
}
