import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, suite } from '../../support/suite';
import { linkIn, type Waited } from '../../support/waiting';
import { itWaitsForAnAnswer } from '../../support/waitingSuite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const ask = (fields: IDataObject = {}) => ({
	resource: 'event',
	operation: 'sendAndWait',
	message: 'May I restart web-1?',
	status: 2,
	...fields,
});
const events = () => [...on.sandbox.state('bleemeo').events.values()];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the request', () => {
	it('goes out with the usual sign-in, too', async () => {
		const { items, error } = await on.run(ask());
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			data: { outcome: 'timedOut', approved: null },
			question: { message: 'May I restart web-1?' },
		});
	});

	it('is that of Create, with the question and the link for its answer as its text', async () => {
		const { web, metric } = company(on);
		const threadId = 'c4f1d5a0-0000-4000-8000-00000000000c';
		const { items } = await on.run(
			ask({
				status: 1,
				agentId: byId(web),
				metricId: byId(metric),
				happenedAt: '2026-04-15T12:00:00Z',
				additionalFields: {
					title: 'web-1 – Neustart?',
					threadId,
					hasBeenNotified: false,
					extraFields: '{ "new_field": 0 }',
				},
			}),
			withToken(on),
		);
		const { body, ...request } = on.theRequest();
		expect(request).toEqual({
			method: 'POST',
			path: '/v1/event/',
			query: {},
			headers: { ...headersOf(on), 'content-type': 'application/json' },
		});
		const text = String((body as IDataObject).text);
		expect(text.replace(linkIn(text), 'LINK')).toBe(
			'May I restart web-1?\n\nApprove or decline here: LINK',
		);
		expect(body).toEqual({
			agent: web,
			metric,
			status: 1,
			title: 'web-1 – Neustart?',
			text,
			happened_at: '2026-04-15T12:00:00Z',
			has_been_notified: false,
			thread_id: threadId,
			new_field: 0,
		});
		const { incident } = items[0].json as unknown as Waited;
		expect(incident).toMatchObject({ provider: 'bleemeo', status: 'triggered' });
	});

	it('begins a thread of its own when nothing else is filled in', async () => {
		await on.run(ask(), withToken(on));
		expect(on.theRequest().body).toEqual({
			title: 'May I restart web-1?',
			status: 2,
			text: expect.stringMatching(/^May I restart web-1\?\n\nApprove or decline here: http/),
			happened_at: expect.any(String),
			thread_id: expect.stringMatching(UUID),
		});
	});
});

it.each<[string, IDataObject, string]>([
	['no question', { message: ' ' }, "'Message' is empty"],
	['a thread that is none', { additionalFields: { threadId: 'mine' } }, "'Thread ID'"],
	['an end that Bleemeo does not know', { continueWhen: 'acknowledged' }, "'Continue When'"],
	[
		'a text in the place of ours',
		{ additionalFields: { extraFields: '{ "text": "Mine" }' } },
		"'Extra Fields (JSON)' replaces the text",
	],
])('refuses %s before anything is sent', async (_, fields, message) => {
	const { error } = await on.run(ask(fields), withToken(on));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it('does not wait when Bleemeo refuses', async () => {
	on.sandbox.fault('bleemeo', { method: 'POST', status: 403, body: { detail: 'Not allowed' } });
	const { error } = await on.run(ask(), withToken(on));
	expect(error?.message).toContain('Not allowed');
});

describe('the wait', () => {
	const threadOf = (id: string) => {
		const thread = events().find((event) => event.id === id)?.thread_id;
		return events().filter(({ thread_id }) => thread_id === thread);
	};
	itWaitsForAnAnswer('bleemeo', on, {
		node: new Bleemeo(),
		ask,
		credentials: () => withToken(on).credentials as { [type: string]: IDataObject },
		textIn: ({ text }) => text,
		createPath: '/v1/event/',
		resolve: async (id) => {
			const parameters = { resource: 'event', operation: 'resolveThread', eventId: byId(id) };
			await on.run(parameters, withToken(on));
		},
		notesOn: (id) =>
			threadOf(id)
				.filter(({ status }) => status === 10)
				.map(({ text }) => text),
		isClosed: (id) => threadOf(id).some(({ status }) => status === 0),
		reads: { method: 'GET' },
	});
});
