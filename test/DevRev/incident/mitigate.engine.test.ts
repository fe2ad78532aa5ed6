import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import {
	bodyOf,
	HEADERS,
	hintsOf,
	paths,
	recordOf,
	renameStages,
	seeded,
	setWays,
	stageId,
	theUpdate,
} from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const mitigate = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'mitigate',
	incidentId: byId(id),
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'acknowledged');
	const { items } = await on.run(
		mitigate(id, {
			additionalFields: {
				mitigatedDate: '2026-04-15T12:00:00+02:00',
				stageNotes: 'Zahlungen über „Plan B“ 🎉',
				extraFields: '{ "severity": 4, "mitigated_date": "2026-04-15T11:00:00Z" }',
			},
			options: { stageId: byId(stageId(on, 'fixing')) },
		}),
	);
	expect(theUpdate(on)).toEqual({
		method: 'POST',
		path: '/incidents.update',
		query: {},
		headers: HEADERS,
		body: {
			id,
			severity: 4,
			mitigated_date: '2026-04-15T11:00:00Z',
			stage: { stage: stageId(on, 'fixing'), notes: 'Zahlungen über „Plan B“ 🎉' },
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it("sets the organization's stage and the time", async () => {
	const { id } = seeded(on, 'acknowledged');
	const before = Date.now();
	const { items } = await on.run(mitigate(id, { simplify: false }));
	expect(bodyOf(on)).toEqual({
		id,
		mitigated_date: expect.any(String),
		stage: { stage: stageId(on, 'mitigated') },
	});
	expect(Date.parse(String(bodyOf(on).mitigated_date))).toBeGreaterThanOrEqual(before);
	expect(items[0].json).toMatchObject({
		id,
		mitigated_date: bodyOf(on).mitigated_date,
		stage: { stage: { name: 'mitigated' } },
	});
});

it('counts one that is mitigated as done, and says so', async () => {
	const { id } = seeded(on, 'mitigated');
	const result = await on.run(mitigate(id));
	expect(result.items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(hintsOf(result)).toEqual([
		"Some incidents were in the stage 'mitigated' already: nothing was changed on them",
	]);
	expect(paths(on)).toEqual(['/incidents.get', '/stage-diagrams.list']);
});

it('never reopens a closed incident', async () => {
	const { error } = await on.run(mitigate(seeded(on, 'resolved').id));
	expect(error?.message).toBe(
		`Incident INC-1 "Checkout answers 502" is closed (stage 'resolved'), and mitigating it would reopen it (item 0)`,
	);
	expect(paths(on)).toEqual(['/incidents.get']);
});

it('explains a way that the diagram does not have before anything is sent', async () => {
	setWays(on, 'triage', ['acknowledged']);
	const { error } = await on.run(mitigate(seeded(on, 'triage').id));
	expect(error?.message).toBe(
		`Incident INC-4 "Stock figures stale" cannot go from stage 'triage' to 'mitigated' (item 0)`,
	);
	expect(error?.description).toContain("The stage diagram allows from 'triage': acknowledged.");
	expect(paths(on)).not.toContain('/incidents.update');
});

it('guesses no stage from states: no state stands for it', async () => {
	renameStages(on, { mitigated: 'Eingedämmt' });
	const { error } = await on.run(mitigate('INC-4'));
	expect(error?.message).toBe(
		"No stage of the DevRev organization can be told to mean 'mitigated' (item 0)",
	);
	expect(error?.description).toContain('There are: triage, acknowledged, fixing, Eingedämmt');
	expect(paths(on)).not.toContain('/incidents.update');
	const options = { stageId: byId(stageId(on, 'Eingedämmt')) };
	const { items } = await on.run(mitigate('INC-4', { options }));
	expect(items[0].json).toMatchObject({ vendorStatus: 'Eingedämmt', status: 'acknowledged' });
});

it('mitigates once when the answer to the first attempt is lost', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', drop: 'after' });
	const { items, error } = await on.run(mitigate('INC-4'));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ vendorStatus: 'mitigated' });
	const updates = on.requests().filter(({ path }) => path === '/incidents.update');
	expect(updates[1].body).toEqual(updates[0].body);
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'no date',
		{ additionalFields: { mitigatedDate: '2026-02-30T00:00:00Z' } },
		"'Mitigated Date' is no date",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(mitigate('INC-4', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});
