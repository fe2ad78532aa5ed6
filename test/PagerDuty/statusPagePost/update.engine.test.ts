import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { comparable, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, READ_HEADERS } from '../incidents';
import { firstPage, ofPost } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const update = (updateFields: object, fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'update',
	...ofPost(on),
	updateFields: { ...updateFields },
	...fields,
});

it('reads the post, and carries every field', async () => {
	const { id, incident } = firstPage(on);
	const { error } = await on.run(
		update({
			title: ' Another title ',
			postType: 'maintenance',
			startsAt: '2026-05-01T10:00:00Z',
			endsAt: '2026-05-01T11:00:00Z',
			extraFields: { new_field: 0 },
		}),
	);
	expect(error).toBeUndefined();
	const path = `/status_pages/${id}/posts/${incident.id}`;
	expect(on.requests().map(comparable)).toEqual([
		{ method: 'GET', path, query: {}, headers: READ_HEADERS, body: undefined },
		{
			method: 'PUT',
			path,
			query: {},
			headers: HEADERS_WITHOUT_FROM,
			body: {
				post: {
					type: 'status_page_post',
					title: 'Another title',
					post_type: 'maintenance',
					starts_at: '2026-05-01T10:00:00Z',
					ends_at: '2026-05-01T11:00:00Z',
					status_page: { id, type: 'status_page' },
					new_field: 0,
				},
			},
		},
	]);
});

it('sends what is not given as it is, and puts out the changed record', async () => {
	const { id, maintenance } = firstPage(on);
	const { items } = await on.run(
		update({ title: 'Newer database' }, { ...ofPost(on, maintenance.id) }),
	);
	expect(on.requests()[1].body).toEqual({
		post: {
			type: 'status_page_post',
			title: 'Newer database',
			post_type: 'maintenance',
			starts_at: maintenance.starts_at,
			ends_at: maintenance.ends_at,
			status_page: { id, type: 'status_page' },
		},
	});
	expect(items[0].json).toMatchObject({
		id: maintenance.id,
		title: 'Newer database',
		postType: 'maintenance',
		startsAt: maintenance.starts_at,
	});
});

it('sends null for the times that an incident does not have', async () => {
	await on.run(update({ title: 'Payments fail' }));
	expect(on.requests()[1].body).toMatchObject({ post: { starts_at: null, ends_at: null } });
});

it('is sent again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { items } = await on.run(update({ title: 'Payments fail' }));
	expect(items[0].json.title).toBe('Payments fail');
	expect(on.requests().map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT']);
});

it.each([
	[{}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[
		{ title: 'x'.repeat(129) },
		"'Title' has 129 characters, and PagerDuty takes 128 at most (item 0)",
	],
	[{ postType: 'news' }, `'Post Type' cannot be "news" (item 0)`],
	[
		{ startsAt: '2026-05-01T10:00:00Z', endsAt: '2026-05-01T10:00:00Z' },
		"'Ends At' is not after 'Starts At' (item 0)",
	],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(update(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
