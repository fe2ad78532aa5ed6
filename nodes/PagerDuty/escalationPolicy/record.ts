import type { IDataObject } from 'n8n-workflow';

import { asNumber, asRows, asText } from '../../shared/ground/values';

const summaries = (references: unknown) =>
	asRows(references).flatMap(({ summary }) => asText(summary) ?? []);

/** Whom a policy notifies, level by level. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export function toPolicyRecord(policy: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(policy.id) ?? null,
		name: asText(policy.name) ?? null,
		description: asText(policy.description) ?? null,
		levels: asRows(policy.escalation_rules).map((rule, index) => ({
			level: index + 1,
			delayMinutes: asNumber(rule.escalation_delay_in_minutes) ?? null,
			targets: asRows(rule.targets).map(({ id, summary, type }) => ({
				id: asText(id) ?? null,
				name: asText(summary) ?? null,
				type: asText(type)?.replace(/_reference$/, '') ?? null,
			})),
		})),
		repeats: asNumber(policy.num_loops) ?? null,
		services: summaries(policy.services),
		teams: summaries(policy.teams),
		url: asText(policy.html_url) ?? null,
	};
}
