import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';
import { about, facts } from '../services';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const getMaintenances = (fields: IDataObject = {}) => about('getMaintenances', 'paylane', fields);

it('reads the maintenances in these states', async () => {
	const filters = { statuses: ['scheduled', 'in_progress'] };
	const { items } = await on.run(getMaintenances({ filters }));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/api/v1/services/paylane/maintenances',
		query: { status: ['scheduled', 'in_progress'] },
		headers: READ_HEADERS,
		body: undefined,
	});
	const [{ id, shortlink, scheduledFor, scheduledUntil }] = facts(on).maintenances;
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				title: 'New database',
				status: 'scheduled',
				impact: 'maintenance',
				url: shortlink,
				scheduledFor,
				scheduledUntil,
				startedAt: null,
				completedAt: null,
				affectedComponents: ['API'],
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('reads all of them without a filter', async () => {
	const { items } = await on.run(getMaintenances({ simplify: false }));
	expect(on.theRequest().query).toEqual({});
	expect(items.map(({ json }) => json)).toEqual(facts(on).maintenances);
});

it('is empty where there is none in these states', async () => {
	const { items, error } = await on.run(getMaintenances({ filters: { statuses: ['completed'] } }));
	expect(error).toBeUndefined();
	expect(items).toEqual([]);
});

it('is cut to the limit', async () => {
	const known = facts(on);
	const [first] = known.maintenances;
	known.maintenances = [first, { ...first, id: first.id.replace(/^./, '0') }];
	const { items } = await on.run(getMaintenances({ limit: 1 }));
	expect(items).toHaveLength(1);
});

it('names a service that is not there', async () => {
	const { error } = await on.run(about('getMaintenances', 'nobody'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get maintenances of service' (item 0): Service not found",
	});
});

it.each<[IDataObject, string]>([
	[{ filters: { statuses: ['soon'] } }, `'Statuses' cannot be "soon" (item 0)`],
	[{ filters: { statuses: '={{ [] }}' } }, "'Statuses' is a filter without a value (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(getMaintenances(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
