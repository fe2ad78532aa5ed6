import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const resolve = {
	resource: 'incident',
	operation: 'resolve',
	incidentId: byId('={{ $json.id }}'),
};

/** Open incidents of the sandbox. */
function open(count: number): Array<{ id: string }> {
	on.sandbox.seedMany('pagerDuty', count * 3);
	const all = [...on.sandbox.state('pagerDuty').incidents.values()];
	return all
		.filter(({ status }) => status !== 'resolved')
		.slice(0, count)
		.map(({ id }) => ({ id }));
}

const statusOf = (id: string) => on.sandbox.state('pagerDuty').incidents.get(id)?.status;
const sent = () => on.requests().map(({ method, path }) => `${method} ${path}`);

it('resolves 600 incidents in three requests, in the order of the items', async () => {
	const items = open(600);
	expect(items).toHaveLength(600);
	const { items: done, error } = await on.run(resolve, { items });
	expect(error).toBeUndefined();
	expect(sent()).toEqual(['PUT /incidents', 'PUT /incidents', 'PUT /incidents']);
	expect(done.map(({ json }) => json.id)).toEqual(items.map(({ id }) => id));
	expect(done.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(items.filter(({ id }) => statusOf(id) !== 'resolved')).toEqual([]);
});

it('lets one bad ID fail alone', async () => {
	const items = open(300);
	items[40] = { id: 'QNOTTHERE00000' };
	const { items: done, failed } = await on.run(resolve, {
		items,
		onError: 'continueErrorOutput',
	});
	expect(failed.map(({ json }) => json.error)).toEqual([expect.stringContaining('(item 40)')]);
	expect(done).toHaveLength(299);
	expect(items.filter(({ id }) => statusOf(id) !== 'resolved')).toEqual([items[40]]);
});

it('does not send one by one what a wrong token refused', async () => {
	const items = open(20);
	const { error } = await on.run(resolve, {
		items,
		credentials: on.credentials({ apiToken: 'wrong-token' }),
	});
	expect(error?.httpCode).toBe('401');
	expect(sent()).toEqual(['PUT /incidents']);
});
