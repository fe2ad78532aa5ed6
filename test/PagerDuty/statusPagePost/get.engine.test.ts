import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const get = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'get',
	...ofPost(on),
	...fields,
});

it('gives the record of a post with what it says', async () => {
	const { id, maintenance, component, impact, status, severity } = firstPage(on);
	const [update] = maintenance.updates;
	update.impacted_services = [
		{
			service: { id: component, type: 'status_page_service' },
			impact: { id: impact('under maintenance', 'maintenance'), type: 'status_page_impact' },
		},
	];
	const { items } = await on.run(get(ofPost(on, maintenance.id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/status_pages/${id}/posts/${maintenance.id}`,
		query: { 'include[]': 'status_page_post_update' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: maintenance.id,
				statusPageId: id,
				postType: 'maintenance',
				title: 'New database',
				startsAt: maintenance.starts_at,
				endsAt: maintenance.ends_at,
				linkedResourceId: null,
				postmortemId: null,
				updates: [
					{
						id: update.id,
						message: '<p>New database</p>',
						statusId: status('scheduled', 'maintenance'),
						severityId: severity('all good', 'maintenance'),
						impactedComponents: [
							{
								componentId: component,
								impactId: impact('under maintenance', 'maintenance'),
							},
						],
						notifySubscribers: false,
						nextUpdateMs: null,
						reviewedStatus: 'approved',
						reportedAt: update.reported_at,
					},
				],
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('names the postmortem of a post', async () => {
	const { incident } = firstPage(on);
	incident.postmortem = {
		id: 'PLEARNT',
		self: 'https://api.pagerduty.example/postmortem',
		type: 'status_page_post_postmortem',
		post: { id: incident.id, type: 'status_page_post' },
		message: 'A certificate had run out',
		notify_subscribers: false,
		reported_at: '2026-04-15T12:00:00Z',
	};
	const { items } = await on.run(get());
	expect(items[0].json.postmortemId).toBe('PLEARNT');
});

it("gives PagerDuty's own object without Simplify", async () => {
	const { items } = await on.run(get({ simplify: false }));
	expect(items[0].json).toMatchObject({
		type: 'status_page_post',
		updates: [{ type: 'status_page_post_update', message: '<p>Payments by card fail</p>' }],
	});
});

it.each([
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ postId: byId('={{ "a post" }}') }, `'Post' is not an ID: "a post" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
