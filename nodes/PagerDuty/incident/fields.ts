import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locator, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { reference } from '../api/profile';
import { ESCALATION_POLICY, INCIDENT, USER } from '../form/ids';

/** The incident that an operation is about; `verb` as in "The incident to resolve". */
export function theIncident(verb: string): INodeProperties {
	return locator(INCIDENT, {
		displayName: 'Incident',
		name: 'incidentId',
		required: true,
		description: `The incident to ${verb}: choose it, or give its ID, number or address`,
	});
}

export const assignees: INodeProperties = locatorList(USER, {
	displayName: 'Assignees',
	name: 'assigneeIds',
	rowName: 'assigneeId',
	description: 'The users to assign, instead of those who are assigned now',
});

/** Another policy for the incident; `more` says what it does in this operation. */
export function policy(more: string): INodeProperties {
	return locator(ESCALATION_POLICY, {
		displayName: 'Escalation Policy',
		name: 'escalationPolicyId',
		description: more,
	});
}

/**
 * Who is to work on the incident: users, or a policy, or nobody new.
 * @throws FormIssue when both are given. docs/facts/pagerduty.md#who-works-on-it.
 */
export function assignment(fields: Parameters): IDataObject {
	const users = fields.ids('assigneeIds');
	const policyId = fields.id('escalationPolicyId');
	if (users.length && policyId) {
		fields.refuse(
			'assigneeIds',
			"and 'Escalation Policy' cannot both be set",
			'Remove one of them: PagerDuty assigns either users or a policy',
		);
	}
	return {
		...(users.length
			? { assignments: users.map((id) => ({ assignee: reference('user', id) })) }
			: {}),
		...(policyId ? { escalation_policy: reference('escalation_policy', policyId) } : {}),
	};
}

/** Refuses a level below 1: levels count from 1. docs/facts/pagerduty.md#escalation-levels. */
export function escalationLevel(fields: Parameters): number | undefined {
	const level = fields.integer('escalationLevel');
	if (level === undefined || level >= 1) return level;
	return fields.refuse(
		'escalationLevel',
		`cannot be ${level}`,
		'Use 1 or more: levels count from 1',
	);
}
