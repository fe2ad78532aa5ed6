import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { addPost } from '../../sandbox/pagerduty/statusPages/seed';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { firstPage } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMany = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'getAll',
	statusPageId: byId(firstPage(on).id),
	...fields,
});

it('sends every filter as documented', async () => {
	const { id, status, incident } = firstPage(on);
	const statuses = [status('investigating'), status('resolved')];
	const { items } = await on.run(
		getMany({
			filters: {
				postType: 'incident',
				reviewedStatus: 'approved',
				statusIds: rowsOfIds('statusId', statuses),
			},
			simplify: false,
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/status_pages/${id}/posts`,
		query: { post_type: 'incident', reviewed_status: 'approved', 'status[]': statuses },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ id: incident.id, type: 'status_page_post' }),
	]);
});

it('reads all when nothing is set, one record each', async () => {
	const { id, incident, maintenance } = firstPage(on);
	const { items } = await on.run(getMany());
	expect(on.theRequest().query).toEqual({});
	expect(items.map(({ json }) => json.id)).toEqual([incident.id, maintenance.id]);
	expect(items[0]).toEqual({
		json: {
			provider: 'pagerduty',
			id: incident.id,
			statusPageId: id,
			postType: 'incident',
			title: 'Payments by card fail',
			startsAt: null,
			endsAt: null,
			linkedResourceId: null,
			postmortemId: null,
			updates: [
				{
					id: incident.updates[0].id,
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
	});
});

it('goes through the pages, and stops at the limit', async () => {
	for (let index = 0; index < 148; index += 1) {
		addPost(firstPage(on).page, `More ${index}`, 'incident', Date.now());
	}
	const all = await on.run(getMany({ returnAll: true }));
	expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(150);
	expect(on.requests().map(({ query }) => query)).toEqual([
		{},
		{ limit: '100', offset: '25' },
		{ limit: '100', offset: '125' },
	]);
	on.sandbox.clearRequests();
	const some = await on.run(getMany({ limit: 10 }));
	expect(some.items).toHaveLength(10);
	expect(on.requests()).toHaveLength(1);
});

it.each([
	[{ statusPageId: byId('={{ "" }}') }, "'Status Page' is empty (item 0)"],
	[{ limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[{ filters: { postType: 'news' } }, `'Post Type' cannot be "news" (item 0)`],
	[{ filters: { reviewedStatus: 'seen' } }, `'Review' cannot be "seen" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
