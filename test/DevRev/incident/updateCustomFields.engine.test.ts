import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { bodyOf, paths, seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const update = (id: string, updateFields: IDataObject = {}, more = {}) => ({
	resource: 'incident',
	operation: 'update',
	incidentId: byId(id),
	updateFields,
	...more,
});
const form = (value: IDataObject, types: { [id: string]: string }) => ({
	customFields: {
		mappingMode: 'defineBelow',
		value,
		schema: Object.entries(types).map(([id, type]) => ({
			id,
			type,
			displayName: id,
			required: false,
			defaultMatch: false,
			display: true,
			...(type === 'options' ? { options: [{ name: 'Capacity', value: 2 }] } : {}),
		})),
	},
});

it('come from the form, and the JSON wins', async () => {
	const { id } = seeded(on, 'triage');
	const { error } = await on.run(
		update(
			id,
			{ customFields: '{ "tnt__runbook": "B" }' },
			form(
				{
					tnt__affected_orders: 0,
					tnt__customer_facing: false,
					tnt__detected_at: '2026-04-15T12:00:00',
					tnt__notes: '',
					tnt__regions: '["eu", "us"]',
					tnt__root_cause: 2,
					tnt__runbook: 'A',
				},
				{
					tnt__affected_orders: 'number',
					tnt__customer_facing: 'boolean',
					tnt__detected_at: 'dateTime',
					tnt__notes: 'string',
					tnt__regions: 'array',
					tnt__root_cause: 'options',
					tnt__runbook: 'string',
				},
			),
		),
		{ timezone: 'Europe/Berlin' },
	);
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({
		id,
		custom_fields: {
			tnt__affected_orders: 0,
			tnt__customer_facing: false,
			tnt__detected_at: '2026-04-15T10:00:00Z',
			tnt__regions: ['eu', 'us'],
			tnt__root_cause: 2,
			tnt__runbook: 'B',
		},
		custom_schema_spec: { tenant_fragment: true },
	});
});

it("of a subtype take the incident's own", async () => {
	const incident = seeded(on, 'triage');
	incident.subtype = 'security';
	await on.run(
		update(incident.id, {}, form({ ctype__data_leaked: false }, { ctype__data_leaked: 'boolean' })),
	);
	expect(bodyOf(on)).toEqual({
		id: incident.id,
		custom_fields: { ctype__data_leaked: false },
		custom_schema_spec: { subtype: 'security' },
	});
});

it('of a subtype are refused on an incident that has none', async () => {
	const { error } = await on.run(
		update('INC-4', { customFields: '{ "ctype__data_leaked": true }' }),
	);
	expect(error?.message).toBe(
		'Incident INC-4 "Stock figures stale" has no subtype, so its field ctype__data_leaked cannot be set (item 0)',
	);
	expect(paths(on)).toEqual(['/incidents.get']);
});

it('are taken off with their subtype', async () => {
	const incident = seeded(on, 'triage');
	Object.assign(incident, {
		subtype: 'security',
		custom_fields: { ctype__data_leaked: true, tnt__runbook: 'A' },
	});
	await on.run(update(incident.id, { dropSubtype: true }));
	expect(on.theRequest().body).toEqual({
		id: incident.id,
		custom_schema_spec: { drop: { subtype: true } },
	});
	expect(on.sandbox.state('devRev').incidents.get(incident.id)).toMatchObject({
		subtype: undefined,
		custom_fields: { tnt__runbook: 'A' },
	});
});
