import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { mapFields } from '../../support/lookup';
import { comparable, suite } from '../../support/suite';
import { HEADERS } from '../incidents';

const node = new DevRev();
const on = suite('devRev', 'devRevApi', node);

const form = (method: string, parameters = {}) =>
	mapFields({ node, credentials: on.credentials({}), parameters }, method);
const schemas = () => on.requests().filter(({ path }) => path === '/schemas.aggregated.get');

it('has a field of the right kind for each of the organization', async () => {
	const { fields } = await form('getCustomFields');
	expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
		['tnt__runbook', 'Runbook', 'string'],
		['tnt__summary', 'Executive summary', 'string'],
		['tnt__notes', 'Notes', 'string'],
		['tnt__affected_orders', 'Affected orders', 'number'],
		['tnt__lost_revenue', 'Lost revenue', 'number'],
		['tnt__customer_facing', 'Customer facing (required)', 'boolean'],
		['tnt__channel', 'Channel', 'options'],
		['tnt__root_cause', 'Root cause', 'options'],
		['tnt__detected_at', 'Detected at', 'dateTime'],
		['tnt__review_on', 'Review on (as 2026-04-15)', 'string'],
		['tnt__reviewer', 'Reviewer (full ID of: devu)', 'string'],
		['tnt__regions', 'Regions (list of eu, us, asia)', 'array'],
	]);
	expect(fields[7]).toEqual({
		id: 'tnt__root_cause',
		displayName: 'Root cause',
		type: 'options',
		options: [
			{ name: 'Change', value: 1 },
			{ name: 'Capacity', value: 2 },
			{ name: 'Vendor', value: 3 },
		],
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
	});
	expect(comparable(on.requests()[0])).toEqual({
		method: 'POST',
		path: '/schemas.aggregated.get',
		query: {},
		headers: { ...HEADERS, 'x-devrev-scope': undefined },
		body: { leaf_type: 'incident' },
	});
});

it.each([
	['getCustomFields', { additionalFields: { subtype: 'security' } }],
	['getIncidentCustomFields', { updateFields: { subtype: 'security' } }],
])('%s has those of the chosen subtype too', async (method, parameters) => {
	const { fields } = await form(method, parameters);
	expect(fields.map(({ id }) => id)).toContain('ctype__data_leaked');
	expect(schemas()[0].body).toEqual({
		leaf_type: 'incident',
		custom_schema_spec: { subtype: 'security' },
	});
});

it("has those of the chosen incident's own subtype", async () => {
	const [incident] = on.sandbox.state('devRev').incidents.values();
	const incidentId = { __rl: true, mode: 'id', value: incident.display_id };
	expect((await form('getIncidentCustomFields', { incidentId })).fields).toHaveLength(12);
	incident.subtype = 'security';
	const { fields } = await form('getIncidentCustomFields', { incidentId });
	expect(fields.map(({ id }) => id)).toContain('ctype__reported_to');
});

it.each([
	['an expression', '={{ $json.id }}'],
	['nothing', ''],
	['an incident that is not there', 'INC-99'],
])('has those of the organization for %s', async (_, value) => {
	const incidentId = { __rl: true, mode: 'id', value };
	const parameters = { incidentId, updateFields: { subtype: '={{ $json.subtype }}' } };
	expect((await form('getIncidentCustomFields', parameters)).fields).toHaveLength(12);
});

it('leaves out what no form can set, and on an update what cannot be changed', async () => {
	const field = (name: string, more: object) => ({ name, field_type: 'text', ...more });
	const custom_fields = [
		field('tnt__plain', {}),
		field('tnt__hidden', { ui: { is_hidden: true } }),
		field('tnt__read_only', { ui: { is_read_only: true } }),
		field('tnt__fixed', { is_immutable: true }),
		field('tnt__odd', { field_type: 'unknown' }),
		field('tnt__open', { field_type: 'enum', allowed_values: [] }),
		field('tnt__levels', {
			field_type: 'array',
			base_type: 'uenum',
			allowed_values: [
				{ id: 1, label: 'Low' },
				{ id: 2, label: 'Gone', is_deprecated: true },
			],
		}),
		field('tnt__owners', { field_type: 'array', base_type: 'id', id_type: ['devu'] }),
		field('tnt__json', { field_type: 'json_value' }),
	];
	on.sandbox.fault('devRev', { times: 2, status: 200, body: { schema: { custom_fields } } });
	const { fields } = await form('getCustomFields');
	expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
		['tnt__plain', 'string'],
		['tnt__fixed', 'string'],
		['tnt__open', undefined],
		['tnt__levels (list of 1 = Low)', 'array'],
		['tnt__owners (list of full IDs of: devu)', 'array'],
		['tnt__json', 'object'],
	]);
	const changeable = await form('getIncidentCustomFields');
	expect(changeable.fields.map(({ id }) => id)).not.toContain('tnt__fixed');
});

it.each([403, 404])('is empty where the schema cannot be read (%d)', async (status) => {
	on.sandbox.fault('devRev', { status, body: {} });
	expect(await form('getCustomFields')).toEqual({ fields: [] });
});
