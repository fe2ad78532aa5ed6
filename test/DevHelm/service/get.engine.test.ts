import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS } from '../incidents';
import { about, facts, recordOf, service } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

it('reads a service by its short name, with every option', async () => {
	const options = { summary: true, publishedOnly: true };
	const { items } = await on.run(about('get', 'paylane', { options }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/services/paylane',
		query: { summary: 'true', publishedOnly: 'true' },
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{ json: recordOf(on, 'Paylane', { activeIncidents: 1 }), pairedItem: { item: 0 } },
	]);
});

it('reads it by its ID, without options', async () => {
	const { id } = service(on, 'Cloud Nine');
	const { items } = await on.run(about('get', id));
	expect(on.theRequest()).toMatchObject({ path: `/api/v1/services/${id}`, query: {} });
	expect(items[0].json).toEqual(recordOf(on, 'Cloud Nine'));
});

it('gives null for what a service does not have', async () => {
	Object.assign(service(on), { overallStatus: null, category: null });
	const { items } = await on.run(about('get', 'paylane'));
	expect(items[0].json).toMatchObject({ status: null, category: null, url: null });
});

it('returns everything without Simplify', async () => {
	const { items } = await on.run(about('get', 'paylane', { simplify: false }));
	const { components, incidents } = facts(on);
	expect(items[0].json).toMatchObject({ components, recentIncidents: incidents });
});

it.each(['no-such-service', NOT_THERE])('names %s, which is not there', async (id) => {
	const { error } = await on.run(about('get', id));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get service' (item 0): Service not found",
	});
	expect(error?.description).toContain('Check the ID');
});

it.each([
	['={{ "" }}', "'Service' is empty (item 0)"],
	['={{ "undefined" }}', `'Service' is not an ID: "undefined" (item 0)`],
	['={{ "a/b" }}', `'Service' is not an ID: "a/b" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(about('get', id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
