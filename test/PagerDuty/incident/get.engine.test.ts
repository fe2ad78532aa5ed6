import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { openApi } from '../../support/openapi';
import { byId, suite } from '../../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
const contract = openApi('pagerduty-rest.json');

const stored = () => [...on.sandbox.state('pagerDuty').incidents.values()][0];
const get = (incident: object, options = {}) => ({
	resource: 'incident',
	operation: 'get',
	incidentId: { ...incident },
	options,
});

it('reads one incident with what it includes', async () => {
	const { id, title } = stored();
	const { items } = await on.run(get(byId(id), { include: ['services', 'custom_fields'] }));
	expect(items).toEqual([
		{
			json: expect.objectContaining({ provider: 'pagerduty', id, title }),
			pairedItem: { item: 0 },
		},
	]);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incidents/${id}`,
		query: { 'include[]': ['services', 'custom_fields'] },
		headers: {
			accept: 'application/vnd.pagerduty+json;version=2',
			authorization: 'Token token=sandbox-pagerduty-token',
		},
		body: undefined,
	});
	if (contract) expect(contract.unknownQuery('/incidents/{id}', on.theRequest())).toEqual([]);
});

it.each([
	['its number', () => byId(String(stored().incident_number))],
	['its address', () => ({ __rl: true, mode: 'url', value: stored().html_url })],
	['its address in the ID field', () => byId(`={{ "${stored().html_url}" }}`)],
])('takes %s', async (_, locator) => {
	const { items } = await on.run(get(locator()));
	expect(items[0].json.id).toBe(stored().id);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(get(byId('QNOTHERE0')));
	expect(error).toMatchObject({ httpCode: '404', name: 'NodeApiError' });
	expect(error?.message).toMatch(/^PagerDuty refused 'Get incident' \(item 0\): .*not found/i);
	expect(error?.description).toContain('Check the ID');
});

it('takes a short number, as the first incidents of an account have', async () => {
	stored().incident_number = 7;
	const { items } = await on.run(get(byId('7')));
	expect(items[0].json.number).toBe(7);
	expect(on.theRequest().path).toBe('/incidents/7');
});

it('shows the details that an incident was created with', async () => {
	stored().body = { type: 'incident_body', details: 'Größe „0“' };
	const { items } = await on.run({
		...get(byId(stored().id), { include: ['body'] }),
		simplify: false,
	});
	expect(items[0].json.body).toEqual({ type: 'incident_body', details: 'Größe „0“' });
});

it('is read again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { items, error } = await on.run(get(byId(stored().id)));
	expect(error).toBeUndefined();
	expect(items[0].json.id).toBe(stored().id);
	expect(on.requests()).toHaveLength(2);
});

it('refuses no incident before any request', async () => {
	const { error } = await on.run(get(byId('={{ "" }}')));
	expect(error?.message).toBe("'Incident' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});

it('returns the object untouched without Simplify', async () => {
	const { items } = await on.run({ ...get(byId(stored().id)), simplify: false });
	expect(items[0].json).toMatchObject({ type: 'incident', incident_key: stored().incident_key });
});
