import type { INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../form/lists';

/** What a service can carry in full instead of as a reference. docs/facts/pagerduty.md#services. */
export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	default: [],
	description:
		'Related objects to return in full. They show only when Simplify is off. Integrations can hold keys with which anybody can raise alerts: keep them to yourself.',
	options: optionsOf([
		'auto_pause_notifications_parameters',
		'escalation_policies',
		'integrations',
		'teams',
	]),
};
