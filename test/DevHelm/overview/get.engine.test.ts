import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const get = (more = {}) => ({ resource: 'overview', operation: 'get', ...more });

it('reads the figures of the organization', async () => {
	const { items } = await on.run(get());
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/dashboard/overview',
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				monitors: 4,
				monitorsUp: 2,
				monitorsDown: 1,
				monitorsDegraded: 0,
				monitorsPaused: 1,
				averageUptime24h: 99.5,
				averageUptime30d: 99.9,
				activeIncidents: 4,
				incidentsResolvedToday: 0,
				mttr30d: 1800,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('gives null for what is not known', async () => {
	const monitors = { total: 0, up: 0, down: 0, degraded: 0, paused: 0, avgUptime24h: null };
	const body = { data: { monitors, incidents: { active: 0, resolvedToday: 0 } } };
	on.sandbox.fault('devHelm', { status: 200, body });
	const { items } = await on.run(get());
	expect(items[0].json).toMatchObject({
		monitors: 0,
		averageUptime24h: null,
		averageUptime30d: null,
		activeIncidents: 0,
		mttr30d: null,
	});
});

it('returns everything without Simplify', async () => {
	const { items } = await on.run(get({ simplify: false }));
	expect(items[0].json).toMatchObject({
		monitors: { total: 4, up: 2 },
		incidents: { active: 4, mttr30d: 1800 },
	});
});

it('says when the key has no right', async () => {
	on.sandbox.fault('devHelm', { status: 403, body: { message: 'Forbidden' } });
	const { error } = await on.run(get());
	expect(error?.message).toBe("DevHelm refused 'Get overview' (item 0): Forbidden");
	expect(error?.description).toContain('The key is valid but gives no access here');
});
