import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor } from '../monitors';
import { about, addWindow, inHours, PATH, stored } from '../windows';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const update = (id: string, updateFields: IDataObject, more: IDataObject = {}) =>
	about('update', id, { updateFields, ...more });
const methods = () => on.requests().map(({ method }) => method);
const body = () => comparable(on.requests()[1]).body;

it('looks at the window, then sends it with every field of the form', async () => {
	const { id, createdAt } = addWindow(on, 'active', { repeatRule: 'FREQ=WEEKLY' });
	const backup = monitor(on, 'Nightly backup').id;
	const fields = {
		monitorId: byId(backup),
		startsAt: '2026-05-02T00:00:00',
		endsAt: '2026-05-02T04:00:00+02:00',
		reason: ' Longer ',
		suppressAlerts: false,
		clearFields: ['repeatRule'],
		extraFields: '{ "repeatRule": "FREQ=DAILY" }',
	};
	const { items, error } = await on.run(update(id, fields), { timezone: 'Europe/Paris' });
	expect(error).toBeUndefined();
	const request = { path: `${PATH}/${id}`, query: {} };
	expect(on.requests().map(comparable)).toEqual([
		{ ...request, method: 'GET', headers: READ_HEADERS, body: undefined },
		{
			...request,
			method: 'PUT',
			headers: HEADERS,
			body: {
				monitorId: backup,
				startsAt: '2026-05-01T22:00:00Z',
				endsAt: '2026-05-02T02:00:00Z',
				repeatRule: 'FREQ=DAILY',
				reason: 'Longer',
				suppressAlerts: false,
			},
		},
	]);
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				appliesTo: 'monitor',
				monitorId: backup,
				startsAt: '2026-05-01T22:00:00.000Z',
				endsAt: '2026-05-02T02:00:00.000Z',
				reason: 'Longer',
				suppressAlerts: false,
				createdAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('leaves alone what the form does not name', async () => {
	const before = addWindow(on, 'active', { suppressAlerts: false, repeatRule: 'FREQ=WEEKLY' });
	const { id, monitorId, startsAt, reason } = before;
	const endsAt = inHours(3);
	await on.run(update(id, { endsAt }));
	expect(body()).toEqual({
		monitorId,
		startsAt,
		endsAt,
		repeatRule: 'FREQ=WEEKLY',
		reason,
		suppressAlerts: false,
	});
	expect(stored(on, before)).toEqual({ ...before, endsAt });
});

it('sends nothing for what the window does not have', async () => {
	const { id, startsAt, endsAt } = addWindow(on, 'upcoming', { monitorId: null, reason: null });
	await on.run(update(id, { suppressAlerts: false }));
	expect(body()).toEqual({ startsAt, endsAt, suppressAlerts: false });
});

it('empties what is to be empty', async () => {
	const window = addWindow(on, 'upcoming', { repeatRule: 'FREQ=WEEKLY' });
	const clearFields = ['monitorId', 'reason', 'repeatRule'];
	const { items } = await on.run(update(window.id, { clearFields }));
	expect(body()).toMatchObject({ monitorId: null, reason: null, repeatRule: null });
	expect(items[0].json).toMatchObject({ appliesTo: 'organization', reason: null });
});

it("gives the vendor's own object without Simplify", async () => {
	const window = addWindow(on, 'upcoming');
	const { items } = await on.run(update(window.id, { reason: 'Other' }, { simplify: false }));
	expect(items[0].json).toEqual(stored(on, window));
});

it('does it again when the answer is lost', async () => {
	const window = addWindow(on, 'upcoming');
	on.sandbox.fault('devHelm', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(update(window.id, { reason: 'Other' }));
	expect(error).toBeUndefined();
	expect(methods()).toEqual(['GET', 'PUT', 'PUT']);
	expect(stored(on, window)?.reason).toBe('Other');
});

it('refuses a span without length against the time that the window has', async () => {
	const { id, startsAt } = addWindow(on, 'upcoming');
	const { error } = await on.run(update(id, { endsAt: startsAt }));
	expect(error?.message).toBe(
		`The window would end at ${startsAt}, which is not after its start at ${startsAt} (item 0)`,
	);
	expect(error?.description).toContain("use the operation 'Cancel'");
	expect(methods()).toEqual(['GET']);
});

it('names what is not there', async () => {
	const { error } = await on.run(update(NOT_THERE, { reason: 'Other' }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Update maintenance window' (item 0): Maintenance window not found",
	});
	const { id } = addWindow(on, 'active');
	const other = await on.run(update(id, { monitorId: byId(NOT_THERE) }));
	expect(other.error?.message).toContain('Monitor not found');
	expect(other.error?.description).toMatch(/^Choose another 'Monitor'/);
});

it('says when the state does not allow it', async () => {
	const { id } = addWindow(on, 'over');
	on.sandbox.fault('devHelm', { method: 'PUT', status: 409, body: { message: 'Window is over' } });
	const { error } = await on.run(update(id, { reason: 'Other' }));
	expect(error?.message).toBe(
		"DevHelm refused 'Update maintenance window' (item 0): Window is over",
	);
});

it.each<[IDataObject, string]>([
	[{}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ reason: '={{ "" }}' }, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[
		{ reason: 'x'.repeat(501) },
		"'Reason' has 501 characters, and DevHelm takes 500 at most (item 0)",
	],
	[
		{ reason: 'Why', clearFields: ['reason'] },
		"'Reason' is also chosen under 'Clear Fields' (item 0)",
	],
	[
		{ startsAt: '2026-05-02T04:00:00Z', endsAt: '2026-05-02T04:00:00Z' },
		"'Ends At' is not after 'Starts At' (item 0)",
	],
	[{ endsAt: 'tomorrow' }, `'Ends At' is no date: "tomorrow" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { id } = addWindow(on, 'active');
	const { error } = await on.run(update(id, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
