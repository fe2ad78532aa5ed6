import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const first = () => [...on.sandbox.state('pagerDuty').changeEvents.values()][0];
const get = (id: string, fields = {}) => ({
	resource: 'changeEvent',
	operation: 'get',
	changeEventId: byId(id),
	...fields,
});

it('gives the record of a change', async () => {
	const change = first();
	const { items } = await on.run(get(change.id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/change_events/${change.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: change.id,
				summary: 'Deployed build 0 of Checkout',
				source: 'build-pipeline',
				serviceIds: [change.services[0].id],
				serviceNames: ['Checkout'],
				integrationId: change.integration.id,
				details: { build: '0' },
				links: [{ url: 'https://ci.alpenrad.example/0', text: 'Build' }],
				correlation: null,
				occurredAt: change.timestamp,
				url: null,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify", async () => {
	const { items } = await on.run(get(first().id, { simplify: false }));
	expect(items[0].json).toEqual(first());
});

it('has what a change lacks as null', async () => {
	const body = { change_event: { id: 'P1', links: [{ href: 'https://x.example' }] } };
	on.sandbox.fault('pagerDuty', { status: 200, body });
	const { items } = await on.run(get(first().id));
	expect(items[0].json).toEqual({
		provider: 'pagerduty',
		id: 'P1',
		summary: null,
		source: null,
		serviceIds: [],
		serviceNames: [],
		integrationId: null,
		details: null,
		links: [{ url: 'https://x.example', text: null }],
		correlation: null,
		occurredAt: null,
		url: null,
	});
});

it.each([
	['={{ "" }}', "'Change Event' is empty (item 0)"],
	['={{ "a change" }}', `'Change Event' is not an ID: "a change" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
