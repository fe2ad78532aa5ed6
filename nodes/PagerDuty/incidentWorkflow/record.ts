import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';

/**
 * What one looks at in a workflow; `steps` is null where the list was not asked for them.
 * docs/facts/pagerduty.md#policies-teams-priorities-and-workflows.
 */
export function toWorkflowRecord(workflow: IDataObject): IDataObject {
	const { steps, is_enabled } = workflow;
	return {
		provider: 'pagerduty',
		id: asText(workflow.id) ?? null,
		name: asText(workflow.name) ?? null,
		description: asText(workflow.description) ?? null,
		isEnabled: typeof is_enabled === 'boolean' ? is_enabled : null,
		teamId: asText(asObject(workflow.team).id) ?? null,
		steps: Array.isArray(steps) ? asRows(steps).map(toStep) : null,
		createdAt: asText(workflow.created_at) ?? null,
		url: asText(workflow.html_url) ?? null,
	};
}

function toStep({ id, name, action_configuration }: IDataObject): IDataObject {
	return {
		id: asText(id) ?? null,
		name: asText(name) ?? null,
		action: asText(asObject(action_configuration).action_id) ?? null,
	};
}
