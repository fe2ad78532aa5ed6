import type { RecordedRequest } from '../sandbox';
import { pagerDutyTokens } from '../sandbox/pagerduty/seed';
import type { KnownDifference, VendorDifferences } from '../support/known-differences';

const isOfAccount = (authorization: string) =>
	[pagerDutyTokens.account, pagerDutyTokens.readOnlyAccount].some(
		(token) => authorization === `Token token=${token}`,
	);

/** Whole objects stand where the file knows references alone. */
const withIncludes = ({ query }: RecordedRequest) => query['include[]'] !== undefined;

export const differences: VendorDifferences = {
	vendor: 'pagerDuty',
	/** Of our requests. */
	requests: [
		{
			endpoint: '*',
			when: ({ headers }) => !isOfAccount(headers.authorization),
			complaint: /^header 'From' is missing$/,
			reason:
				'needed with the key of an account only: those of users say who acts, apps may leave it out',
		},
		{
			endpoint: 'POST /incidents',
			complaint: /^body \/incident\/body\/details must be object$/,
			reason:
				'the guide wants text where the file says object (docs/facts/pagerduty.md#details-are-text)',
		},
		{
			endpoint: 'GET /incidents',
			complaint: /^query 'priority_ids\[\]' is not documented$/,
			reason:
				'undocumented, but works while priorities[] is ignored (docs/facts/pagerduty.md#filter-by-priority)',
		},
		{
			endpoint: 'GET /incidents/{id}',
			complaint: /^query 'include\[\]' must be equal to one of the allowed values: /,
			reason:
				'body can be included too, though the list of values lacks it (docs/facts/pagerduty.md#what-can-be-included)',
		},
		{
			endpoint: 'GET /incidents/{id}/alerts',
			complaint: /^query 'sort_by' must be equal to one of the allowed values: /,
			reason: 'two orders are one value with a comma (docs/facts/pagerduty.md#alerts)',
		},
		{
			endpoint: 'PUT /incidents/{id}/alerts/{alert_id}',
			complaint: /^body \/alert\/type is not documented$/,
			reason:
				'in the example of the file itself, though not in its schema (docs/facts/pagerduty.md#alerts)',
		},
		{
			endpoint: 'PUT /incidents/{id}/custom_fields/values',
			complaint: /^body \/custom_fields\/\d+(\/value)? must (be object|match a schema in anyOf)$/,
			reason:
				'a value is the plain value, where the file wraps it in a second object (docs/facts/pagerduty.md#values-of-custom-fields)',
		},
		{
			endpoint: 'POST /incident_workflows/{id}/instances',
			complaint: /^body \/incident_workflow_instance\/type is not documented$/,
			reason:
				'the type is part of the body, as of every other object (docs/facts/pagerduty.md#workflows)',
		},
		{
			endpoint: 'POST /incidents/{id}/responder_requests',
			complaint:
				/^body \/responder_request_targets\/\d+\/responder_request_target is not documented$/,
			reason:
				'nested twice, as in the example of the file itself (docs/facts/pagerduty.md#responders)',
		},
		{
			endpoint: 'GET /incidents/{id}/status_updates/subscribers',
			complaint: /^query '(limit|offset)' is not documented$/,
			reason:
				'sent from the second page on: the documented reply has pages (docs/facts/pagerduty.md#subscribers)',
		},
		...['POST /services', 'PUT /services/{id}'].map(
			(endpoint): KnownDifference => ({
				endpoint,
				complaint: /^body \/service\/support_hours\/(start|end)_time must match format "time"$/,
				reason:
					'times of a day without an offset, as in the examples of the file itself (docs/facts/pagerduty.md#writing-services)',
			}),
		),
		{
			endpoint: 'GET /incidents/{id}/business_services/impacts',
			complaint: /^query 'cursor' is not documented$/,
			reason:
				'named by the description of next_cursor in the reply (docs/facts/pagerduty.md#business-impact)',
		},
		...['posts', 'posts/{post_id}/post_updates'].map(
			(list): KnownDifference => ({
				endpoint: `GET /status_pages/{id}/${list}`,
				complaint: /^query '(limit|offset)' is not documented$/,
				reason:
					'sent from the second page on: the documented reply has pages (docs/facts/pagerduty.md#status-pages)',
			}),
		),
		{
			endpoint: 'POST /status_pages/{id}/posts',
			complaint: /^body \/post\/updates\/\d+ must have required property 'post'$/,
			reason:
				'a post has no ID before it is made; the example of the file leaves it out, too (docs/facts/pagerduty.md#status-page-posts)',
		},
		...['GET /change_events', 'GET /services/{id}/change_events'].map(
			(endpoint): KnownDifference => ({
				endpoint,
				complaint: /^query '(since|until)' must match pattern "YYYY-MM-DDThh:mm:ssZ"$/,
				reason:
					'that is how a time looks, and no pattern (docs/facts/pagerduty.md#reading-change-events)',
			}),
		),
	],
	/** Of the sandbox's replies. */
	replies: [
		{
			endpoint: '*',
			complaint:
				/^reply 20[01] body (\/incidents?|\/related_incidents|\/outlier_incident)(\/\d+)?(\/incident)?\/(resolve_reason must be object|resolved_at must be string)$/,
			reason: 'null while there is none, as in the examples of the file itself',
		},
		{
			endpoint: '*',
			complaint:
				/^reply 20[01] body (\/incidents?|\/related_incidents|\/outlier_incident)(\/\d+)?(\/incident)?\/priority must be object$/,
			reason: 'null without a priority, as the payloads of webhooks document it',
		},
		{
			endpoint: 'GET /oncalls',
			complaint: /^reply 200 body \/oncalls\/\d+\/(start|end) must be string$/,
			reason: 'null for somebody who is always on call, as the file itself describes it',
		},
		{
			endpoint: 'GET /oncalls',
			complaint: /^reply 200 body \/oncalls\/\d+\/schedule must be object$/,
			reason: 'null for somebody whom the policy names without a schedule',
		},
		{
			endpoint: '*',
			when: withIncludes,
			complaint:
				/^reply 200 body (\/(oncalls|log_entries|services|alerts)\/\d+|\/log_entry|\/service)\/(user|schedule|escalation_policy|incident|service|teams\/\d+|integrations\/\d+)\/type must be equal to one of the allowed values: (\w+_reference,?)+$/,
			reason: 'include[] puts the whole object in the place of a reference',
		},
		...['GET /log_entries', 'GET /incidents/{id}/log_entries'].map(
			(endpoint): KnownDifference => ({
				endpoint,
				complaint:
					/^reply 200 body (\/log_entries\/\d+|\/log_entry)\/type must be equal to one of the allowed values: acknowledgement_log_entry,/,
				reason:
					'the file allows acknowledge_log_entry for every entry and acknowledgement_log_entry for this one: no word fits both',
			}),
		),
		{
			endpoint: 'GET /incidents/types',
			complaint:
				/^reply 200 body \/incident_types\/\d+\/(description must be string|parent must be object)$/,
			reason: 'null for the base type, as in the example of the file itself',
		},
		{
			endpoint: 'PUT /incidents/{id}/custom_fields/values',
			complaint: /^reply 201 body \/custom_fields\/\d+\/value must be object$/,
			reason: 'the plain value, as in the examples of the file itself',
		},
		{
			endpoint: 'GET /incidents/{id}',
			when: withIncludes,
			complaint: /^reply 200 body \/incident\/body\/details must be object$/,
			reason: 'text, as the guide has it and as it was sent',
		},
		{
			endpoint: 'GET /users/me',
			complaint: /^reply 400 body \/error must be object$/,
			reason: "a plain text, as the tests of PagerDuty's own Python client have it",
		},
		...['GET /services', 'GET /services/{id}', 'POST /services', 'PUT /services/{id}'].map(
			(endpoint): KnownDifference => ({
				endpoint,
				complaint:
					/^reply 20[01] body (\/service|\/services\/\d+)\/(auto_resolve_timeout|acknowledgement_timeout) must be integer$/,
				reason: 'null where it is switched off, as the file itself describes it',
			}),
		),
		...['POST /services', 'PUT /services/{id}'].map(
			(endpoint): KnownDifference => ({
				endpoint,
				complaint:
					/^reply 20[01] body \/service\/support_hours\/(start|end)_time must match format "time"$/,
				reason: 'times of a day without an offset, as in the examples of the file itself',
			}),
		),
		{
			endpoint: 'GET /incident_workflows/{id}',
			complaint: /^reply 200 is not documented$/,
			reason: 'the file has 201 for a read, which is taken as well',
		},
		{
			endpoint: 'POST /webhook_subscriptions',
			complaint: /^reply 201 is not documented$/,
			reason: 'what PagerDuty answers to creates in general; 200 is played otherwise',
		},
		{
			endpoint: '*',
			when: withIncludes,
			complaint:
				/^reply 200 body (\/maintenance_windows\/\d+|\/maintenance_window|\/users?(\/\d+)?|\/notification_rules\/\d+)\/(created_by|contact_method|(services|teams|contact_methods|notification_rules)\/\d+)\/type must be equal to one of the allowed values: (\w+_reference,?)+$/,
			reason: 'include[] puts the whole object in the place of a reference',
		},
	],
	notChecked: [
		{
			endpoint: 'POST /oauth/token',
			reason: 'sign-in of the identity host, which has no file (docs/facts/pagerduty.md#oauth)',
		},
	],
};
