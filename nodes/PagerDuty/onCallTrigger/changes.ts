import type { Watching } from '../../shared/trigger/watch';
import type { IDataObject } from 'n8n-workflow';

import { pagingOf, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { form, levelOf, scopeOf } from './form';
import { standingOf, toItem } from './standing';

const onCalls = {
	paging: pagingOf('on-calls', 'Watch schedules or escalation policies in place of the account'),
	rows: rowsOf('oncalls'),
};

/** `GET /oncalls`, for whoever is on call now. docs/facts/pagerduty.md#watching-on-calls. */
export const changes: Watching = {
	vendor: pagerDutyWays,
	form,
	action: 'Look who is on call',
	scope: scopeOf,
	read: async (parameters, reader, now) => {
		const { kind, escalationPolicyIds, scheduleIds } = scopeOf(parameters);
		const rows = await reader.list(onCalls, {
			method: 'GET',
			path: '/oncalls',
			query: {
				'escalation_policy_ids[]': escalationPolicyIds,
				'schedule_ids[]': scheduleIds,
				'include[]': ['users'],
			},
		});
		return standingOf(rows, kind === 'escalationPolicies', now());
	},
	isWanted: (parameters) => {
		const filters = parameters.group('filters');
		const [level, users] = [levelOf(filters), filters.ids('userIds')];
		const gapsOnly = filters.boolean('gapsOnly') === true;
		return ({ about, there, came, went }) => {
			const moved = [...came, ...went.map(({ id }) => id)];
			const levels = (about.levels ?? []) as IDataObject[];
			return (
				(!gapsOnly || Object.keys(there).length === 0) &&
				(level === undefined || levels.some((one) => one.level === level)) &&
				(!users.length || users.some((id) => moved.includes(id)))
			);
		};
	},
	item: toItem,
};
