import type { VendorDifferences } from '../support/known-differences';

const NOT_IN_FILE = /^is not in the official file$/;

export const differences: VendorDifferences = {
	vendor: 'devHelm',
	/** Of our requests. */
	requests: [
		{
			endpoint: 'PATCH /api/v1/incidents/{id}',
			complaint: NOT_IN_FILE,
			reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
		},
		{
			endpoint: 'POST /api/v1/incidents/{id}/acknowledge',
			complaint: NOT_IN_FILE,
			reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
		},
		{
			endpoint: 'GET /api/v1/incidents/{id}/events',
			complaint: NOT_IN_FILE,
			reason: 'newer than the June file (docs/facts/devhelm.md#internal-incidents)',
		},
		{
			endpoint: 'GET /api/v1/incidents',
			complaint: /^query 'excludeId' is not documented$/,
			reason: 'newer than the June file (docs/facts/devhelm.md#filters-of-internal-incidents)',
		},
		{
			endpoint: 'PUT /api/v1/status-pages/{id}/incidents/{incidentId}',
			complaint:
				/^body \/postmortemUrl must (be null|match pattern "\^https\?:\/\/\.\*"|match a schema in anyOf)$/,
			reason:
				'an empty text clears it, as the file itself says beside the pattern (docs/facts/devhelm.md#clearing-the-address-of-a-postmortem)',
		},
		{
			endpoint: 'GET /api/v1/notification-dispatches',
			complaint: /^query '(page|size)' is not documented$/,
			reason:
				'the reply has pages, and official clients ask for 200 (docs/facts/devhelm.md#acknowledging-notifications)',
		},
		{
			endpoint: 'GET /api/v1/maintenance-windows',
			complaint: /^query '(page|size)' is not documented$/,
			reason:
				'the reply has pages, and official clients ask for 200 (docs/facts/devhelm.md#maintenance-windows)',
		},
	],
	/** Of the sandbox's replies. */
	replies: [
		{
			endpoint: 'GET /api/v1/monitors/{id}/results',
			complaint: /^reply 404 body must have required property '(data|hasMore)'$/,
			reason:
				'the file gives refusals here the schema of the list (docs/facts/devhelm.md#results-of-a-monitor)',
		},
		{
			endpoint: 'GET /api/v1/monitors/{id}/uptime',
			complaint: /^reply 404 body must have required property 'data'$/,
			reason:
				'the file gives refusals here the schema of an answer (docs/facts/devhelm.md#results-of-a-monitor)',
		},
	],
};
