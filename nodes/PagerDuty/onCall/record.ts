import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/ground/values';

/**
 * Who is on call, for what and until when. A start or an end of null means "always".
 * docs/facts/pagerduty.md#on-calls.
 */
export function toOnCallRecord(onCall: IDataObject): IDataObject {
	const user = asObject(onCall.user);
	const policy = asObject(onCall.escalation_policy);
	return {
		provider: 'pagerduty',
		userId: asText(user.id) ?? null,
		userName: asText(user.name) ?? asText(user.summary) ?? null,
		userEmail: asText(user.email) ?? null,
		escalationPolicyId: asText(policy.id) ?? null,
		escalationPolicyName: asText(policy.summary) ?? null,
		level: asNumber(onCall.escalation_level) ?? null,
		scheduleName: asText(asObject(onCall.schedule).summary) ?? null,
		start: asText(onCall.start) ?? null,
		end: asText(onCall.end) ?? null,
	};
}
