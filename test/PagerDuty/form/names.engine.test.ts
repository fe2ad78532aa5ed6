import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { idsOf, seeded } from '../incidents';
import { byId, suite } from '../../support/suite';

describe('PagerDuty', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const create = (priorityId: string, more: IDataObject = {}) => ({
		resource: 'incident',
		operation: 'create',
		title: 'One',
		serviceId: byId([...on.sandbox.state('pagerDuty').services.keys()][0]),
		additionalFields: { priorityId, ...more },
	});
	const getMany = (priorityIds: string) => ({
		resource: 'incident',
		operation: 'getAll',
		filters: { priorityIds },
	});
	const steps = () => on.requests().map(({ method, path }) => `${method} ${path}`);
	const p1 = () => idsOf(on).priorities.P1;
	const sentPriority = () =>
		((on.requests().slice(-1)[0].body as IDataObject).incident as IDataObject).priority;

	it.each(['P1', ' p1 '])('creates with the priority of the name "%s"', async (name) => {
		const { error } = await on.run(create(name));
		expect(error).toBeUndefined();
		expect(steps()).toEqual(['GET /priorities', 'POST /incidents']);
		expect(sentPriority()).toEqual({ id: p1(), type: 'priority_reference' });
	});

	it('looks nothing up for an ID', async () => {
		await on.run(create(p1()));
		expect(steps()).toEqual(['POST /incidents']);
	});

	it('looks a list up once for all items, and not for each', async () => {
		const items = ['P1', 'P2', 'p1', 'P3'].map((name) => ({ name }));
		const { error } = await on.run(create('={{ $json.name }}'), { items });
		expect(error).toBeUndefined();
		expect(steps().filter((step) => step === 'GET /priorities')).toHaveLength(1);
		expect(steps()).toHaveLength(5);
	});

	it('updates with a name', async () => {
		const { id } = seeded(on, 'triggered');
		const { error } = await on.run({
			resource: 'incident',
			operation: 'update',
			incidentId: byId(id),
			updateFields: { priorityId: 'p2' },
		});
		expect(error).toBeUndefined();
		const put = on.requests().find(({ method }) => method === 'PUT');
		expect(JSON.stringify(put?.body)).toContain(idsOf(on).priorities.P2);
	});

	it('filters by names, several with commas or as JSON', async () => {
		for (const names of ['P1, p2', '["P1", "p2"]', '={{ ["P1", "P2"] }}']) {
			const { error } = await on.run(getMany(names));
			expect(error).toBeUndefined();
			const { P1, P2 } = idsOf(on).priorities;
			expect(on.requests().slice(-1)[0].query['priority_ids[]']).toEqual([P1, P2]);
		}
	});

	it.each([
		['a create', () => create('P9')],
		['a filter', () => getMany('P1, P9')],
	])('refuses an unknown name in %s with the known ones', async (_, parameters) => {
		const { error } = await on.run(parameters());
		expect(error?.message).toMatch(/^'Priority Names? or IDs?' cannot be "P9" \(item 0\)$/);
		expect(error?.description).toBe('Use one of: P1, P2, P3, P4, P5.');
		expect(steps()).toEqual(['GET /priorities']);
	});

	it('refuses a name that two have, with their IDs', async () => {
		const { priorities } = on.sandbox.state('pagerDuty');
		const [first, second] = [...priorities.values()];
		Object.assign(second, { name: first.name, summary: first.name });
		const { error } = await on.run(create('P1'));
		expect(error?.message).toBe(`'Priority Name or ID' cannot be "P1": 2 have this name (item 0)`);
		expect(error?.description).toBe(`Use one ID: ${first.id}, ${second.id}.`);
		expect(steps()).toEqual(['GET /priorities']);
	});

	it('says why a list cannot be read, and creates nothing', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 403,
			times: 9,
			headers: { 'x-request-id': 'REQ-1' },
		});
		const { items } = await on.run(create('P1'), { onError: 'continueRegularOutput' });
		expect(items[0].json.error).toMatch(
			/^PagerDuty refused 'Read the list of priorities' \(item 0\).*request ID REQ-1\]$/,
		);
		expect(items[0].json.details).toEqual({
			itemIndex: 0,
			kind: 'refused',
			status: 403,
			requestId: 'REQ-1',
			request: 'GET /priorities',
			attempts: 1,
			outcome: 'not done',
		});
		expect(steps()).toEqual(['GET /priorities']);
	});

	it('fails the items alone whose names are unknown, where the node goes on', async () => {
		const items = [{ name: 'P9' }, { name: 'P1' }];
		const result = await on.run(create('={{ $json.name }}'), {
			items,
			onError: 'continueRegularOutput',
		});
		expect(result.items[0].json.error).toContain('cannot be "P9" (item 0)');
		expect(result.items[1].json).toMatchObject({ title: 'One' });
		expect(steps()).toEqual(['GET /priorities', 'POST /incidents']);
	});
});
