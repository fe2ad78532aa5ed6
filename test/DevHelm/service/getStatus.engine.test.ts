import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { about, facts, service } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

it('tells the status, and the parts that do not work', async () => {
	const { items } = await on.run(about('getStatus', 'paylane'));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/services/paylane/live-status',
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				service: 'paylane',
				status: 'operational',
				activeIncidents: 1,
				impairedComponents: [{ name: 'API', status: 'major_outage' }],
				components: 2,
				lastPolledAt: facts(on).lastPolledAt,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null before the first look', async () => {
	service(on, 'Mailwing').overallStatus = null;
	const { items } = await on.run(about('getStatus', 'mailwing'));
	expect(items[0].json).toMatchObject({ status: null, activeIncidents: 0, impairedComponents: [] });
});

it('returns everything without Simplify', async () => {
	const { items } = await on.run(about('getStatus', 'paylane', { simplify: false }));
	const { components, lastPolledAt } = facts(on);
	expect(items[0].json).toEqual({
		overallStatus: 'operational',
		componentStatuses: components.map(({ id, name, status }) => ({ id, name, status })),
		activeIncidentCount: 1,
		lastPolledAt,
	});
});

it('names a service that is not there', async () => {
	const { error } = await on.run(about('getStatus', 'nobody'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get status of service' (item 0): Service not found",
	});
});

it('refuses an empty service before any request', async () => {
	const { error } = await on.run(about('getStatus', '={{ "" }}'));
	expect(error?.message).toBe("'Service' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
