import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const remove = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'delete',
	...ofPost(on),
	...fields,
});

it('removes the post', async () => {
	const { id, incident, page } = firstPage(on);
	const { items } = await on.run(remove());
	expect(on.theRequest()).toEqual({
		method: 'DELETE',
		path: `/status_pages/${id}/posts/${incident.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(page.posts.has(incident.id)).toBe(false);
});

it('is done when it was gone by an attempt without an answer', async () => {
	on.sandbox.fault('pagerDuty', { method: 'DELETE', drop: 'after' });
	const { items, error } = await on.run(remove());
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests()).toHaveLength(2);
});

it('names a post that is not there', async () => {
	const { error } = await on.run(remove({ postId: byId('PNOTHERE') }));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.description).toContain('Check the ID');
});

it('refuses no post before any request', async () => {
	const { error } = await on.run(remove({ postId: byId('={{ "" }}') }));
	expect(error?.message).toBe("'Post' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
