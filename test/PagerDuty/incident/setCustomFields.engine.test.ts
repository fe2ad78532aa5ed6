import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

/** What n8n stores of the form's fields. */
const SCHEMA = [
	['environment', 'options', ['production', 'staging']],
	['customers_hit', 'number'],
	['loss_per_hour', 'number'],
	['public', 'boolean'],
	['began_at', 'dateTime'],
	['runbook', 'string'],
	['labels', 'array'],
].map(([id, type, options]) => ({
	id,
	type,
	displayName: id,
	required: false,
	defaultMatch: false,
	display: true,
	...(options ? { options: (options as string[]).map((value) => ({ name: value, value })) } : {}),
}));
const form = (value: IDataObject) => ({
	customFields: { mappingMode: 'defineBelow', value, schema: SCHEMA },
});
const set = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'setCustomFields',
	incidentId: byId(id),
	...more,
});
const fieldNamed = (name: string) => {
	const found = on.sandbox.state('pagerDuty').customFields.find((field) => field.name === name);
	if (!found) throw new TypeError(`no field ${name}`);
	return found;
};

it('sets fields of every kind and puts out one item for each', async () => {
	const { id } = seeded(on, 'triggered');
	const { items, error } = await on.run(
		set(id, {
			...form({
				environment: 'production',
				customers_hit: 0,
				loss_per_hour: '12.5',
				public: false,
				began_at: '2026-04-15T12:00:00',
				runbook: 'https://wiki.example.com/störung',
				labels: '["a", "b"]',
				untouched: null,
			}),
			customFieldsJson: { summary: 'Fahrräder 🚲', customers_hit: 3 },
			clearFields: ['regions'],
		}),
		{ timezone: 'Europe/Paris', credentials: on.credentials({ from: '' }) },
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/incidents/${id}/custom_fields/values`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			custom_fields: [
				{ name: 'environment', value: 'production' },
				{ name: 'customers_hit', value: 3 },
				{ name: 'loss_per_hour', value: 12.5 },
				{ name: 'public', value: false },
				{ name: 'began_at', value: '2026-04-15T10:00:00Z' },
				{ name: 'runbook', value: 'https://wiki.example.com/störung' },
				{ name: 'labels', value: ['a', 'b'] },
				{ name: 'summary', value: 'Fahrräder 🚲' },
				{ name: 'regions', value: null },
			],
		},
	});
	expect(items).toHaveLength(9);
	expect(items[0]).toEqual({
		json: {
			id: fieldNamed('environment').id,
			type: 'field_value',
			name: 'environment',
			display_name: 'Environment',
			description: null,
			data_type: 'string',
			field_type: 'single_value_fixed',
			value: 'production',
		},
		pairedItem: { item: 0 },
	});
	expect(items[8]).toMatchObject({ json: { name: 'regions', value: null } });
});

it('keeps 0 and false, and names fields by ID where an ID is given', async () => {
	const { id } = seeded(on, 'triggered');
	const environment = fieldNamed('environment').id;
	await on.run(
		set(id, {
			customFieldsJson: '={{ JSON.stringify($json) }}',
			clearFields: [environment],
		}),
		{ items: [{ customers_hit: 0, public: false, summary: null }] },
	);
	expect(on.theRequest().body).toEqual({
		custom_fields: [
			{ name: 'customers_hit', value: 0 },
			{ name: 'public', value: false },
			{ name: 'summary', value: null },
			{ id: environment, value: null },
		],
	});
});

it.each([
	[
		'nothing',
		{},
		"Nothing to update: no field is set under 'Custom Fields', and none is cleared (item 0)",
	],
	[
		'a field that is set and cleared',
		{ ...form({ public: true }), clearFields: ['public'] },
		`'Clear Field Names or IDs' names "public", which is given a value as well (item 0)`,
	],
	[
		'a text for a number',
		form({ customers_hit: '={{ "many" }}' }),
		"'Custom Fields' does not fit: 'customers_hit' expects a number but we got 'many' (item 0)",
	],
	[
		'a word for a date',
		form({ began_at: '={{ "tomorrow" }}' }),
		"'Custom Fields' does not fit: 'began_at' expects a date and time such as 2026-04-15T12:00:00Z (item 0)",
	],
	[
		'malformed JSON',
		{ customFieldsJson: '={{ "{ nope" }}' },
		"'Custom Fields (JSON)' is not valid JSON",
	],
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(set('QXYZ', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it.each([
	['an address of more than 200 characters', { runbook: `https://e.example/${'x'.repeat(200)}` }],
	['a field that the incident does not have', { not_there: 1 }],
	['one value for a list', { labels: 'a' }],
])('changes nothing when PagerDuty refuses %s', async (_, customFieldsJson) => {
	const { id } = seeded(on, 'triggered');
	const fields = { customers_hit: 1, ...customFieldsJson };
	const { error } = await on.run(set(id, { customFieldsJson: fields }));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(on.sandbox.state('pagerDuty').fieldValues.get(id)).toBeUndefined();
});

it("passes on the vendor's refusal of a value", async () => {
	const { error } = await on.run(
		set(seeded(on, 'triggered').id, { customFieldsJson: { environment: 'moon' } }),
	);
	expect(error?.message).toBe(
		"PagerDuty refused 'Set custom fields of incident' (item 0): Invalid Input Provided: environment has a value that it does not take.",
	);
});
