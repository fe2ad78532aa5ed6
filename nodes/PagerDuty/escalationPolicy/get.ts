import { collection, locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { recordOf } from '../api/profile';
import { ESCALATION_POLICY } from '../form/ids';
import { include } from './include';
import { toPolicyRecord } from './record';

/** `GET /escalation_policies/{id}`. docs/facts/pagerduty.md#policies-teams-priorities-and-workflows. */
export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get escalation policy',
	description: 'Read one escalation policy: whom it notifies on which level, and after how long',
	retry: 'read',
	properties: [
		locator(ESCALATION_POLICY, {
			displayName: 'Escalation Policy',
			name: 'escalationPolicyId',
			required: true,
			description: 'The escalation policy to read: choose it, or give its ID or address',
		}),
		simplify,
		collection('Options', 'options', [include]),
	],
	request: (parameters) => ({
		method: 'GET',
		path: `/escalation_policies/${parameters.pathId('escalationPolicyId')}`,
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: recordOf('escalation_policy'),
	simplify: toPolicyRecord,
};
