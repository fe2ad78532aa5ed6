import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { HEADERS } from '../timeline';
import { linked, linksOf } from './links';

const on = suite('devRev', 'devRevApi', new DevRev());

const remove = (linkId: string, fields = {}) => ({
	resource: 'link',
	operation: 'delete',
	linkId: byId(linkId),
	...fields,
});
const GONE = { status: 404, body: { type: 'not_found', message: 'Not found' } };

it('removes the link', async () => {
	const [{ id }] = await linked(on, 'ISS-7', 'TKT-3');
	const { items } = await on.run(remove(id, { incidentId: byId('INC-3') }));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/links.delete',
		query: {},
		headers: HEADERS,
		body: { id },
	});
	expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	expect(linksOf(on).map(({ target }) => target.display_id)).toEqual(['TKT-3']);
});

it.each([
	['not_found', GONE],
	['invalid_id', { status: 400, body: { type: 'invalid_id', message: 'Invalid ID' } }],
])('is done when the answer was lost and the link is gone (%s)', async (_, refusal) => {
	const [{ id }] = await linked(on, 'ISS-7');
	on.sandbox.fault('devRev', { drop: 'after' });
	on.sandbox.fault('devRev', refusal);
	const { items, error } = await on.run(remove(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toEqual({ deleted: true });
	expect(on.requests()).toHaveLength(2);
});

it('names a link that is not there, so that a wrong ID is noticed', async () => {
	const [{ id }] = await linked(on, 'ISS-7');
	const { error } = await on.run(remove(id.replace(/\d+$/, '99')));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Delete link' (item 0): No such link",
	});
	expect(linksOf(on)).toHaveLength(1);
});

it('says which right is missing', async () => {
	const [{ id }] = await linked(on, 'ISS-7');
	on.sandbox.fault('devRev', { status: 403, body: { type: 'forbidden', message: 'Forbidden' } });
	const { error } = await on.run(remove(id));
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('read or write incidents, which comments and links need');
	expect(linksOf(on)).toHaveLength(1);
});

it.each([
	['={{ "" }}', "'Link' is empty (item 0)"],
	['={{ "INC-3" }}', `'Link' is not an ID: "INC-3" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(remove(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
