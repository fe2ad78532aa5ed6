import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { addPost } from '../../sandbox/pagerduty/statusPages/seed';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM } from '../incidents';
import { NOW, firstPage, saying } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const create = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'create',
	statusPageId: byId(firstPage(on).id),
	title: 'Checkout is slow',
	...saying(on),
	...fields,
});
const named = (title: string) =>
	[...firstPage(on).page.posts.values()].filter((one) => one.title === title);
const sent = () => on.requests().filter(({ method }) => method === 'POST');

it('carries every field of a maintenance', async () => {
	const { id, status, severity, impact, component, page } = firstPage(on);
	const { error } = await on.run(
		create({
			postType: 'maintenance',
			title: ' New „Fahrräder“ database ',
			message: '<p>We change it</p>',
			statusId: byId(status('scheduled', 'maintenance')),
			severityId: byId(severity('maintenance', 'maintenance')),
			notifySubscribers: true,
			startsAt: '2026-05-01T10:00:00+02:00',
			endsAt: '2026-05-01T11:00:00Z',
			additionalFields: {
				impactedComponents: {
					values: [
						{
							componentId: byId(component),
							impactId: byId(impact('under maintenance', 'maintenance')),
						},
					],
				},
				nextUpdateMinutes: 30,
				reportedAt: '2026-04-30T08:00:00Z',
				extraFields: '{ "new_field": 0 }',
			},
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/status_pages/${id}/posts`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			post: {
				type: 'status_page_post',
				title: 'New „Fahrräder“ database',
				post_type: 'maintenance',
				starts_at: '2026-05-01T08:00:00Z',
				ends_at: '2026-05-01T11:00:00Z',
				status_page: { id, type: 'status_page' },
				updates: [
					{
						type: 'status_page_post_update',
						message: '<p>We change it</p>',
						status: { id: status('scheduled', 'maintenance'), type: 'status_page_status' },
						severity: { id: severity('maintenance', 'maintenance'), type: 'status_page_severity' },
						impacted_services: [
							{
								service: { id: component, type: 'status_page_service' },
								impact: {
									id: impact('under maintenance', 'maintenance'),
									type: 'status_page_impact',
								},
							},
						],
						update_frequency_ms: 1_800_000,
						notify_subscribers: true,
						reported_at: '2026-04-30T08:00:00Z',
					},
				],
				new_field: 0,
			},
		},
	});
	expect(page.notified).toBe(1);
});

it('needs little for an incident, notifies nobody, and gives the record of the post', async () => {
	const { id, status, severity, page } = firstPage(on);
	const { items } = await on.run(create());
	expect(on.theRequest().body).toEqual({
		post: {
			type: 'status_page_post',
			title: 'Checkout is slow',
			post_type: 'incident',
			starts_at: null,
			ends_at: null,
			status_page: { id, type: 'status_page' },
			updates: [
				{
					type: 'status_page_post_update',
					message: 'We are looking',
					status: { id: status('investigating'), type: 'status_page_status' },
					severity: { id: severity('minor'), type: 'status_page_severity' },
					impacted_services: [],
					update_frequency_ms: null,
					notify_subscribers: false,
					reported_at: NOW,
				},
			],
		},
	});
	expect(page.notified).toBe(0);
	const [stored] = named('Checkout is slow');
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: stored.id,
				statusPageId: id,
				postType: 'incident',
				title: 'Checkout is slow',
				startsAt: null,
				endsAt: null,
				linkedResourceId: null,
				postmortemId: null,
				updates: [
					{
						id: stored.updates[0].id,
						message: null,
						statusId: null,
						severityId: null,
						impactedComponents: [],
						notifySubscribers: null,
						nextUpdateMs: null,
						reviewedStatus: null,
						reportedAt: null,
					},
				],
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify", async () => {
	const { items } = await on.run(create({ simplify: false }));
	expect(items[0].json).toMatchObject({ type: 'status_page_post', title: 'Checkout is slow' });
});

describe('when the answer is lost', () => {
	it('finds the post that was made, and makes no second one', async () => {
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(named('Checkout is slow')).toHaveLength(1);
		expect(items[0].json).toMatchObject({
			id: named('Checkout is slow')[0].id,
			title: 'Checkout is slow',
		});
		expect(sent()).toHaveLength(1);
		const looks = on.requests().filter(({ method }) => method === 'GET');
		expect(comparable(looks[0])).toMatchObject({
			path: `/status_pages/${firstPage(on).id}/posts`,
			query: { post_type: 'incident' },
		});
		expect(looks.map(({ query }) => query)).toContainEqual({
			'include[]': 'status_page_post_update',
		});
	});

	it('makes it again when it was not made', async () => {
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(named('Checkout is slow')).toHaveLength(1);
		expect(sent()).toHaveLength(2);
	});

	it('does not take an older post with the same words for it', async () => {
		const { page, incident } = firstPage(on);
		const older = addPost(page, 'Checkout is slow', 'incident', Date.now() - 3_600_000);
		Object.assign(older.updates[0], {
			message: 'We are looking',
			status: incident.updates[0].status,
			severity: { id: firstPage(on).severity('minor'), type: 'status_page_severity' },
		});
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
		const { items, error } = await on.run(create());
		expect(error).toBeUndefined();
		expect(named('Checkout is slow')).toHaveLength(2);
		expect(items[0].json.id).not.toBe(older.id);
	});

	it('names what it cannot decide, should PagerDuty put a time of its own there', async () => {
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const later = new Date(Date.now() + 60_000).toISOString();
		const { page } = firstPage(on);
		const kept = page.posts.set.bind(page.posts);
		page.posts.set = (key, post) => {
			post.updates[0].reported_at = later;
			return kept(key, post);
		};
		const { error } = await on.run(create());
		expect(error?.description).toContain('The outcome is unknown');
		expect(error?.description).toContain(named('Checkout is slow')[0].id);
		expect(sent()).toHaveLength(1);
	});

	it('gives each of two equal posts its own', async () => {
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		const { items, error } = await on.run(create(), { items: [{}, {}] });
		expect(error).toBeUndefined();
		expect(named('Checkout is slow')).toHaveLength(2);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
	});
});

it("passes on PagerDuty's refusal of a state of another page", async () => {
	const { error } = await on.run(create({ statusId: byId('PNOTHERE') }));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain('Status is not of this page.');
});

it.each([
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ title: '={{ "" }}' }, "'Title' is empty (item 0)"],
	[{ title: 'x'.repeat(129) }, "'Title' has 129 characters, and PagerDuty takes 128 at most"],
	[{ message: '={{ "" }}' }, "'Message' is empty (item 0)"],
	[{ statusId: byId('={{ "" }}') }, "'Status' is empty (item 0)"],
	[{ severityId: byId('={{ "so bad" }}') }, `'Severity' is not an ID: "so bad" (item 0)`],
	[{ postType: 'news' }, `'Post Type' cannot be "news" (item 0)`],
	[
		{ postType: 'maintenance', startsAt: '={{ "" }}', endsAt: '={{ "" }}' },
		"'Starts At' is empty (item 0)",
	],
	[
		{ postType: 'maintenance', startsAt: '2026-05-01T10:00Z', endsAt: '2026-05-01T10:00Z' },
		"'Ends At' is not after 'Starts At' (item 0)",
	],
	[{ additionalFields: { nextUpdateMinutes: 0 } }, "'Next Update in Minutes' cannot be 0"],
	[
		{ additionalFields: { impactedComponents: { values: [{ componentId: byId('PCOMP01') }] } } },
		"'Impact' is empty (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(create(fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toHaveLength(0);
});
