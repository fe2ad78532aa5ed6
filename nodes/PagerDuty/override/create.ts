import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { Fault } from '../../shared/ground/failures';
import { textsOf } from '../../shared/ground/text';
import { asNumber, asObject, asRows, compact } from '../../shared/ground/values';
import type { CreateOperation } from '../../shared/run/operation';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { reference } from '../api/profile';
import { USER } from '../form/ids';
import { timesFor, timesOf } from '../form/times';
import { theSchedule } from '../schedule/fields';
import { existing } from './existing';
import { toOverrideRecord } from './record';

const REFUSED =
	"Check 'User', and that the time lies within that of the schedule: it has to end in the future, and the schedule must not have ended before.";

/** `POST /schedules/{id}/overrides`, without From. docs/facts/pagerduty.md#overrides. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create override',
	description:
		'Put somebody on call in the place of whoever a schedule names: from now on for an hour, or at a time to come. An override on top of another one wins.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look at the overrides of the schedule in PagerDuty before you run this item again.',
	properties: [
		theSchedule('override'),
		locator(USER, {
			displayName: 'User',
			name: 'userId',
			required: true,
			description: 'Who is on call in this time: choose the user, or give an ID or address',
		}),
		...timesFor('this user goes on call', 'the schedule counts again'),
		simplify,
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: `/schedules/${parameters.pathId('scheduleId')}/overrides`,
		body: {
			overrides: [
				{
					...compact({ ...timesOf(parameters), user: reference('user', parameters.id('userId')) }),
					...parameters.group('additionalFields').json('extraFields'),
				},
			],
		},
	}),
	existing,
	records: resultsIn,
	output: (results, { request }) => results.map((result) => accepted(result, request)),
	simplify: toOverrideRecord,
};

/** PagerDuty answers 201 also for an override that it refuses, and says so of each one. */
function resultsIn({ body }: Reply): IDataObject[] | undefined {
	const results = asRows(body);
	if (!results.length) return;
	return results.map(({ status, errors, override }) =>
		(asNumber(status) ?? 201) < 300 ? asObject(override) : { status, errors },
	);
}

/** @throws Fault for an override that was refused */
function accepted(result: IDataObject, { method, path }: ApiRequest): IDataObject {
	if (result.id !== undefined) return result;
	throw new Fault({
		kind: 'refused',
		request: `${method} ${path}`,
		words: { text: textsOf(result.errors).join('; '), hint: REFUSED },
		status: asNumber(result.status),
		sent: true,
		attempts: 1,
		waitedMs: 0,
		outcomeUnknown: false,
	});
}
