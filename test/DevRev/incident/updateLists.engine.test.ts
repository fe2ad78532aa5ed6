import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { bodyOf, hintsOf, paths, recordOf, seeded } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const update = (id: string, updateFields: IDataObject, more = {}) => ({
	resource: 'incident',
	operation: 'update',
	incidentId: byId(id),
	updateFields,
	...more,
});

const owners = (change: string, ids: string[]) => ({
	change,
	ownedByIds: rowsOfIds('userId', ids),
});
const tags = (change: string, ...rows: Array<[string, string?]>) => ({
	change,
	tags: { values: rows.map(([id, value]) => ({ tagId: byId(id), ...(value ? { value } : {}) })) },
});
const nothingChanged = 'Some incidents had all of it already: nothing was changed on them';

/** Puts tags on an incident as DevRev keeps them. */
function tagged(...named: Array<[string, string?]>) {
	const incident = seeded(on, 'triage');
	const all = [...on.sandbox.state('devRev').tags.values()];
	incident.tags = named.map(([name, value]) => {
		const { id, display_id } = all.find((tag) => tag.name === name) ?? { id: '', display_id: '' };
		return { tag: { id, display_id, name }, ...(value ? { value } : {}) };
	});
	return incident;
}

describe('owners', () => {
	it('are added to those who are there, and read before', async () => {
		const { anna, juergen } = company(on);
		const { id } = seeded(on, 'triage');
		const { items } = await on.run(
			update('INC-4', { ownedBy: { values: [owners('add', [anna])] } }),
		);
		expect(paths(on)).toEqual(['/incidents.get', '/incidents.update']);
		expect(bodyOf(on)).toEqual({ id, owned_by: { set: [juergen, anna] } });
		expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	});

	it('are taken off by number, and the list may end up empty', async () => {
		const { id } = seeded(on, 'triage');
		await on.run(update(id, { ownedBy: { values: [owners('remove', ['DEVU-2'])] } }));
		expect(bodyOf(on)).toEqual({ id, owned_by: { set: [] } });
		expect(on.sandbox.state('devRev').incidents.get(id)?.owned_by).toEqual([]);
	});

	it('are cleared and replaced without a look before', async () => {
		const { id } = seeded(on, 'triage');
		const { anna } = company(on);
		await on.run(update(id, { ownedBy: { values: [{ change: 'clear' }] } }));
		expect(on.theRequest().body).toEqual({ id, owned_by: { set: [] } });
		on.sandbox.clearRequests();
		await on.run(
			update(id, { ownedBy: { values: [owners('replace', [anna]), owners('add', ['DEVU-2'])] } }),
		);
		expect(on.theRequest().body).toEqual({ id, owned_by: { set: [anna, 'DEVU-2'] } });
	});

	it('are changed in the order of the changes', async () => {
		const { id } = seeded(on, 'triage');
		const { anna, juergen } = company(on);
		await on.run(
			update(id, { ownedBy: { values: [owners('add', [anna]), owners('remove', [juergen])] } }),
		);
		expect(bodyOf(on)).toEqual({ id, owned_by: { set: [anna] } });
	});
});

describe('nothing to change is success, and said', () => {
	it.each([
		[
			'an owner who is there',
			(): IDataObject => ({ ownedBy: { values: [owners('add', ['DEVU-2'])] } }),
		],
		[
			'an owner who is not there',
			() => ({ ownedBy: { values: [owners('remove', [company(on).anna])] } }),
		],
		[
			'what was added and taken off',
			() => ({ ownedBy: { values: [owners('add', ['DEVU-3']), owners('remove', ['DEVU-3'])] } }),
		],
	])('%s', async (_, fields) => {
		const { id } = seeded(on, 'triage');
		const result = await on.run(update(id, fields()));
		expect(result.items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
		expect(hintsOf(result)).toEqual([nothingChanged]);
		expect(paths(on)).toEqual(['/incidents.get']);
	});

	it('but other fields are still sent', async () => {
		const { id } = seeded(on, 'triage');
		await on.run(update(id, { ownedBy: { values: [owners('add', ['DEVU-2'])] }, severity: '1' }));
		expect(bodyOf(on)).toEqual({ id, severity: 1 });
	});
});

describe('tags', () => {
	it('keep the values of the others, and may get another', async () => {
		const { region, security } = company(on);
		const { id } = tagged(['region', 'eu'], ['payments']);
		await on.run(
			update(id, {
				tags: { values: [tags('add', [security], ['TAG-3', 'us']), tags('remove', ['TAG-2'])] },
			}),
		);
		expect(bodyOf(on)).toEqual({
			id,
			tags: { set: [{ tag_id: region, value: 'us' }, { tag_id: security }] },
		});
	});

	it('that are there with this value or without naming one are no change', async () => {
		const { id } = tagged(['region', 'eu']);
		const result = await on.run(update(id, { tags: { values: [tags('add', ['TAG-3', 'eu'])] } }));
		expect(hintsOf(result)).toEqual([nothingChanged]);
		await on.run(update(id, { tags: { values: [tags('add', ['TAG-3'])] } }));
		expect(paths(on)).toEqual(['/incidents.get', '/incidents.get']);
	});
});

it('customers keep the size of the impact', async () => {
	const { velo, town } = company(on);
	const incident = seeded(on, 'triage');
	const first = on.sandbox.state('devRev').accounts.get(velo);
	incident.impact = {
		count: { id: 2, label: '1 to 10', ordinal: 2 },
		customer_ids: [{ ...first }],
	};
	await on.run(
		update(incident.id, {
			impactCustomerIds: {
				values: [{ change: 'add', impactCustomerIds: rowsOfIds('accountId', [town]) }],
			},
		}),
	);
	expect(bodyOf(on)).toEqual({
		id: incident.id,
		impact: { customer_ids: { set: [velo, town] } },
	});
	expect(incident.impact.count?.id).toBe(2);
});

it('every list that DevRev returns can be added to and taken from', async () => {
	const { checkout, shop, runbook, review, search, file } = company(on);
	const incident = seeded(on, 'triage');
	await on.run(
		update(incident.id, {
			appliesToParts: {
				values: [{ change: 'add', appliesToPartIds: rowsOfIds('partId', [checkout, shop]) }],
			},
			artifacts: { values: [{ change: 'add', artifactIds: file }] },
			pia: { values: [{ change: 'add', piaIds: rowsOfIds('articleId', [review]) }] },
			playbooks: {
				values: [{ change: 'add', playbookIds: rowsOfIds('articleId', [runbook, search]) }],
			},
		}),
	);
	on.sandbox.clearRequests();
	await on.run(
		update(incident.id, {
			appliesToParts: {
				values: [{ change: 'remove', appliesToPartIds: rowsOfIds('partId', [checkout]) }],
			},
			artifacts: { values: [{ change: 'remove', artifactIds: 'ARTIFACT-1' }] },
			pia: { values: [{ change: 'remove', piaIds: rowsOfIds('articleId', [review]) }] },
			playbooks: {
				values: [{ change: 'remove', playbookIds: rowsOfIds('articleId', [runbook]) }],
			},
		}),
	);
	expect(bodyOf(on)).toEqual({
		id: incident.id,
		applies_to_parts: { set: [shop] },
		artifacts: { set: [] },
		pia: { set: [] },
		playbooks: { set: [search] },
	});
});

it('two items about one incident do not lose what the other added', async () => {
	const { id } = tagged();
	on.sandbox.latency(30);
	const { items, error } = await on.run(
		{
			...update('', { tags: { values: [tags('add', ['={{ $json.tag }}'])] } }),
			incidentId: byId('={{ $json.incident }}'),
		},
		{
			items: [
				{ incident: id, tag: 'TAG-1' },
				{ incident: 'INC-4', tag: 'TAG-2' },
				{ incident: id, tag: 'TAG-2' },
			],
		},
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(3);
	const now = on.sandbox.state('devRev').incidents.get(id);
	expect(now?.tags.map(({ tag }) => tag.name)).toEqual(['security', 'payments']);
});
