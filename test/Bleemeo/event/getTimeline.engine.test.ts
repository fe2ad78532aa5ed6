import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';
import { OTHER_THREAD, record, THREAD } from '../threads';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const getTimeline = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'getTimeline',
	findThreadBy: 'threadId',
	threadId: THREAD,
	...fields,
});
const ofEvent = (id: string, fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'getTimeline',
	eventId: byId(id),
	...fields,
});
const run = async (parameters: IDataObject) => await on.run(parameters, withToken(on));
const FIELDS =
	'id,account,agent,metric,status,title,text,happened_at,status_changed_at,previous_status_changed_at,number_status_change_last_hour,has_been_notified,repeatable,thread_id,created_at,modified_at,created_by,modified_by';

const listed = (query: IDataObject = {}) => ({
	method: 'GET',
	path: '/v1/event/',
	query: { thread_id: THREAD, ordering: '-created_at', fields: FIELDS, page_size: '500', ...query },
	headers: headersOf(on),
	body: undefined,
});

/** A thread that begins, gets worse, is commented, ends and begins again; and an event of another. */
function lived() {
	const { web } = company(on);
	const event = (minutes: number, status: number, title: string, more: IDataObject = {}) =>
		record(on, minutes, { status, title, agent: web, ...more });
	const events = [
		event(50, 1, 'Disk is filling'),
		event(40, 2, 'Disk is full', { text: '99 %\n# von 1 TB' }),
		event(30, 10, 'Acknowledged by Jürgen'),
		event(20, 0, 'Disk is OK'),
		event(10, 2, 'Disk is full'),
	];
	event(5, 2, 'Elsewhere', { thread_id: OTHER_THREAD });
	return events;
}
const entry = ({ id, happened_at }: { id: string; happened_at: string }, fields: IDataObject) => ({
	json: {
		provider: 'bleemeo',
		id,
		incidentId: THREAD,
		time: happened_at,
		actor: null,
		...fields,
	},
	pairedItem: { item: 0 },
});

describe('as items', () => {
	it('gives one record for each event of the thread, newest first', async () => {
		const [first, worse, note, ok, again] = lived();
		const { items, hints } = await run(getTimeline());
		expect(on.theRequest()).toEqual(listed());
		expect(items).toEqual([
			entry(again, { kind: 'reopened', text: 'Disk is full', vendorKind: 'Critical' }),
			entry(ok, { kind: 'resolved', text: 'Disk is OK', vendorKind: 'OK' }),
			entry(note, { kind: 'note', text: 'Acknowledged by Jürgen', vendorKind: 'Info' }),
			entry(worse, {
				kind: 'change',
				text: 'Disk is full\n99 %\n# von 1 TB',
				vendorKind: 'Critical',
			}),
			entry(first, { kind: 'triggered', text: 'Disk is filling', vendorKind: 'Warning' }),
		]);
		expect(hints).toEqual([]);
	});

	it('finds the thread by one of its events', async () => {
		const [, worse] = lived();
		const { items } = await run(ofEvent(worse.id, { limit: 2 }));
		expect(on.requests().map(comparable)).toEqual([
			{
				...listed(),
				path: `/v1/event/${worse.id}/`,
				query: { fields: 'id,title,status,agent,metric,thread_id,happened_at,created_at' },
			},
			listed(),
		]);
		expect(items.map(({ json }) => json.kind)).toEqual(['reopened', 'resolved']);
	});

	it("gives Bleemeo's own events without Simplify", async () => {
		const events = lived();
		const { items } = await run(getTimeline({ simplify: false }));
		expect(items.map(({ json }) => json)).toEqual([...events].reverse());
	});

	it.each([
		[
			'knows no filter and another order',
			() =>
				Object.assign(on.sandbox.state('bleemeo'), { eventFilters: new Set(), eventOrder: 'asc' }),
		],
		[
			'refuses them',
			() =>
				on.sandbox.fault('bleemeo', {
					status: 400,
					body: { thread_id: ['Unknown.'], ordering: ['Unknown.'] },
				}),
		],
	])('gives the same where the server %s', async (_, spoil) => {
		lived();
		spoil();
		const { items } = await run(getTimeline());
		expect(items.map(({ json }) => json.kind)).toEqual([
			'reopened',
			'resolved',
			'note',
			'change',
			'triggered',
		]);
	});
});

describe('as Markdown', () => {
	it('is one document of the thread, oldest first', async () => {
		const [first, worse, note, ok, again] = lived();
		const { items } = await run(getTimeline({ output: 'markdown' }));
		expect(on.theRequest()).toEqual(listed());
		expect(items).toEqual([
			{
				json: {
					provider: 'bleemeo',
					incidentId: THREAD,
					title: 'Disk is filling',
					markdown: [
						'# Disk is filling',
						'',
						'- Status: triggered',
						'- Severity: warning',
						`- Began: ${first.happened_at}`,
						'',
						'## Timeline',
						'',
						`- ${first.happened_at} **triggered**  `,
						'  Disk is filling',
						`- ${worse.happened_at} **change** (Critical)  `,
						'  Disk is full  ',
						'  99 %  ',
						'  \\# von 1 TB',
						`- ${note.happened_at} **note**  `,
						'  Acknowledged by Jürgen',
						`- ${ok.happened_at} **resolved**  `,
						'  Disk is OK',
						`- ${again.happened_at} **reopened**  `,
						'  Disk is full',
						'',
					].join('\n'),
					entries: 5,
					counts: {
						triggered: 1,
						acknowledged: 0,
						resolved: 1,
						reopened: 1,
						escalated: 0,
						assigned: 0,
						note: 1,
						statusUpdate: 0,
						notification: 0,
						change: 1,
						other: 0,
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

describe('what is refused', () => {
	it('a thread that has no events', async () => {
		const { error } = await run(getTimeline());
		expect(error?.message).toBe(
			`'Thread ID' is of no event that can be seen: "${THREAD}" (item 0)`,
		);
	});

	it('an event without a thread', async () => {
		const { id } = record(on, 1, { title: 'Alone', status: 2, thread_id: null });
		const { error } = await run(ofEvent(id));
		expect(error?.message).toBe(
			'The event "Alone" belongs to no thread, so nothing can be added to one (item 0)',
		);
	});

	it('an event that is not there', async () => {
		const { error } = await run(ofEvent('3c90c3cc-0d44-4b50-8888-8dd25736052a'));
		expect(error).toMatchObject({ httpCode: '404' });
	});

	it('a list that leaves out what threads are told by', async () => {
		lived();
		const bare = { results: [{ id: 'x', thread_id: THREAD, status: 2 }], next: null };
		on.sandbox.fault('bleemeo', { status: 200, body: bare });
		const { error } = await run(getTimeline());
		expect(error?.message).toBe(
			'Threads cannot be told apart: what Bleemeo tells of events leaves out "happened_at" (item 0)',
		);
	});

	it.each<[string, IDataObject, string]>([
		['no thread', { threadId: '={{ "" }}' }, "'Thread ID' is empty (item 0)"],
		['half an ID', { threadId: 'abc' }, `'Thread ID' is not an ID: "abc" (item 0)`],
		['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	])('%s, before any request', async (_, fields, message) => {
		const { error } = await run(getTimeline(fields));
		expect(error?.message).toBe(message);
		expect(on.requests()).toEqual([]);
	});
});
