import type { RecordedRequest } from '../sandbox';
import type { KnownDifference } from './known-differences';

/** Whole objects stand where the file knows references alone. */
const withIncludes = ({ query }: RecordedRequest) => query['include[]'] !== undefined;

/** Where the sandbox's replies differ from the official file and are right to. */
export const REPLY_DIFFERENCES: KnownDifference[] = [
	{
		vendor: 'pagerDuty',
		endpoint: '*',
		complaint:
			/^reply 20[01] body (\/incidents?|\/related_incidents)(\/\d+)?(\/incident)?\/(resolve_reason must be object|resolved_at must be string)$/,
		reason: 'null while there is none, as in the examples of the file itself',
	},
	{
		vendor: 'pagerDuty',
		endpoint: '*',
		complaint:
			/^reply 20[01] body (\/incidents?|\/related_incidents)(\/\d+)?(\/incident)?\/priority must be object$/,
		reason: 'null without a priority, as the payloads of webhooks document it',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /oncalls',
		complaint: /^reply 200 body \/oncalls\/\d+\/(start|end) must be string$/,
		reason: 'null for somebody who is always on call, as the file itself describes it',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /oncalls',
		complaint: /^reply 200 body \/oncalls\/\d+\/schedule must be object$/,
		reason: 'null for somebody whom the policy names without a schedule',
	},
	{
		vendor: 'pagerDuty',
		endpoint: '*',
		when: withIncludes,
		complaint:
			/^reply 200 body (\/(oncalls|log_entries|services|alerts)\/\d+|\/log_entry|\/service)\/(user|schedule|escalation_policy|incident|service|teams\/\d+|integrations\/\d+)\/type must be equal to one of the allowed values: (\w+_reference,?)+$/,
		reason: 'include[] puts the whole object in the place of a reference',
	},
	...['GET /log_entries', 'GET /incidents/{id}/log_entries'].map(
		(endpoint): KnownDifference => ({
			vendor: 'pagerDuty',
			endpoint,
			complaint:
				/^reply 200 body (\/log_entries\/\d+|\/log_entry)\/type must be equal to one of the allowed values: acknowledgement_log_entry,/,
			reason:
				'the file allows acknowledge_log_entry for every entry and acknowledgement_log_entry for this one: no word fits both',
		}),
	),
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents/types',
		complaint:
			/^reply 200 body \/incident_types\/\d+\/(description must be string|parent must be object)$/,
		reason: 'null for the base type, as in the example of the file itself',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'PUT /incidents/{id}/custom_fields/values',
		complaint: /^reply 201 body \/custom_fields\/\d+\/value must be object$/,
		reason: 'the plain value, as in the examples of the file itself',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents/{id}',
		when: withIncludes,
		complaint: /^reply 200 body \/incident\/body\/details must be object$/,
		reason: 'text, as the guide has it and as it was sent',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /users/me',
		complaint: /^reply 400 body \/error must be object$/,
		reason: "a plain text, as the tests of PagerDuty's own Python client have it",
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'POST /webhook_subscriptions',
		complaint: /^reply 201 is not documented$/,
		reason: 'what PagerDuty answers to creates in general; 200 is played otherwise',
	},
	{
		vendor: 'devRev',
		endpoint: '*',
		complaint: /^reply 4\d\d body must NOT have additional properties$/,
		reason:
			'the file allows no key in some kinds of refusal, not even the message and the type that it demands of all',
	},
];
