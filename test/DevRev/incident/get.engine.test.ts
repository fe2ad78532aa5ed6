import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, suite } from '../../support/suite';
import { company } from '../company';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const stored = (index = 0) => [...on.sandbox.state('devRev').incidents.values()][index];
const get = (incident: object, more = {}) => ({
	resource: 'incident',
	operation: 'get',
	incidentId: { ...incident },
	...more,
});

it('reads one incident', async () => {
	const { id, created_date, modified_date } = stored(2);
	const { items } = await on.run(get(byId(id)));
	expect(items).toEqual([
		{
			json: {
				provider: 'devrev',
				id,
				number: 'INC-3',
				title: 'Zahlung schlägt fehl',
				status: 'acknowledged',
				severity: 'error',
				url: null,
				service: null,
				assignees: [{ id: company(on).juergen, name: 'Jürgen Müßig' }],
				actor: { id: company(on).juergen, name: 'Jürgen Müßig', type: 'dev_user' },
				createdAt: created_date,
				updatedAt: modified_date,
				vendorStatus: 'acknowledged',
				vendorSeverity: 'sev-1',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/incidents.get',
		query: {},
		headers: {
			accept: 'application/json',
			authorization: 'Bearer sandbox-devrev-token',
			'content-type': 'application/json',
			'x-devrev-scope': 'beta',
		},
		body: { id },
	});
	if (contract) expect(contract.bodyIssues('/incidents.get', on.theRequest())).toEqual([]);
});

it.each([
	['its number', () => byId('INC-1')],
	['its number from an expression', () => byId('={{ "INC-1" }}')],
	['a choice from the list', () => ({ __rl: true, mode: 'list', value: stored().id })],
])('takes %s', async (_, locator) => {
	const { items } = await on.run(get(locator()));
	expect(items[0].json.id).toBe(stored().id);
});

it('returns the object untouched without Simplify', async () => {
	const { items } = await on.run(get(byId('INC-1'), { simplify: false }));
	const { stage, severity, body } = stored();
	expect(items[0].json).toMatchObject({ id: stored().id, stage, severity, body });
});

it.each([
	['={{ "" }}', "'Incident' is empty (item 0)"],
	['={{ "12" }}', `'Incident' is not an ID: "12" (item 0)`],
	[
		'={{ "https://app.devrev.ai/x/ISS-1" }}',
		"'Incident' is the address of an issue, not of an incident (item 0)",
	],
])('refuses %s before any request', async (value, message) => {
	const { error } = await on.run(get(byId(value)));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toEqual([]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(get(byId('INC-999')));
	expect(error).toMatchObject({
		name: 'NodeApiError',
		httpCode: '404',
		message: "DevRev refused 'Get incident' (item 0): No such incident",
		description:
			'Check the ID: it is wrong, deleted, or not visible to this token. [POST /incidents.get, status 404, code not_found]',
	});
	expect(on.requests()).toHaveLength(1);
});

it('follows an incident whose ID has moved', async () => {
	on.sandbox.fault('devRev', {
		method: 'POST',
		status: 301,
		headers: { Location: '/incidents.get?id=INC-2' },
		body: { message: 'Moved' },
	});
	const { items, error } = await on.run(get(byId('INC-1')));
	expect(error).toBeUndefined();
	expect(items[0].json.id).toBe(stored(1).id);
	expect(on.requests().map(({ method, headers }) => [method, headers['x-devrev-scope']])).toEqual([
		['POST', 'beta'],
		['GET', 'beta'],
	]);
});
