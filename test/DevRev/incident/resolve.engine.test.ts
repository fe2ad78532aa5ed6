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

const resolve = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'resolve',
	incidentId: byId(id),
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'mitigated');
	const { items } = await on.run(
		resolve(id, {
			additionalFields: {
				mitigatedDate: '2026-04-15T12:00:00Z',
				stageNotes: 'Größe „M“ wieder da 🚲',
				extraFields: '{ "severity": 2 }',
			},
			options: { stageId: byId(stageId(on, 'canceled')) },
		}),
	);
	expect(theUpdate(on)).toEqual({
		method: 'POST',
		path: '/incidents.update',
		query: {},
		headers: HEADERS,
		body: {
			id,
			severity: 2,
			mitigated_date: '2026-04-15T12:00:00Z',
			stage: { stage: stageId(on, 'canceled'), notes: 'Größe „M“ wieder da 🚲' },
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('sets the stage alone unless told more: DevRev notes the time', async () => {
	const { id } = seeded(on, 'mitigated');
	const { items, hints } = await on.run(resolve(id, { simplify: false }));
	expect(bodyOf(on)).toEqual({ id, stage: { stage: stageId(on, 'resolved') } });
	expect(items[0].json).toMatchObject({
		id,
		actual_close_date: expect.any(String),
		stage: { stage: { name: 'resolved' }, state: { is_final: true } },
	});
	expect(hints).toEqual([]);
});

it('counts one that is closed as done, and says so', async () => {
	const { id } = seeded(on, 'resolved');
	const result = await on.run(resolve(id));
	expect(result.items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(hintsOf(result)).toEqual([
		"Some incidents were in the stage 'resolved' already: nothing was changed on them",
	]);
	expect(paths(on)).toEqual(['/incidents.get']);
});

it('resolves an incident of two items once', async () => {
	const { id, display_id } = seeded(on, 'acknowledged');
	const result = await on.run(
		{ ...resolve(''), incidentId: byId('={{ $json.id }}') },
		{ items: [{ id }, { id: display_id }] },
	);
	expect(result.items.map(({ json }) => json.status)).toEqual(['resolved', 'resolved']);
	expect(hintsOf(result)).toHaveLength(1);
	theUpdate(on);
});

it('explains a way that the diagram does not have before anything is sent', async () => {
	setWays(on, 'triage', []);
	const { error } = await on.run(resolve(seeded(on, 'triage').id));
	expect(error?.message).toBe(
		`Incident INC-4 "Stock figures stale" cannot go from stage 'triage' to 'resolved' (item 0)`,
	);
	expect(error?.description).toBe(
		"Nothing was changed. The stage diagram has no way out of 'triage'; 'Allow Invalid Transition' moves it all the same.",
	);
	expect(paths(on)).not.toContain('/incidents.update');
});

describe('the stage', () => {
	it('is the only one that is over because it was solved', async () => {
		renameStages(on, { resolved: 'Behoben' });
		const { items } = await on.run(resolve('INC-4'));
		expect(items[0].json).toMatchObject({ vendorStatus: 'Behoben', status: 'resolved' });
	});

	it('has to be chosen among several', async () => {
		renameStages(on, { resolved: 'Behoben', canceled: 'Hinfällig' });
		const { error } = await on.run(resolve('INC-4'));
		expect(error?.message).toContain("can be told to mean 'resolved'");
		expect(paths(on)).not.toContain('/incidents.update');
	});

	it('that a user chose and that closes nothing is told', async () => {
		const result = await on.run(
			resolve('INC-4', { options: { stageId: byId(stageId(on, 'mitigated')) } }),
		);
		expect(result.items[0].json).toMatchObject({ status: 'acknowledged' });
		expect(hintsOf(result)).toEqual([
			"Some incidents are still open: their stage 'mitigated' is no closed one",
		]);
	});
});

it('resolves once when the answer is lost and the repeat is refused', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', drop: 'after' });
	on.sandbox.fault('devRev', {
		path: '/incidents.update',
		status: 400,
		body: { type: 'value_not_permitted', message: 'No such way', field_name: 'stage.stage' },
	});
	const { items, error } = await on.run(resolve('INC-4'));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ status: 'resolved' });
});

it('passes on a refusal after a lost request that was not done', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', drop: 'before' });
	on.sandbox.fault('devRev', {
		path: '/incidents.update',
		status: 400,
		body: { type: 'field_required', message: 'Root cause missing', field_name: 'tnt__root_cause' },
	});
	const { error } = await on.run(resolve('INC-4'));
	expect(error?.message).toContain('Root cause missing');
	expect(error?.description).toContain('Your DevRev organization demands this field');
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[
		'malformed JSON',
		{ additionalFields: { extraFields: '={{ "{ nope" }}' } },
		"'Extra Fields (JSON)' is not valid JSON",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(resolve('INC-4', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(resolve('INC-99'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Resolve incident' (item 0): No such incident",
	});
});
