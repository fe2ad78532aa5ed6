import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const stored = () => [...on.sandbox.state('devHelm').incidents.values()];
const get = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'get',
	incidentId: byId(id),
	...more,
});

it('reads one incident', async () => {
	const [{ id, createdAt, updatedAt }] = stored();
	const { items } = await on.run(get(id));
	expect(items).toEqual([
		{
			json: {
				provider: 'devhelm',
				id,
				number: null,
				title: 'Card payments fail',
				status: 'resolved',
				severity: 'critical',
				url: null,
				service: null,
				assignees: null,
				actor: { id: '31', name: null, type: 'user' },
				createdAt,
				updatedAt,
				vendorStatus: 'RESOLVED',
				vendorSeverity: 'DOWN',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/api/v1/incidents/${id}`,
		query: {},
		headers: { accept: 'application/json', authorization: 'Bearer dh_live_sandbox_key' },
		body: undefined,
	});
});

it('returns everything without Simplify', async () => {
	const [{ id, monitorId }] = stored();
	const { items } = await on.run(get(id, { simplify: false }));
	expect(items[0].json).toMatchObject({
		id,
		monitorId,
		source: 'MANUAL',
		updates: [expect.objectContaining({ body: 'The provider confirmed an outage.' })],
	});
});

it.each([
	['capitals', (id: string) => id.toUpperCase()],
	['white space around', (id: string) => `={{ " ${id}\\n" }}`],
])('takes an ID with %s', async (_, written) => {
	const [{ id }] = stored();
	const { items } = await on.run(get(written(id)));
	expect(items[0].json.id).toBe(id);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(get('00000000-0000-4000-8000-000000000000'));
	expect(error).toMatchObject({
		name: 'NodeApiError',
		httpCode: '404',
		message: "DevHelm refused 'Get incident' (item 0): Incident not found",
	});
	expect(error?.description).toContain('belongs to another organization or workspace than the key');
});

it.each([
	['={{ "" }}', "'Incident' is empty (item 0)"],
	['={{ "ABC-42" }}', `'Incident' is not an ID: "ABC-42" (item 0)`],
	['={{ "../monitors" }}', `'Incident' is not an ID: "../monitors" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
