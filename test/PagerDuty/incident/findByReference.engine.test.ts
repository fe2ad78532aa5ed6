import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { openIncident } from '../../sandbox/pagerduty/incidents/build';
import { rowsOfIds, suite } from '../../support/suite';
import { READ_HEADERS, recordOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const KEY = 'Störung/502 🚨';
const find = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'findByReference',
	reference: KEY,
	...fields,
});
const asked = (query: IDataObject = {}) => ({
	method: 'GET',
	path: '/incidents',
	query: {
		incident_key: KEY,
		date_range: 'all',
		'statuses[]': ['triggered', 'acknowledged'],
		sort_by: 'created_at:desc',
		limit: '100',
		offset: '0',
		...query,
	},
	headers: READ_HEADERS,
	body: undefined,
});

/** One that was resolved a year ago, and one on each of two services that is open. */
function three() {
	const store = on.sandbox.state('pagerDuty');
	const [one, other] = store.services.values();
	const open = (service: typeof one, daysAgo: number, status: 'resolved' | 'triggered') =>
		openIncident(store, {
			title: 'Checkout',
			service,
			status,
			incidentKey: KEY,
			at: store.clock.now() - daysAgo * 86_400_000,
		}).id;
	return {
		old: open(one, 365, 'resolved'),
		first: open(one, 2, 'triggered'),
		second: open(other, 1, 'triggered'),
	};
}

it('gives the open ones, newest first', async () => {
	const { first, second } = three();
	const { items, hints } = await on.run(find());
	expect(on.theRequest()).toEqual(asked());
	expect(items).toEqual(
		[second, first].map((id) => ({ json: recordOf(on, id), pairedItem: { item: 0 } })),
	);
	expect(hints).toEqual([]);
});

it('gives all, and those of some services', async () => {
	const { old, first } = three();
	const service = on.sandbox.state('pagerDuty').incidents.get(first)?.service.id ?? '';
	const { items } = await on.run(
		find({
			includeResolved: true,
			filters: { serviceIds: rowsOfIds('serviceId', [service]) },
		}),
	);
	expect(on.theRequest()).toEqual(asked({ 'service_ids[]': service, 'statuses[]': undefined }));
	expect(items.map(({ json }) => json.id)).toEqual([first, old]);
});

it("gives PagerDuty's own incident without Simplify", async () => {
	const { second } = three();
	const { items } = await on.run(find({ simplify: false }));
	expect(items[0].json).toMatchObject({ id: second, incident_key: KEY, type: 'incident' });
});

it('gives nothing for an unknown key, or fails when told so', async () => {
	const none = await on.run(find());
	expect([none.items, none.error]).toEqual([[], undefined]);
	const { error } = await on.run(find({ whenNothingFound: 'fail' }));
	expect(error?.message).toBe(`Nothing open has the 'Incident Key' "${KEY}" (item 0)`);
	const all = await on.run(find({ whenNothingFound: 'fail', includeResolved: true }));
	expect(all.error?.message).toBe(`Nothing has the 'Incident Key' "${KEY}" (item 0)`);
});

// An empty key is no filter at PagerDuty: every incident would come.
it.each([
	['={{ "" }}', "'Incident Key' is empty (item 0)"],
	['={{ "null" }}', `'Incident Key' is "null", a program's word for nothing (item 0)`],
])('refuses %s before any request', async (reference, message) => {
	const { error } = await on.run(find({ reference }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what PagerDuty refuses', async () => {
	on.sandbox.fault('pagerDuty', {
		status: 403,
		body: { error: { code: 2010, message: 'Access Denied' } },
	});
	const { error } = await on.run(find());
	expect(error?.message).toBe(
		"PagerDuty refused 'Find incidents by reference' (item 0): Access Denied",
	);
});
