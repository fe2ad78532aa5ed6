import type { INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../form/lists';

/** What a policy can carry in full instead of as a reference. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: [],
	description: 'Related objects to return in full. They show only when Simplify is off.',
	options: optionsOf(['escalation_rule_assignment_strategies', 'services', 'targets', 'teams']),
};
