import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { commentsOn, HEADERS, incidentOf, write } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const remove = (commentId: string, fields = {}) => ({
	resource: 'comment',
	operation: 'delete',
	commentId: byId(commentId),
	...fields,
});
const written = async () => (await write(on, incidentOf(on).id, ['To be deleted']))[0];
const left = () => commentsOn(on, incidentOf(on).id);

it('removes the comment', async () => {
	const { id } = await written();
	const { items } = await on.run(remove(id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/timeline-entries.delete',
		query: {},
		headers: HEADERS,
		body: { id },
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(left()).toEqual([]);
});

it('takes a choice from the list of an incident', async () => {
	const { id } = await written();
	await on.run(
		remove(id, {
			incidentId: byId('INC-3'),
			commentId: { __rl: true, mode: 'list', value: id, cachedResultName: 'To be deleted' },
		}),
	);
	expect(on.theRequest().body).toEqual({ id });
	expect(left()).toEqual([]);
});

it.each([
	['invalid_id', undefined],
	['not_found', { status: 404, body: { type: 'not_found', message: 'Not found' } }],
])('is done when the answer was lost and the comment is gone (%s)', async (_, refusal) => {
	const { id } = await written();
	on.sandbox.fault('devRev', { drop: 'after' });
	if (refusal) on.sandbox.fault('devRev', refusal);
	const { items, error } = await on.run(remove(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests().map(({ status }) => status)).toEqual([0, refusal ? 404 : 400]);
	expect(left()).toEqual([]);
});

it('names a comment that is not there, so that a wrong ID is noticed', async () => {
	const { id } = await written();
	const { error } = await on.run(remove(id.replace(/\w+$/, 'gone')));
	expect(error).toMatchObject({
		httpCode: '400',
		message: "DevRev refused 'Delete comment' (item 0): Invalid ID in id",
	});
	expect(left()).toHaveLength(1);
	expect(on.requests()).toHaveLength(1);
});

it('does not pass for done when the right is missing', async () => {
	const comment = await written();
	Object.assign(comment, { visibility: 'private', created_by: { id: 'somebody else' } });
	const { error } = await on.run(remove(comment.id));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "DevRev refused 'Delete comment' (item 0): Forbidden",
	});
	expect(left()).toHaveLength(1);
});

it.each([
	['={{ "" }}', "'Comment' is empty (item 0)"],
	['={{ "INC-3" }}', `'Comment' is not an ID: "INC-3" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(remove(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
