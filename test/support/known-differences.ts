import type { RecordedRequest, Vendor } from '../sandbox';
import { pagerDutyTokens } from '../sandbox/pagerduty/seed';
import { REPLY_DIFFERENCES } from './known-reply-differences';

/**
 * Where our requests, or the sandbox's replies, differ from the official file and are right to.
 * Anything else that differs fails the test that sent it, and what is no longer met fails the run.
 */
export interface KnownDifference {
	vendor: Vendor;
	/** Method and path; a segment in braces is any, as is a star alone. */
	endpoint: string;
	/** Where it depends on the request. */
	when?: (request: RecordedRequest) => boolean;
	/** What the check says about the request, or about the reply: `reply 200 body …`. */
	complaint: RegExp;
	/** With the heading in docs/facts that says so. */
	reason: string;
}

const isOfAccount = (authorization: string) =>
	[pagerDutyTokens.account, pagerDutyTokens.readOnlyAccount].some(
		(token) => authorization === `Token token=${token}`,
	);

const NOT_IN_FILE = /^is not in the official file$/;

export const KNOWN_DIFFERENCES: KnownDifference[] = [
	...REPLY_DIFFERENCES,
	{
		vendor: 'pagerDuty',
		endpoint: '*',
		when: ({ headers }) => !isOfAccount(headers.authorization),
		complaint: /^header 'From' is missing$/,
		reason:
			'needed with the key of an account only: those of users say who acts, apps may leave it out',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'POST /incidents',
		complaint: /^body \/incident\/body\/details must be object$/,
		reason:
			'the guide wants text where the file says object (docs/facts/pagerduty.md#details-are-text)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents',
		complaint: /^query 'priority_ids\[\]' is not documented$/,
		reason:
			'undocumented, but works while priorities[] is ignored (docs/facts/pagerduty.md#filter-by-priority)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents/{id}',
		complaint: /^query 'include\[\]' must be equal to one of the allowed values: /,
		reason:
			'body can be included too, though the list of values lacks it (docs/facts/pagerduty.md#what-can-be-included)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents/{id}/alerts',
		complaint: /^query 'sort_by' must be equal to one of the allowed values: /,
		reason: 'two orders are one value with a comma (docs/facts/pagerduty.md#alerts)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'PUT /incidents/{id}/alerts/{alert_id}',
		complaint: /^body \/alert\/type is not documented$/,
		reason:
			'in the example of the file itself, though not in its schema (docs/facts/pagerduty.md#alerts)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'PUT /incidents/{id}/custom_fields/values',
		complaint: /^body \/custom_fields\/\d+(\/value)? must (be object|match a schema in anyOf)$/,
		reason:
			'a value is the plain value, where the file wraps it in a second object (docs/facts/pagerduty.md#values-of-custom-fields)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'POST /incident_workflows/{id}/instances',
		complaint: /^body \/incident_workflow_instance\/type is not documented$/,
		reason:
			'the type is part of the body, as of every other object (docs/facts/pagerduty.md#workflows)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'POST /incidents/{id}/responder_requests',
		complaint:
			/^body \/responder_request_targets\/\d+\/responder_request_target is not documented$/,
		reason:
			'nested twice, as in the example of the file itself (docs/facts/pagerduty.md#responders)',
	},
	{
		vendor: 'pagerDuty',
		endpoint: 'GET /incidents/{id}/status_updates/subscribers',
		complaint: /^query '(limit|offset)' is not documented$/,
		reason:
			'sent from the second page on: the documented reply has pages (docs/facts/pagerduty.md#subscribers)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'PATCH /api/v1/incidents/{id}',
		complaint: NOT_IN_FILE,
		reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'POST /api/v1/incidents/{id}/acknowledge',
		complaint: NOT_IN_FILE,
		reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'GET /api/v1/incidents/{id}/events',
		complaint: NOT_IN_FILE,
		reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'GET /api/v1/incidents',
		complaint: /^query 'excludeId' is not documented$/,
		reason: 'newer than the June file (docs/facts/devhelm.md#filters-of-internal-incidents)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'PUT /api/v1/status-pages/{id}/incidents/{incidentId}',
		complaint:
			/^body \/postmortemUrl must (be null|match pattern "\^https\?:\/\/\.\*"|match a schema in anyOf)$/,
		reason:
			'an empty text clears it, as the file itself says beside the pattern (docs/facts/devhelm.md#clearing-the-address-of-a-postmortem)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'GET /api/v1/notification-dispatches',
		complaint: /^query '(page|size)' is not documented$/,
		reason:
			'the reply has pages, and official clients ask for 200 (docs/facts/devhelm.md#acknowledging-notifications)',
	},
	{
		vendor: 'devHelm',
		endpoint: 'GET /api/v1/maintenance-windows',
		complaint: /^query '(page|size)' is not documented$/,
		reason:
			'the reply has pages, and official clients ask for 200 (docs/facts/devhelm.md#maintenance-windows)',
	},
];

/** Requests that no official file is about. */
export const NOT_CHECKED: Array<Omit<KnownDifference, 'complaint'>> = [
	{
		vendor: 'pagerDuty',
		endpoint: 'POST /oauth/token',
		reason: 'sign-in of the identity host, which has no file (docs/facts/pagerduty.md#oauth)',
	},
];

/** By which the end of a run tells whether a difference was met. */
export function nameOf({ vendor, endpoint, complaint }: KnownDifference): string {
	return `${vendor} ${endpoint}: ${complaint.source}`;
}

/** True when the endpoint, with its braces, is the one of this request. */
export function isEndpoint(endpoint: string, { method, path }: { method: string; path: string }) {
	if (endpoint === '*') return true;
	const [wanted, template] = endpoint.split(' ');
	if (wanted !== method) return false;
	const given = path.split('/');
	const segments = template.split('/');
	return (
		given.length === segments.length &&
		segments.every((segment, index) => /^\{.*\}$/.test(segment) || segment === given[index])
	);
}
