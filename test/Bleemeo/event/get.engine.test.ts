import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const get = (id: string, simplify = true) => ({
	resource: 'event',
	operation: 'get',
	eventId: byId(id),
	simplify,
});

const first = () => [...company(on).events.values()][0];

it('asks for the event by its ID, as it was typed', async () => {
	const id = first().id.toUpperCase();
	await on.run(get(id), withToken(on));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/v1/event/${id}/`,
		query: {},
		headers: headersOf(on),
		body: undefined,
	});
});

it('gives the common record', async () => {
	const { items } = await on.run(get(first().id), withToken(on));
	expect(items).toEqual([
		{
			json: {
				provider: 'bleemeo',
				id: first().id,
				number: null,
				title: 'web-1 - cpu_used is WARNING',
				status: 'triggered',
				severity: 'warning',
				url: null,
				service: null,
				assignees: null,
				actor: null,
				createdAt: first().created_at,
				updatedAt: first().modified_at,
				vendorStatus: 'Warning',
				vendorSeverity: 1,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own object when Simplify is off", async () => {
	const { items } = await on.run(get(first().id, false), withToken(on));
	expect(items[0].json).toEqual({ ...first() });
});

it.each([
	['={{ "" }}', "'Event' is empty (item 0)"],
	['={{ "event 1" }}', `'Event' is not an ID: "event 1" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id), withToken(on));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it('says that an event does not exist, or not in this account', async () => {
	const { error } = await on.run(get('00000000-0000-4000-8000-000000000000'), withToken(on));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "Bleemeo refused 'Get event' (item 0): Not found.",
	});
	expect(error?.description).toContain("'Account ID' in the credential");
	expect(on.requests()).toHaveLength(1);
});
