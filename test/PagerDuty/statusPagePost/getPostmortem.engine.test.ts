import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getPostmortem = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'getPostmortem',
	...ofPost(on),
	...fields,
});
const written = () => {
	const { incident } = firstPage(on);
	return (incident.postmortem = {
		id: 'PLEARNT',
		self: 'https://api.pagerduty.example/postmortem',
		type: 'status_page_post_postmortem',
		post: { id: incident.id, type: 'status_page_post' },
		message: '<p>A certificate had run out</p>',
		notify_subscribers: false,
		reported_at: '2026-04-15T12:00:00Z',
	});
};

it('gives the record of a postmortem', async () => {
	const { id, incident } = firstPage(on);
	written();
	const { items } = await on.run(getPostmortem());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/status_pages/${id}/posts/${incident.id}/postmortem`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				statusPageId: id,
				postId: incident.id,
				id: 'PLEARNT',
				message: '<p>A certificate had run out</p>',
				notifySubscribers: false,
				reportedAt: '2026-04-15T12:00:00Z',
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify", async () => {
	const postmortem = written();
	const { items } = await on.run(getPostmortem({ simplify: false }));
	expect(items[0].json).toEqual(postmortem);
});

it('says that the post has none yet', async () => {
	const { error } = await on.run(getPostmortem());
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.description).toContain("Write one with the operation 'Set Postmortem'");
});

it('names a post that is not there', async () => {
	const { error } = await on.run(getPostmortem({ postId: byId('PNOTHERE') }));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.description).toContain('Check the ID');
});

it('refuses no post before any request', async () => {
	const { error } = await on.run(getPostmortem({ postId: byId('={{ "" }}') }));
	expect(error?.message).toBe("'Post' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
