import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { suite } from '../../support/suite';

const on = suite('devRev', 'devRevApi', new DevRev());

const create = (fields: IDataObject) => ({ resource: 'incident', operation: 'create', ...fields });

it('names the schemas that the custom fields need, and no others', async () => {
	const spec = async (fields: IDataObject) => {
		on.sandbox.clearRequests();
		await on.run(create({ title: 'Custom', additionalFields: fields }));
		return (on.theRequest().body as IDataObject).custom_schema_spec;
	};
	expect(await spec({ customFields: '{ "tnt__runbook": "a" }' })).toEqual({
		tenant_fragment: true,
	});
	expect(
		await spec({ customFields: '{ "ctype__data_leaked": true }', subtype: 'security' }),
	).toEqual({ subtype: 'security' });
	expect(await spec({ customFields: '{ "shop__cart": 1 }', apps: '={{ ["shop"] }}' })).toEqual({
		apps: ['shop'],
	});
	expect(await spec({ validateRequiredFields: true })).toEqual({
		tenant_fragment: true,
		validate_required_fields: true,
	});
	expect(await spec({ dropSubtype: true, dropApps: 'a,b' })).toEqual({
		drop: { subtype: true, apps: ['a', 'b'] },
	});
	expect(await spec({ validateRequiredFields: false })).toEqual({
		validate_required_fields: false,
	});
	expect(await spec({ body: 'no custom fields' })).toBeUndefined();
});

it('takes custom fields from the form, and the JSON wins', async () => {
	const field = (id: string, type: string) => ({ id, type, displayName: id, required: false });
	const customFields = {
		mappingMode: 'defineBelow',
		value: {
			tnt__affected_orders: '0',
			tnt__customer_facing: false,
			tnt__review_on: '2026-04-15',
			tnt__runbook: 'A',
			ctype__data_leaked: true,
			tnt__notes: null,
		},
		schema: [
			field('tnt__affected_orders', 'number'),
			field('tnt__customer_facing', 'boolean'),
			field('tnt__review_on', 'string'),
			field('tnt__runbook', 'string'),
			field('ctype__data_leaked', 'boolean'),
			field('tnt__notes', 'string'),
		],
	};
	const { error } = await on.run(
		create({
			title: 'Mapped',
			customFields,
			additionalFields: { customFields: '{ "tnt__runbook": "B" }', subtype: 'security' },
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({
		title: 'Mapped',
		custom_fields: {
			tnt__affected_orders: 0,
			tnt__customer_facing: false,
			tnt__review_on: '2026-04-15',
			tnt__runbook: 'B',
			ctype__data_leaked: true,
		},
		custom_schema_spec: { tenant_fragment: true, subtype: 'security' },
	});
	on.sandbox.clearRequests();
	const loose = await on.run(create({ title: 'Loose', customFields }));
	expect(loose.error?.message).toBe(
		"'Custom Fields' sets a field of a subtype (ctype__data_leaked), but 'Subtype Name or ID' is empty (item 0)",
	);
	expect(on.requests()).toEqual([]);
});
