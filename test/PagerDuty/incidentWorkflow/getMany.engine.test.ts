import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({ resource: 'incidentWorkflow', operation: 'getAll', ...fields });

it('sends filter and option as documented', async () => {
	const { items } = await on.run(
		getMany({
			limit: 5,
			filters: { query: 'STÖRUNG' },
			options: { include: ['steps', 'team'] },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/incident_workflows',
		query: { query: 'STÖRUNG', 'include[]': ['steps', 'team'], limit: '5', offset: '0' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({
			name: 'Störung melden',
			steps: [expect.objectContaining({ name: 'Send Status Update' })],
		}),
	]);
});

it('reads all when nothing is set, one record each', async () => {
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({ limit: '50', offset: '0' });
	const [first] = on.sandbox.state('pagerDuty').workflows.values();
	expect(items).toHaveLength(2);
	expect(items[0]).toEqual({
		json: {
			provider: 'pagerduty',
			id: first.id,
			name: 'Open War Room',
			description: 'How we go about: Open War Room',
			isEnabled: null,
			teamId: null,
			steps: null,
			createdAt: first.created_at,
			url: first.html_url,
		},
		pairedItem: { item: 0 },
	});
});

it('is empty, with a notice, where the plan has no workflows', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('incident_workflows');
	const { items, hints, error } = await on.run(getMany());
	expect({ items, error }).toEqual({ items: [], error: undefined });
	expect(hints.map(({ message }) => message)).toEqual([
		"Incident workflows are not part of this PagerDuty account's plan, or switched off in it: the list is empty",
	]);
});

it.each([
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ options: { include: ['runs'] } }, `'Include' cannot be "runs" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
