import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { itContinuesWaitingWorkflows } from '../../support/continuingSuite';
import { byId, comparable, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS, seeded } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const tell = (id: string) => ({
	resource: 'incident',
	operation: 'continueWaitingWorkflow',
	incidentId: byId(id),
});

const state = () => on.sandbox.state('devHelm');

it('reads the incident with its updates', async () => {
	const { id } = seeded(on, 'CONFIRMED');
	const { items } = await on.run(tell(id));
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'GET',
			path: `/api/v1/incidents/${id}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
	]);
	expect(items[0].json).toMatchObject({ continued: false, reason: 'noQuestion' });
});

it('refuses what is no incident before anything is sent, and says what DevHelm refuses', async () => {
	expect((await on.run(tell('={{ "no ID at all" }}'))).error?.message).toContain("'Incident'");
	expect(on.requests()).toEqual([]);
	expect((await on.run(tell(NOT_THERE))).error?.httpCode).toBe('404');
});

itContinuesWaitingWorkflows(on, {
	node: new DevHelm(),
	ask: () => ({
		resource: 'incident',
		operation: 'sendAndWait',
		message: 'May I restart checkout-1?',
		severity: 'DOWN',
	}),
	credentials: () => on.credentials({}) as { [type: string]: IDataObject },
	createPath: '/api/v1/incidents',
	textIn: ({ body }) => body,
	tell,
	rewrite: (id, body) => {
		for (const update of state().updates.get(id) ?? []) Object.assign(update, { body });
	},
	resolve: async (id) => {
		Object.assign(state().incidents.get(id) ?? {}, { status: 'RESOLVED' });
	},
});
