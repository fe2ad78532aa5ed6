import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { itContinuesWaitingWorkflows } from '../../support/continuingSuite';
import { byId, comparable, suite } from '../../support/suite';
import { headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const tell = (id: string) => ({
	resource: 'event',
	operation: 'continueWaitingWorkflow',
	eventId: byId(id),
});

const events = () => on.sandbox.state('bleemeo').events;

it('reads an event without a thread alone', async () => {
	const [event] = events().values();
	Object.assign(event, { thread_id: null });
	const { items } = await on.run(tell(event.id), withToken(on));
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/v1/event/${event.id}/`,
			query: {},
			headers: headersOf(on),
			body: undefined,
		},
	]);
	expect(items[0].json).toMatchObject({ continued: false, reason: 'noQuestion' });
});

it('refuses what is no event before anything is sent, and says what Bleemeo refuses', async () => {
	expect((await on.run(tell('={{ "no ID at all" }}'), withToken(on))).error?.message).toContain(
		"'Event'",
	);
	expect(on.requests()).toEqual([]);
	const { error } = await on.run(tell('00000000-0000-4000-8000-000000000000'), withToken(on));
	expect(error?.httpCode).toBe('404');
});

itContinuesWaitingWorkflows(on, {
	node: new Bleemeo(),
	ask: () => ({
		resource: 'event',
		operation: 'sendAndWait',
		message: 'May I restart web-1?',
		status: 2,
	}),
	credentials: () => withToken(on).credentials as { [type: string]: IDataObject },
	createPath: '/v1/event/',
	textIn: ({ text }) => text,
	tell,
	rewrite: (id, text) => {
		Object.assign(events().get(id) ?? {}, { text });
	},
	resolve: async (id) => {
		const parameters = { resource: 'event', operation: 'resolveThread', eventId: byId(id) };
		await on.run(parameters, withToken(on));
	},
});
