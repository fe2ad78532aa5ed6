import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

/** Every key that DevRev documents, in both directions. */
const STAGED = {
	is_staged: true,
	unresolved_fields: ['owned_by', 'größe'],
	sync_in_unresolved_fields: [
		{
			devrev_field_name: 'severity',
			external_field_name: 'priority',
			external_display_name: 'Priorität',
		},
		{ devrev_field_name: 'tags' },
	],
	sync_out_unresolved_fields: [{ external_field_name: 'cf_17', external_display_name: 'Ort' }],
};

const create = (stagedInfo: unknown) => ({
	resource: 'incident',
	operation: 'create',
	title: 'Synchronised',
	additionalFields: { stagedInfo },
});

it('carries every inner object of the staged info on a create', async () => {
	const { error } = await on.run(create(JSON.stringify(STAGED)));
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({ title: 'Synchronised', staged_info: STAGED });
});

it('carries them on an update', async () => {
	const { error } = await on.run({
		resource: 'incident',
		operation: 'update',
		incidentId: byId(seeded(on, 'acknowledged').id),
		updateFields: { stagedInfo: JSON.stringify(STAGED) },
	});
	expect(error).toBeUndefined();
	expect(on.requests().map(({ path, body }) => [path, body])).toEqual([
		['/incidents.update', { id: seeded(on, 'acknowledged').id, staged_info: STAGED }],
	]);
});

it('says which inner key DevRev does not know', async () => {
	const unresolved = [{ devrev_field: 'severity' }];
	const { error } = await on.run(create({ sync_in_unresolved_fields: unresolved }));
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain('staged_info.sync_in_unresolved_fields.devrev_field');
	expect(on.sandbox.state('devRev').incidents.size).toBe(4);
});
