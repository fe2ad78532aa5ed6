import type { INodeProperties } from 'n8n-workflow';

/** What a reply can carry in full instead of as a reference. docs/facts/pagerduty.md#what-can-be-included. */
const EVERYWHERE = [
	'acknowledgers',
	'agents',
	'assignees',
	'conference_bridge',
	'escalation_policies',
	'first_trigger_log_entries',
	'priorities',
	'services',
	'teams',
	'users',
];

/** The "Include" option; `more` names what only this operation offers. */
export function include(more: string[] = []): INodeProperties {
	return {
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		default: [],
		description: 'Related objects to return in full. They show only when Simplify is off.',
		options: [...EVERYWHERE, ...more].sort().map((value) => ({
			name: value.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
			value,
		})),
	};
}
