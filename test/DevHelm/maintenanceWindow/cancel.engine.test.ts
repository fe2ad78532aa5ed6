import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { comparable, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { about, addWindow, PATH, stored } from '../windows';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const cancel = (id: string, more = {}) => about('cancel', id, more);
const methods = () => on.requests().map(({ method }) => method);

it('ends a window that is active, and keeps it', async () => {
	const window = addWindow(on, 'active');
	const { id, monitorId, startsAt, reason } = window;
	const from = Date.now();
	const { items, hints } = await on.run(cancel(id));
	const { endsAt = '' } = stored(on, window) ?? {};
	expect(Date.parse(endsAt)).toBeGreaterThanOrEqual(from);
	expect(Date.parse(endsAt)).toBeLessThanOrEqual(Date.now());
	const request = { path: `${PATH}/${id}`, query: {} };
	expect(on.requests().map(comparable)).toEqual([
		{ ...request, method: 'GET', headers: READ_HEADERS, body: undefined },
		{
			...request,
			method: 'PUT',
			headers: HEADERS,
			body: { monitorId, startsAt, endsAt, reason, suppressAlerts: true },
		},
	]);
	const json = { provider: 'devhelm', id, outcome: 'ended', monitorId, startsAt, endsAt, reason };
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	expect(hints).toEqual([]);
});

it('deletes a window that is still to come', async () => {
	const window = addWindow(on, 'upcoming');
	const { id } = window;
	const { items } = await on.run(cancel(id));
	const request = { path: `${PATH}/${id}`, query: {}, headers: READ_HEADERS, body: undefined };
	expect(on.requests().map(comparable)).toEqual([
		{ ...request, method: 'GET' },
		{ ...request, method: 'DELETE' },
	]);
	const none = { monitorId: null, startsAt: null, endsAt: null, reason: null };
	const json = { provider: 'devhelm', id, outcome: 'deleted', ...none };
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	expect(stored(on, window)).toBeUndefined();
});

it('leaves alone a window that is over, and says so', async () => {
	const window = addWindow(on, 'over');
	const before = { ...window };
	const { items, hints } = await on.run(cancel(window.id));
	expect(items[0].json).toMatchObject({ outcome: 'ended', endsAt: before.endsAt });
	expect(hints.map(({ message }) => message)).toEqual([
		'Some maintenance windows were over already: nothing was changed on them',
	]);
	expect(methods()).toEqual(['GET']);
	expect(stored(on, window)).toEqual(before);
});

it.each(['active', 'upcoming'] as const)('gives an %s one without Simplify', async (state) => {
	const window = addWindow(on, state);
	const { items } = await on.run(cancel(window.id, { simplify: false }));
	expect(items[0].json).toEqual(state === 'active' ? stored(on, window) : { deleted: true });
});

it('is done when the answer was lost and the window is gone', async () => {
	const { id } = addWindow(on, 'upcoming');
	on.sandbox.fault('devHelm', { method: 'DELETE', drop: 'after' });
	const { items, error } = await on.run(cancel(id));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, outcome: 'deleted' });
	expect(on.requests().map(({ status }) => status)).toEqual([200, 0, 404]);
});

it('ends it at the same time when the answer is lost', async () => {
	const window = addWindow(on, 'active');
	on.sandbox.fault('devHelm', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(cancel(window.id));
	expect(error).toBeUndefined();
	expect(methods()).toEqual(['GET', 'PUT', 'PUT']);
	const [, first, second] = on.requests().map(comparable);
	expect(second).toEqual(first);
});

it('does not take a window that is not there for cancelled', async () => {
	const { error, items } = await on.run(cancel(NOT_THERE));
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Cancel maintenance window' (item 0): Maintenance window not found",
	});
	expect(methods()).toEqual(['GET']);
});

it('says when the key has no right', async () => {
	const window = addWindow(on, 'upcoming');
	on.sandbox.fault('devHelm', { method: 'DELETE', status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(cancel(window.id));
	expect(error?.message).toBe("DevHelm refused 'Cancel maintenance window' (item 0): Forbidden");
	expect(stored(on, window)).toBeDefined();
});

it('refuses an empty ID before any request', async () => {
	const { error } = await on.run(cancel('={{ "" }}'));
	expect(error?.message).toBe("'Maintenance Window' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
