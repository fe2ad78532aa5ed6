import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const setPostmortem = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'setPostmortem',
	...ofPost(on),
	message: '<p>A certificate had run out</p>',
	...fields,
});
const puts = () => on.requests().filter(({ method }) => method === 'PUT');

it('carries every field', async () => {
	const { id, incident, page } = firstPage(on);
	await on.run(
		setPostmortem({
			notifySubscribers: true,
			additionalFields: { extraFields: '{ "new_field": 0 }' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/status_pages/${id}/posts/${incident.id}/postmortem`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			postmortem: {
				type: 'status_page_post_postmortem',
				post: { id: incident.id, type: 'status_page_post' },
				message: '<p>A certificate had run out</p>',
				notify_subscribers: true,
				new_field: 0,
			},
		},
	});
	expect(page.notified).toBe(1);
});

it('notifies nobody unless told, and gives the record', async () => {
	const { id, incident, page } = firstPage(on);
	const { items } = await on.run(setPostmortem());
	expect(on.theRequest().body).toMatchObject({ postmortem: { notify_subscribers: false } });
	expect(page.notified).toBe(0);
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				statusPageId: id,
				postId: incident.id,
				id: incident.postmortem?.id,
				message: '<p>A certificate had run out</p>',
				notifySubscribers: false,
				reportedAt: incident.postmortem?.reported_at,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("replaces what stands there, and gives PagerDuty's own object without Simplify", async () => {
	await on.run(setPostmortem());
	const { items } = await on.run(setPostmortem({ message: 'More is known', simplify: false }));
	expect(items[0].json).toEqual(firstPage(on).incident.postmortem);
	expect(items[0].json.message).toBe('More is known');
});

it('is not sent again when its answer is lost: it is looked for', async () => {
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items, error } = await on.run(setPostmortem({ notifySubscribers: true }));
	expect(error).toBeUndefined();
	expect(puts()).toHaveLength(1);
	expect(firstPage(on).page.notified).toBe(1);
	expect(items[0].json.message).toBe('<p>A certificate had run out</p>');
});

it('says that nobody knows when it is not found either', async () => {
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'before' });
	const { error } = await on.run(setPostmortem());
	expect(puts()).toHaveLength(1);
	expect(error?.description).toContain('The outcome is unknown');
	expect(error?.description).toContain('Look at the post on the status page');
});

it.each([
	[{ postId: byId('={{ "" }}') }, "'Post' is empty (item 0)"],
	[{ message: '={{ "" }}' }, "'Message' is empty (item 0)"],
	[
		{ message: 'x'.repeat(10_001) },
		"'Message' has 10,001 characters, and PagerDuty takes 10,000 at most (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(setPostmortem(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
