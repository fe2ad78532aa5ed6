import type { INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { webhookIncident } from '../../sandbox/pagerduty/webhooks';
import { idsOf, seeded } from '../incidents';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

const node = new PagerDutyIncidentsTrigger();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);

let host: TriggerHost;
const start = async (filters: INodeParameters) => {
	const parameters = {
		authentication: 'apiToken',
		scope: 'account',
		events: ['incident.triggered'],
		simplify: true,
		filters,
	};
	host = await TriggerHost.start({ node, credentials: on.credentials({}), parameters });
	await host.activate();
};
afterEach(async () => await host.stop());

it.each([
	['p1', 'P1', 1],
	['P2', 'P1', 0],
])('with the priority %s chosen, an event of %s starts %d run(s)', async (chosen, name, runs) => {
	await start({ priorityIds: [chosen] });
	const incident = webhookIncident(seeded(on, 'triggered'));
	const priority = { id: idsOf(on).priorities[name], type: 'priority_reference', summary: name };
	const api = on.sandbox.api('pagerDuty');
	api.announce({ type: 'incident.triggered', data: { ...incident, priority } });
	await api.deliveries.idle();
	expect(host.runs).toHaveLength(runs);
});
