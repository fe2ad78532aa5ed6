import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import { asObject, asText, compact, isObject } from '../../shared/ground/values';
import { chosen, notStored } from '../../shared/run/create/alike';
import type { CreateOperation, Existing } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';
import { isConflict } from '../incident/state';
import { thePage } from '../statusPageIncident/fields';
import { pathOf, toSubscriberRecord } from './record';

const existing: Existing = {
	sent: ({ path, body }) => ({ ...body, listPath: path }),
	traits: {
		email: chosen('email'),
		listPath: notStored,
	},
	createdAt: (row) => asText(row.createdAt),
	recent: ({ listPath }) => ({ method: 'GET', path: String(listPath) }),
	again: { body: (row) => ({ data: row }) },
	paging,
	rows: rowsOf,
};

/** `POST /api/v1/status-pages/{id}/subscribers`. docs/facts/devhelm.md#components-and-subscribers-of-a-status-page. */
export const add: CreateOperation = {
	value: 'add',
	name: 'Add',
	action: 'Add status page subscriber',
	description:
		'Let somebody get the e-mails of a status page. They are not asked to confirm, so add only who has agreed. Who is subscribed already stays so.',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look among the subscribers of the status page for this address before you run this item again.',
	properties: [
		thePage,
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'name@email.com',
			description: 'The address that gets the e-mails',
		},
		simplify,
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => ({
		method: 'POST',
		path: pathOf(parameters),
		body: {
			...compact({ email: parameters.email('email') }),
			...parameters.group('additionalFields').json('extraFields'),
		},
	}),
	keepsOrder: true,
	existing,
	records: ({ body }) => {
		const { data } = asObject(body);
		return isObject(data) && data.id !== undefined ? [data] : undefined;
	},
	instead: async (fault, { request: { path, body } }, reader) => {
		if (!isConflict(fault)) return;
		const rows = await reader.list({ paging, rows: rowsOf }, { method: 'GET', path });
		const found = rows.filter(({ email }: IDataObject) => emailOf(email) === emailOf(body?.email));
		if (!found.length) return;
		reader.notice('Some addresses were subscribed already: nothing was changed for them');
		return found.slice(0, 1);
	},
	simplify: toSubscriberRecord,
};

const emailOf = (value: unknown) => asText(value)?.toLowerCase();
