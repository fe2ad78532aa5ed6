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

const reopen = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'reopen',
	incidentId: byId(id),
	...more,
});

it('carries every field', async () => {
	const { id } = seeded(on, 'resolved');
	setWays(on, 'resolved', ['fixing']);
	const { items } = await on.run(
		reopen(id, {
			allowInvalidTransition: false,
			additionalFields: {
				stageNotes: 'Fehler „502“ ist zurück 🚨',
				extraFields: '{ "severity": 1 }',
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
			severity: 1,
			stage: { stage: stageId(on, 'fixing'), notes: 'Fehler „502“ ist zurück 🚨' },
		},
	});
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
});

it('goes back to the start, although the diagram has no way there', async () => {
	const { id } = seeded(on, 'resolved');
	const { items, hints } = await on.run(reopen(id, { simplify: false }));
	expect(bodyOf(on)).toEqual({
		id,
		stage: { stage: stageId(on, 'triage') },
		stage_validation_options: ['allow_invalid_transition'],
	});
	expect(items[0].json).toMatchObject({ id, stage: { stage: { name: 'triage' } } });
	expect(items[0].json).not.toHaveProperty('actual_close_date');
	expect(hints).toEqual([]);
});

it('lifts no rule where the diagram has the way', async () => {
	const { id } = seeded(on, 'resolved');
	setWays(on, 'resolved', ['triage']);
	await on.run(reopen(id));
	expect(bodyOf(on)).toEqual({ id, stage: { stage: stageId(on, 'triage') } });
});

it('keeps to the diagram when told to, and names the ways there are', async () => {
	const { id } = seeded(on, 'resolved');
	setWays(on, 'resolved', ['fixing']);
	const { error } = await on.run(reopen(id, { allowInvalidTransition: false }));
	expect(error).toMatchObject({
		message: `Incident INC-1 "Checkout answers 502" cannot go from stage 'resolved' to 'triage' (item 0)`,
		description:
			"Nothing was changed. The stage diagram allows from 'resolved': fixing. Choose one of these as 'Stage' or take the incident there first; 'Allow Invalid Transition' moves it all the same.",
	});
	expect(paths(on)).toEqual(['/incidents.get', '/stage-diagrams.list']);
});

it('leaves an open incident as it is, and says so', async () => {
	const { id } = seeded(on, 'mitigated');
	const options = { stageId: byId(stageId(on, 'triage')) };
	const result = await on.run(reopen(id, { options }));
	expect(result.items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(hintsOf(result)).toEqual([
		"Some incidents were in the stage 'mitigated' already: nothing was changed on them",
	]);
	expect(paths(on)).toEqual(['/incidents.get']);
});

it.each(['resolved', 'canceled'])('tells when the chosen stage %s opens nothing', async (name) => {
	const { id } = seeded(on, 'resolved');
	const options = { stageId: byId(stageId(on, name)) };
	const result = await on.run(reopen(id, { options }));
	expect(hintsOf(result)).toEqual([
		`Some incidents are still closed: their stage '${name}' is a closed one`,
	]);
});

it('finds the start by its mark, whatever it is called', async () => {
	renameStages(on, { triage: 'Neu' });
	const { items } = await on.run(reopen('INC-1'));
	expect(items[0].json).toMatchObject({ vendorStatus: 'Neu', status: 'triggered' });
});

it('finds the first open stage where none is marked', async () => {
	renameStages(on, { triage: 'Neu' });
	const [start] = on.sandbox.state('devRev').diagram.stages;
	start.is_start = false;
	await on.run(reopen('INC-1'));
	expect(bodyOf(on).stage).toEqual({ stage: stageId(on, 'Neu') });
});

it('reopens once when the answer to the first attempt is lost', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', status: 502, body: '', after: true });
	const { items, error } = await on.run(reopen('INC-1'));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ status: 'triggered' });
});

it('refuses no incident before any request', async () => {
	const { error } = await on.run(reopen('', { incidentId: byId('={{ "" }}') }));
	expect(error?.message).toBe("'Incident' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});

it('says that the token may not', async () => {
	on.sandbox.fault('devRev', {
		path: '/incidents.update',
		status: 403,
		body: { type: 'forbidden', message: 'Missing scope incident:write' },
	});
	const { error } = await on.run(reopen('INC-1'));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "DevRev refused 'Reopen incident' (item 0): Missing scope incident:write",
	});
});
