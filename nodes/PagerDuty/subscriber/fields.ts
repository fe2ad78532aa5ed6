import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { locatorList } from '../../shared/form/fields';
import { FormIssue } from '../../shared/ground/failures';
import type { Parameters } from '../../shared/form/parameters';
import { TEAM, USER } from '../form/ids';

/** Who is meant; `verb` as in "Users to subscribe". */
export function subscribers(verb: string): INodeProperties[] {
	return [
		locatorList(USER, {
			displayName: 'Users',
			name: 'userIds',
			rowName: 'userId',
			description: `Users to ${verb}. Give users, teams, or both.`,
		}),
		locatorList(TEAM, {
			displayName: 'Teams',
			name: 'teamIds',
			rowName: 'teamId',
			description: `Teams to ${verb}`,
		}),
	];
}

/**
 * All that were chosen, as requests want them. docs/facts/pagerduty.md#subscribers.
 * @throws FormIssue when nobody was
 */
export function subscribersOf(parameters: Parameters): IDataObject[] {
	const of = (name: string, subscriber_type: string) =>
		parameters.ids(name).map((subscriber_id) => ({ subscriber_id, subscriber_type }));
	const chosen = [...of('userIds', 'user'), ...of('teamIds', 'team')];
	if (chosen.length) return chosen;
	throw new FormIssue(
		"'Users' and 'Teams' are both empty",
		'Choose at least one user or one team.',
	);
}
