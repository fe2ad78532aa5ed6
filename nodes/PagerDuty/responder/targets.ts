import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locatorList } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Parameters } from '../../shared/form/parameters';
import { ESCALATION_POLICY, USER } from '../form/ids';

/** Who is asked; `verb` as in "Users to ask for help". */
export function targets(verb: string): INodeProperties[] {
	return [
		locatorList(USER, {
			displayName: 'Users',
			name: 'userIds',
			rowName: 'userId',
			description: `Users to ${verb}. Give users, escalation policies, or both.`,
		}),
		locatorList(ESCALATION_POLICY, {
			displayName: 'Escalation Policies',
			name: 'escalationPolicyIds',
			rowName: 'escalationPolicyId',
			description: `Escalation policies to ${verb}: whoever is on call there`,
		}),
	];
}

/**
 * References to all that was chosen.
 * @throws FormIssue when nobody was
 */
export function targetsOf(parameters: Parameters): IDataObject[] {
	const of = (name: string, type: string) => parameters.ids(name).map((id) => ({ id, type }));
	const chosen = [
		...of('userIds', 'user_reference'),
		...of('escalationPolicyIds', 'escalation_policy_reference'),
	];
	if (chosen.length) return chosen;
	throw new FormIssue(
		"'Users' and 'Escalation Policies' are both empty",
		'Choose at least one user or one escalation policy.',
	);
}
