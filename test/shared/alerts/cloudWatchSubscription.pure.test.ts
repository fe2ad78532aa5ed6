import { SOURCES } from '../../../nodes/shared/alerts/sources';
import { cloudWatch } from '../../../nodes/shared/alerts/sources/cloudWatch';
import { FormIssue } from '../../../nodes/shared/ground/failures';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:pages';

const about = (Type: string) => ({
	Type,
	MessageId: '0c9a2f6e-51d3-4a77-9a0e-3b1f0a6c7d21',
	Token: 'a-token-of-nobody',
	TopicArn: TOPIC,
	Message: `To have the messages of ${TOPIC} sent here, visit the SubscribeURL.`,
	SubscribeURL:
		'https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=a-token-of-nobody',
	Timestamp: '2026-03-02T02:41:10.500Z',
	SignatureVersion: '1',
	Signature: 'c2lnbmVkIGJ5IG5vYm9keQ==',
	SigningCertURL: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem',
});

// https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
it.each([
	[
		'SubscriptionConfirmation',
		`This is no alert: Amazon SNS asks whether it may send the messages of '${TOPIC}' here`,
		"If the topic is yours, open the item's 'SubscribeURL' once in a browser. From then on Amazon SNS sends its alarms, and asks no more.",
	],
	[
		'UnsubscribeConfirmation',
		`This is no alert: Amazon SNS no longer sends the messages of '${TOPIC}' here`,
		"If that was not intended, open the item's 'SubscribeURL' once in a browser, and alarms come again.",
	],
])('%s is said, with what to do, and its address is not opened', (type, message, hint) => {
	const payload = about(type);
	expect(SOURCES.filter((one) => one.recognises(payload))).toEqual([cloudWatch]);
	expect(() => cloudWatch.read(payload)).toThrow(new FormIssue(message, hint));
	expect(thrownBy(() => cloudWatch.read(payload))).toMatchObject({ name: 'FormIssue', hint });
});

it('messages of a topic that are no alarm are none of CloudWatch', () => {
	const payload = { ...about('Notification'), Message: 'The nightly backup is done' };
	expect(SOURCES.filter((one) => one.recognises(payload))).toEqual([]);
});

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (thrown) {
		return thrown;
	}
	return undefined;
}
