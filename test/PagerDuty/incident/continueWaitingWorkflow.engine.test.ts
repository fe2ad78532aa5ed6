import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { itContinuesWaitingWorkflows } from '../../support/continuingSuite';
import { byId, comparable, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const tell = (id: string) => ({
	resource: 'incident',
	operation: 'continueWaitingWorkflow',
	incidentId: byId(id),
});

const state = () => on.sandbox.state('pagerDuty');

it('reads the incident with its text', async () => {
	const [incident] = state().incidents.values();
	incident.body = { type: 'incident_body', details: 'See https://n8n.example.com' };
	const { items } = await on.run(tell(incident.id));
	expect(comparable(on.requests()[0])).toEqual({
		method: 'GET',
		path: `/incidents/${incident.id}`,
		query: { 'include[]': 'body' },
		headers: {
			accept: 'application/vnd.pagerduty+json;version=2',
			authorization: 'Token token=sandbox-pagerduty-token',
		},
		body: undefined,
	});
	expect(on.requests()).toHaveLength(1);
	expect(items[0].json).toMatchObject({ continued: false, reason: 'noQuestion' });
});

it('refuses what is no incident before anything is sent, and says what PagerDuty refuses', async () => {
	expect((await on.run(tell('={{ "no ID at all" }}'))).error?.message).toContain("'Incident'");
	expect(on.requests()).toEqual([]);
	expect((await on.run(tell('QNOTTHERE00001'))).error?.httpCode).toBe('404');
});

itContinuesWaitingWorkflows(on, {
	node: new PagerDutyIncidents(),
	ask: () => ({
		resource: 'incident',
		operation: 'sendAndWait',
		message: 'May I restart checkout-1?',
		serviceId: byId([...state().services.keys()][0]),
	}),
	credentials: () => on.credentials({}) as { [type: string]: IDataObject },
	createPath: '/incidents',
	textIn: ({ incident }) => ((incident as IDataObject).body as IDataObject).details,
	tell,
	rewrite: (id, details) => {
		const body = { type: 'incident_body', details };
		Object.assign(state().incidents.get(id) ?? {}, { body });
	},
	resolve: async (id) => {
		Object.assign(state().incidents.get(id) ?? {}, { status: 'resolved' });
	},
});
