import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { itContinuesWaitingWorkflows } from '../../support/continuingSuite';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const tell = (id: string) => ({
	resource: 'incident',
	operation: 'continueWaitingWorkflow',
	incidentId: byId(id),
});

const state = () => on.sandbox.state('devRev');

it('reads the incident', async () => {
	const { id } = seeded(on, 'triage');
	const { items } = await on.run(tell(id));
	expect(on.requests().map(comparable)).toEqual([
		{ method: 'POST', path: '/incidents.get', query: {}, headers: HEADERS, body: { id } },
	]);
	expect(items[0].json).toMatchObject({ continued: false, reason: 'noQuestion' });
});

it('refuses what is no incident before anything is sent, and says what DevRev refuses', async () => {
	expect((await on.run(tell('={{ "no ID at all" }}'))).error?.message).toContain("'Incident'");
	expect(on.requests()).toEqual([]);
	expect((await on.run(tell('INC-99999'))).error?.httpCode).toBe('404');
});

itContinuesWaitingWorkflows(on, {
	node: new DevRev(),
	ask: () => ({
		resource: 'incident',
		operation: 'sendAndWait',
		message: 'May I restart checkout-1?',
	}),
	credentials: () => on.credentials({}) as { [type: string]: IDataObject },
	createPath: '/incidents.create',
	textIn: ({ body }) => body,
	tell,
	rewrite: (id, body) => {
		Object.assign(state().incidents.get(id) ?? {}, { body });
	},
	resolve: async (id) => {
		await on.run({ resource: 'incident', operation: 'resolve', incidentId: byId(id) });
	},
});
