import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, comparable, suite } from '../../support/suite';
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

const acknowledge = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'acknowledge',
	incidentId: byId(id),
	...more,
});
const READS = ['/incidents.get', '/stage-diagrams.list'];

it('carries every field', async () => {
	const { id } = seeded(on, 'triage');
	const { items, hints } = await on.run(
		acknowledge(id, {
			additionalFields: {
				acknowledgedDate: '2026-04-15T12:00:00',
				identifiedDate: '2026-04-15T09:00:00Z',
				stageNotes: ' Übernommen von Jürgen 🚲 ',
				extraFields: '{ "severity": 1, "stage": "ignored", "id": "INC-1" }',
			},
			options: { stageId: byId(stageId(on, 'fixing')), allowInvalidTransition: true },
		}),
		{ timezone: 'Europe/Paris' },
	);
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(hints).toEqual([]);
	expect(on.requests().map(comparable)).toEqual([
		{ method: 'POST', path: '/incidents.get', query: {}, headers: HEADERS, body: { id } },
		{
			method: 'POST',
			path: '/stage-diagrams.list',
			query: {},
			headers: { ...HEADERS, 'x-devrev-scope': undefined },
			body: { leaf_type: ['incident'], limit: 100 },
		},
		{
			method: 'POST',
			path: '/incidents.update',
			query: {},
			headers: HEADERS,
			body: {
				id,
				severity: 1,
				acknowledged_date: '2026-04-15T10:00:00Z',
				identified_date: '2026-04-15T09:00:00Z',
				stage: { stage: stageId(on, 'fixing'), notes: 'Übernommen von Jürgen 🚲' },
			},
		},
	]);
});

it("sets the organization's stage and the time, and puts out the incident", async () => {
	const { id, display_id } = seeded(on, 'triage');
	const before = Date.now();
	const { items, hints } = await on.run(acknowledge(display_id));
	expect(paths(on)).toEqual([...READS, '/incidents.update']);
	expect(theUpdate(on)).toEqual({
		method: 'POST',
		path: '/incidents.update',
		query: {},
		headers: HEADERS,
		body: {
			id,
			acknowledged_date: expect.stringMatching(/^\d{4}-.*Z$/),
			stage: { stage: stageId(on, 'acknowledged') },
		},
	});
	const at = Date.parse(String(bodyOf(on).acknowledged_date));
	expect(at).toBeGreaterThanOrEqual(before);
	expect(at).toBeLessThanOrEqual(Date.now());
	expect(items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ status: 'acknowledged', vendorStatus: 'acknowledged' });
	expect(hints).toEqual([]);
});

it("returns the vendor's object without Simplify", async () => {
	const { id } = seeded(on, 'triage');
	const { items } = await on.run(acknowledge(id, { simplify: false }));
	expect(items[0].json).toMatchObject({
		id,
		acknowledged_date: bodyOf(on).acknowledged_date,
		stage: { stage: { name: 'acknowledged' }, state: { name: 'in_progress' } },
	});
});

it.each(['acknowledged', 'mitigated'] as const)(
	'counts one that is %s as done, and says so',
	async (stage) => {
		const { id } = seeded(on, stage);
		const result = await on.run(acknowledge(id));
		expect(result.items).toEqual([{ json: recordOf(on, id), pairedItem: { item: 0 } }]);
		expect(hintsOf(result)).toEqual([
			`Some incidents were in the stage '${stage}' already: nothing was changed on them`,
		]);
		expect(paths(on)).toEqual(['/incidents.get']);
	},
);

it('takes a chosen stage all the same, unless the incident is in it', async () => {
	const { id } = seeded(on, 'acknowledged');
	const options = { stageId: byId(stageId(on, 'fixing')) };
	const { items } = await on.run(acknowledge(id, { options }));
	expect(items[0].json).toMatchObject({ vendorStatus: 'fixing' });
	const again = await on.run(acknowledge(id, { options }));
	expect(hintsOf(again)).toHaveLength(1);
	theUpdate(on);
});

it.each([{}, { options: { allowInvalidTransition: true } }])(
	'never reopens a closed incident (%j)',
	async (more) => {
		const { id } = seeded(on, 'resolved');
		const { error } = await on.run(acknowledge(id, more));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `Incident INC-1 "Checkout answers 502" is closed (stage 'resolved'), and acknowledging it would reopen it (item 0)`,
			description:
				"Nothing was changed. If it has to be worked on again, use the operation 'Reopen'.",
		});
		expect(paths(on)).toEqual(['/incidents.get']);
	},
);

it('explains a way that the diagram does not have before anything is sent', async () => {
	const { id } = seeded(on, 'triage');
	setWays(on, 'triage', ['fixing', 'canceled']);
	const { error } = await on.run(acknowledge(id));
	expect(error).toMatchObject({
		message: `Incident INC-4 "Stock figures stale" cannot go from stage 'triage' to 'acknowledged' (item 0)`,
		description:
			"Nothing was changed. The stage diagram allows from 'triage': fixing, canceled. Choose one of these as 'Stage' or take the incident there first; 'Allow Invalid Transition' moves it all the same.",
	});
	expect(paths(on)).toEqual(READS);
	const { items } = await on.run(acknowledge(id, { options: { allowInvalidTransition: true } }));
	expect(items[0].json).toMatchObject({ vendorStatus: 'acknowledged' });
	expect(bodyOf(on)).toMatchObject({ stage_validation_options: ['allow_invalid_transition'] });
});

describe('the stage', () => {
	it('is found whatever it is called like', async () => {
		renameStages(on, { acknowledged: 'Acknowledged!' });
		const { items } = await on.run(acknowledge('INC-4'));
		expect(items[0].json).toMatchObject({ vendorStatus: 'Acknowledged!' });
		expect(paths(on)).toEqual([...READS, '/incidents.update']);
	});

	it('is the first one of work in an organization with names of its own', async () => {
		renameStages(on, { triage: 'Neu', acknowledged: 'Angenommen', fixing: 'In Arbeit' });
		on.sandbox.state('devRev').diagram.stages.reverse();
		const { items } = await on.run(acknowledge('INC-4'));
		expect(items[0].json).toMatchObject({ vendorStatus: 'Angenommen', status: 'acknowledged' });
		expect(paths(on)).toEqual([...READS, '/stages.custom.list', '/incidents.update']);
	});

	it('has to be chosen where it cannot be told', async () => {
		renameStages(on, { acknowledged: 'Angenommen' });
		on.sandbox.fault('devRev', { path: '/stages.custom.list', status: 403, body: {} });
		const { error } = await on.run(acknowledge('INC-4'));
		expect(error).toMatchObject({
			message: "No stage of the DevRev organization can be told to mean 'acknowledged' (item 0)",
			description:
				"Choose it in 'Stage' under 'Options'. There are: triage, Angenommen, fixing, mitigated, resolved, canceled, duplicate.",
		});
		expect(paths(on)).not.toContain('/incidents.update');
	});

	it('of another kind of object is refused with those there are', async () => {
		const { error } = await on.run(
			acknowledge('INC-4', { options: { stageId: byId(stageId(on, 'in_development')) } }),
		);
		expect(error?.message).toContain("'Stage' is not a stage that this incident can have: don:");
		expect(error?.description).toContain('There are: triage, acknowledged');
		expect(paths(on)).toEqual(READS);
	});

	it('is left out when it is no longer in use', async () => {
		const { diagram } = on.sandbox.state('devRev');
		diagram.stages[1].is_deprecated = true;
		await on.run(acknowledge('INC-4'));
		expect(bodyOf(on).stage).toEqual({ stage: stageId(on, 'fixing') });
	});
});

it('lets DevRev judge where no diagram can be read', async () => {
	on.sandbox.fault('devRev', { path: '/stage-diagrams.list', status: 403, body: {} });
	setWays(on, 'triage', ['fixing']);
	const { error } = await on.run(acknowledge('INC-4'));
	expect(error?.message).toBe(
		`DevRev refused 'Acknowledge incident' (item 0): Value not permitted in stage.stage; not a transition of the diagram; allowed: ${stageId(on, 'fixing')}`,
	);
	expect(error?.description).toContain("'Allow Invalid Transition'");
	expect(paths(on)).toEqual([
		'/incidents.get',
		'/stage-diagrams.list',
		'/stages.custom.list',
		'/incidents.update',
	]);
});

it('reads the diagram of a subtype where there are several, and each once for a run', async () => {
	const store = on.sandbox.state('devRev');
	const [first, second] = [...store.incidents.values()].slice(2);
	const strict = { ...store.diagram, id: 'strict', is_default: false };
	// Of the default one there is no way to the wanted stage.
	const usual = {
		...store.diagram,
		id: 'usual',
		stages: store.diagram.stages.map((node) => ({
			...node,
			transitions: node.transitions.slice(-1),
		})),
	};
	on.sandbox.fault('devRev', {
		path: '/stage-diagrams.list',
		times: null,
		status: 200,
		body: { result: [usual, strict] },
	});
	on.sandbox.fault('devRev', {
		path: '/schemas.aggregated.get',
		times: null,
		status: 200,
		body: { schema: { stage_diagram_id: { id: 'strict' } } },
	});
	second.subtype = 'security';
	store.incidents.set(first.id, { ...first, stage: second.stage, subtype: 'security' });
	const { items, error } = await on.run(
		{ ...acknowledge(''), incidentId: byId('={{ $json.id }}') },
		{ items: [{ id: first.id }, { id: second.id }] },
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.vendorStatus)).toEqual(['acknowledged', 'acknowledged']);
	const lookups = on.requests().filter(({ path }) => !path.startsWith('/incidents.'));
	expect(lookups.map(({ path, body }) => [path, body])).toEqual([
		['/stage-diagrams.list', { leaf_type: ['incident'], limit: 100 }],
		[
			'/schemas.aggregated.get',
			{ leaf_type: 'incident', custom_schema_spec: { subtype: 'security' } },
		],
	]);
});

it('handles each item by itself, in the order of the items', async () => {
	const { items, error } = await on.run(
		{ ...acknowledge(''), incidentId: byId('={{ $json.id }}') },
		{
			items: [{ id: 'INC-4' }, { id: 'INC-1' }, { id: seeded(on, 'triage').id }],
			onError: 'continueRegularOutput',
		},
	);
	expect(error).toBeUndefined();
	expect(items.map(({ json, pairedItem }) => [json.status ?? 'failed', pairedItem])).toEqual([
		['acknowledged', { item: 0 }],
		['failed', { item: 1 }],
		['acknowledged', { item: 2 }],
	]);
	theUpdate(on);
});

it('acknowledges once when the answer is lost and the repeat is refused', async () => {
	on.sandbox.fault('devRev', { path: '/incidents.update', drop: 'after' });
	on.sandbox.fault('devRev', {
		path: '/incidents.update',
		status: 400,
		body: { type: 'value_not_permitted', message: 'No such way', field_name: 'stage.stage' },
	});
	const { items, error } = await on.run(acknowledge('INC-4'));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ number: 'INC-4', status: 'acknowledged' });
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['a number alone', { incidentId: byId('={{ 12 }}') }, `'Incident' is not an ID: "12" (item 0)`],
	[
		'no date',
		{ additionalFields: { acknowledgedDate: 'yesterday' } },
		`'Acknowledged Date' is no date: "yesterday" (item 0)`,
	],
	[
		'a stage by name',
		{ options: { stageId: byId('={{ "fixing" }}') } },
		`'Stage' is not an ID: "fixing" (item 0)`,
	],
	[
		'malformed JSON',
		{ additionalFields: { extraFields: '={{ "{ nope" }}' } },
		"'Extra Fields (JSON)' is not valid JSON",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(acknowledge('INC-4', fields));
	expect(error?.message).toContain(message);
	expect(on.requests()).toEqual([]);
});

it('names an incident that is not there, and a right that is missing', async () => {
	const gone = await on.run(acknowledge('INC-99'));
	expect(gone.error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Acknowledge incident' (item 0): No such incident",
	});
	on.sandbox.fault('devRev', {
		path: '/incidents.update',
		status: 403,
		body: { type: 'forbidden', message: 'Missing scope incident:write' },
	});
	const { error } = await on.run(acknowledge('INC-4'));
	expect(error).toMatchObject({
		httpCode: '403',
		message: "DevRev refused 'Acknowledge incident' (item 0): Missing scope incident:write",
	});
	expect(error?.description).toContain('the right to read or write incidents');
});
