import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getUpdates = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'getUpdates',
	...ofPost(on),
	...fields,
});

it('reads the updates, one record each', async () => {
	const { id, incident, status, severity } = firstPage(on);
	const [update] = incident.updates;
	const { items } = await on.run(getUpdates({ filters: { reviewedStatus: 'approved' } }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/status_pages/${id}/posts/${incident.id}/post_updates`,
		query: { reviewed_status: 'approved' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				statusPageId: id,
				postId: incident.id,
				id: update.id,
				message: '<p>Payments by card fail</p>',
				statusId: status('investigating'),
				severityId: severity('all good'),
				impactedComponents: [],
				notifySubscribers: false,
				nextUpdateMs: null,
				reviewedStatus: 'approved',
				reportedAt: update.reported_at,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("goes through the pages, and gives PagerDuty's own objects without Simplify", async () => {
	const { incident } = firstPage(on);
	const [update] = incident.updates;
	for (let index = 0; index < 49; index += 1) {
		incident.updates.push({ ...update, id: `PMORE${index}` });
	}
	const { items } = await on.run(getUpdates({ returnAll: true, simplify: false }));
	expect(items).toHaveLength(50);
	expect(items[0].json).toEqual(update);
	expect(on.requests().map(({ query }) => query)).toEqual([{}, { limit: '100', offset: '25' }]);
});

it.each([
	[{ postId: byId('={{ "" }}') }, "'Post' is empty (item 0)"],
	[{ filters: { reviewedStatus: 'seen' } }, `'Review' cannot be "seen" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getUpdates(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
