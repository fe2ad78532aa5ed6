import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import { wantedOf } from '../../shared/run/list';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import { pagingOf, recordOf, rowsOf } from '../api/profile';
import { properties } from './fields';
import { toOnCallRecord } from './record';

const DAYS_AHEAD = 90;
/** Clocks differ a little, and "in 90 days" is worked out before it is sent. */
const LATEST_MS = (DAYS_AHEAD * 24 + 1) * 60 * 60 * 1000;

const read = {
	paging: pagingOf('on-calls', "Narrow the list with the filters, or shorten the time to 'End'"),
	rows: rowsOf('oncalls'),
};
const service = recordOf('service');

/** `GET /oncalls`, after `GET /services/{id}` for one service. docs/facts/pagerduty.md#on-calls. */
export const getMany: StepsOperation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many on-calls',
	description:
		'Find who is on call now, or at many other times: for one service (lowest level first: level 1 is notified first), or in the whole account',
	retry: 'read',
	properties,
	plan: (parameters) => {
		const wanted = wantedOf(parameters);
		const onCalls = listRequest(parameters);
		if (parameters.option<string>('scope') === 'account') {
			return { request: onCalls, run: async ({ list }) => await list(read, onCalls, wanted) };
		}
		const request = {
			method: 'GET' as const,
			path: `/services/${parameters.pathId('serviceId')}`,
		};
		return {
			request,
			run: async (steps) => {
				const found = await serviceOf(steps, request);
				const query = { ...onCalls.query, 'escalation_policy_ids[]': [policyOf(found)] };
				// Of one policy these are few, so all are read and the first to be notified comes first.
				const rows = await steps.list(read, { ...onCalls, query });
				for (const notice of warnings(found, rows)) steps.notice(notice);
				return byLevel(rows).slice(0, wanted);
			},
		};
	},
	simplify: toOnCallRecord,
};

function listRequest(parameters: Parameters): ApiRequest {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const policies = filters.ids('escalationPolicyIds');
	if (policies.length && parameters.option<string>('scope') !== 'account') {
		filters.refuse(
			'escalationPolicyIds',
			'cannot be used for one service, which has its own policy',
			"Remove this filter, or set 'Scope' to Whole Account",
		);
	}
	const included = [
		...options.options<string>('include'),
		...(parameters.boolean('simplify') ? ['users'] : []),
	];
	return {
		method: 'GET',
		path: '/oncalls',
		query: {
			...range(filters),
			earliest: filters.boolean('earliest'),
			'escalation_policy_ids[]': policies,
			'schedule_ids[]': filters.ids('scheduleIds'),
			'user_ids[]': filters.ids('userIds'),
			'include[]': [...new Set(included)],
			time_zone: options.text('timeZone'),
		},
	};
}

/** @throws FormIssue for times that PagerDuty has no on-calls for */
function range(filters: Parameters) {
	const times = timeRange(filters, 'since', 'until');
	for (const name of ['since', 'until'] as const) {
		const time = times[name];
		if (time && Date.parse(time) > Date.now() + LATEST_MS) {
			filters.refuse(
				name,
				`lies more than ${DAYS_AHEAD} days ahead`,
				`PagerDuty knows on-calls for the next ${DAYS_AHEAD} days. Use an earlier time`,
			);
		}
	}
	// PagerDuty takes now for an end that is not given, which would lie before a start to come.
	const isAhead = times.since !== undefined && Date.parse(times.since) > Date.now();
	return isAhead && !times.until ? { ...times, until: times.since } : times;
}

async function serviceOf({ send }: Steps, request: ApiRequest): Promise<IDataObject> {
	return service(await send(request, 'read', service))?.[0] ?? {};
}

function policyOf({ name, escalation_policy }: IDataObject): string {
	const id = asText(asObject(escalation_policy).id);
	if (id) return id;
	throw new FormIssue(
		`The service "${String(name)}" has no escalation policy`,
		'Give it one in PagerDuty, or choose another service: nobody is notified for this one.',
	);
}

/** What somebody who looks for help must not overlook. docs/facts/pagerduty.md#services. */
function warnings({ name, status, escalation_policy }: IDataObject, rows: IDataObject[]): string[] {
	const isSilent = status === 'disabled' || status === 'maintenance';
	return [
		...(isSilent
			? [`The service "${String(name)}" is ${status}: PagerDuty opens no incidents for it`]
			: []),
		...(rows.length
			? []
			: [
					`Nobody was found on call for the service "${String(name)}" (escalation policy "${String(asObject(escalation_policy).summary)}")`,
				]),
	];
}

/** Those of a lower level first; on one level, who begins first. */
function byLevel(rows: IDataObject[]): IDataObject[] {
	const level = (row: IDataObject) => asNumber(row.escalation_level) ?? Infinity;
	const start = ({ start: time }: IDataObject) => Date.parse(asText(time) ?? '') || 0;
	return [...rows].sort((one, other) => level(one) - level(other) || start(one) - start(other));
}
