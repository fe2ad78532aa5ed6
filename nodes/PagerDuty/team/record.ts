import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';

/** What one looks at in a team. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export function toTeamRecord(team: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(team.id) ?? null,
		name: asText(team.name) ?? null,
		description: asText(team.description) ?? null,
		defaultRole: asText(team.default_role) ?? null,
		url: asText(team.html_url) ?? null,
	};
}
