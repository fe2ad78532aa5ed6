import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../support/suite';
import { seedTriggered } from './incidents';

describe('Preview Only', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const each = (operation: string, more = {}) => ({
		resource: 'incident',
		operation,
		incidentId: byId('={{ $json.id }}'),
		options: { previewOnly: '={{ $json.look }}' },
		...more,
	});
	const statusOf = (id: string) => on.sandbox.state('pagerDuty').incidents.get(id)?.status;

	it('an item that is looked at does not travel with the others', async () => {
		const ids = seedTriggered(on, 3);
		const items = ids.map((id, index) => ({ id, look: index === 1 }));
		const { items: out } = await on.run(each('resolve'), { items });
		expect(ids.map(statusOf)).toEqual(['resolved', 'triggered', 'resolved']);
		expect(out[1].json).toEqual({
			preview: true,
			method: 'PUT',
			url: `${on.sandbox.url('pagerDuty')}/incidents/${ids[1]}`,
			path: `/incidents/${ids[1]}`,
			query: null,
			body: { incident: { type: 'incident_reference', status: 'resolved' } },
			found: null,
		});
	});

	it('where nothing would be sent it says what was found', async () => {
		const [id] = seedTriggered(on, 1);
		const incident = on.sandbox.state('pagerDuty').incidents.get(id);
		if (incident) incident.status = 'acknowledged';
		const { items, hints } = await on.run(each('acknowledge'), { items: [{ id, look: true }] });
		expect(items[0].json).toMatchObject({ preview: true, method: null, body: null });
		expect(items[0].json.found).toMatchObject([{ id, status: 'acknowledged' }]);
		expect(hints.map(({ message }) => message).join()).toContain('acknowledged already');
	});
});

describe('Preview Only of an event', () => {
	const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

	it('the key of the integration is not shown', async () => {
		const { items } = await on.run({
			resource: 'event',
			operation: 'trigger',
			summary: 'Disk full',
			source: 'db-01',
			severity: 'critical',
			options: { previewOnly: true },
		});
		expect(on.requests()).toEqual([]);
		const [{ json }] = items;
		expect(json).toMatchObject({ path: '/v2/enqueue', body: { event_action: 'trigger' } });
		const { integrationApiKey } = on.sandbox.credentials.pagerDutyEventsApi;
		expect(JSON.stringify(json)).not.toContain(integrationApiKey);
	});
});
