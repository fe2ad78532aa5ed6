import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';

/** What one looks at in a service. docs/facts/pagerduty.md#services. */
export function toServiceRecord(service: IDataObject): IDataObject {
	const policy = asObject(service.escalation_policy);
	return {
		provider: 'pagerduty',
		id: asText(service.id) ?? null,
		name: asText(service.name) ?? null,
		description: asText(service.description) ?? null,
		status: asText(service.status) ?? null,
		escalationPolicyId: asText(policy.id) ?? null,
		escalationPolicyName: asText(policy.summary) ?? null,
		teams: asRows(service.teams).flatMap(({ summary }) => asText(summary) ?? []),
		createdAt: asText(service.created_at) ?? null,
		url: asText(service.html_url) ?? null,
	};
}
