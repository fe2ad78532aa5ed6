import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { suite } from '../../support/suite';
import { headersOf, withToken } from '../sandbox';
import { OTHER_THREAD, record, THREAD } from '../threads';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const find = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'findByReference',
	reference: THREAD,
	...fields,
});
const run = async (fields: IDataObject = {}) => await on.run(find(fields), withToken(on));
const FIELDS =
	'id,account,agent,metric,status,title,text,happened_at,status_changed_at,previous_status_changed_at,number_status_change_last_hour,has_been_notified,repeatable,thread_id,created_at,modified_at,created_by,modified_by';

it('gives the newest event of an open thread that is no Info', async () => {
	record(on, 30, { title: 'Slow', status: 1 });
	const worse = record(on, 20, { title: 'Störung 🚨', status: 2 });
	record(on, 10, { title: 'Acknowledged', status: 10 });
	record(on, 5, { title: 'Elsewhere', status: 0, thread_id: OTHER_THREAD });
	const { items, hints } = await run();
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/v1/event/',
		query: { thread_id: THREAD, ordering: '-created_at', fields: FIELDS, page_size: '500' },
		headers: headersOf(on),
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'bleemeo',
				id: worse.id,
				number: null,
				title: 'Störung 🚨',
				status: 'triggered',
				severity: 'critical',
				url: null,
				service: null,
				assignees: null,
				actor: null,
				createdAt: worse.created_at,
				updatedAt: worse.modified_at,
				vendorStatus: 'Critical',
				vendorSeverity: 2,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hints).toEqual([]);
});

it('gives one that is OK only when told so', async () => {
	record(on, 30, { title: 'Slow', status: 1 });
	const ok = record(on, 10, { title: 'Fine', status: 0 });
	expect((await run()).items).toEqual([]);
	const { items } = await run({ includeResolved: true, simplify: false });
	expect(items.map(({ json }) => json)).toEqual([ok]);
});

it('gives nothing for an unknown thread, or fails when told so', async () => {
	const none = await run();
	expect([none.items, none.error]).toEqual([[], undefined]);
	const { error } = await run({ whenNothingFound: 'fail' });
	expect(error?.message).toBe(`Nothing open has the 'Thread ID' "${THREAD}" (item 0)`);
});

it.each([
	['={{ "" }}', "'Thread ID' is empty (item 0)"],
	['abc', `'Thread ID' is not an ID: "abc" (item 0)`],
])('refuses %s before any request', async (reference, message) => {
	const { error } = await run({ reference });
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what Bleemeo refuses', async () => {
	on.sandbox.fault('bleemeo', { status: 403, body: { detail: 'Forbidden' } });
	const { error } = await run();
	expect(error?.message).toBe("Bleemeo refused 'Find event by reference' (item 0): Forbidden");
});
