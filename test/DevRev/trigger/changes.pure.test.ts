import type { IDataObject } from 'n8n-workflow';

import { compare } from '../../../nodes/DevRev/trigger/changes';

const stage = (name: string, is_final = false) => ({
	stage: { id: `don:core:x:custom_stage/${name}`, name },
	state: { id: `don:core:x:custom_state/${name}`, name: is_final ? 'closed' : 'open', is_final },
});
const BEFORE = {
	id: 'don:core:x:incident/1',
	title: 'Shop',
	severity: { id: 2, label: 'sev-1' },
	stage: stage('triage'),
	owned_by: [{ id: 'a' }, { id: 'b' }],
};
const all = [
	'incident_owner_changed',
	'incident_resolved',
	'incident_severity_changed',
	'incident_stage_changed',
];

it.each([
	['nothing', {}, []],
	['the title', { title: 'Store' }, []],
	['a severity', { severity: { id: 1, label: 'sev-0' } }, ['incident_severity_changed']],
	['only the label of a severity', { severity: { id: 2, label: 'high' } }, []],
	['the severity taken off', { severity: undefined }, ['incident_severity_changed']],
	['the order of owners', { owned_by: [{ id: 'b' }, { id: 'a' }] }, []],
	[
		'an owner added',
		{ owned_by: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
		['incident_owner_changed'],
	],
	['all owners taken off', { owned_by: undefined }, ['incident_owner_changed']],
	['a stage', { stage: stage('fixing') }, ['incident_stage_changed']],
	['only the name of a stage', { stage: { stage: { ...stage('triage').stage, name: 'new' } } }, []],
	[
		'a final stage',
		{ stage: stage('resolved', true) },
		['incident_resolved', 'incident_stage_changed'],
	],
])('%s', (_, changes, certain) =>
	expect(compare({ ...BEFORE, ...changes }, BEFORE)).toEqual({ certain, uncertain: [] }),
);

describe('stages in the shapes of works, with their own name beside IDs', () => {
	const named = (name: string, stageId: number, stateId: number) => ({
		name,
		ordinal: stageId,
		stage: { id: `don:core:x:custom_stage/${stageId}` },
		state: { id: `don:core:x:custom_state/${stateId}` },
	});
	const bare = (id: string) => ({ stage: { id: `don:core:x:custom_stage/${id}` } });
	const both = ['incident_resolved', 'incident_stage_changed'];

	it.each<[string, unknown, unknown, object]>([
		[
			'a resolution',
			named('resolved', 8, 3),
			named('acknowledged', 12, 2),
			{ certain: both, uncertain: [] },
		],
		[
			'another open stage',
			named('acknowledged', 12, 2),
			named('triage', 1, 1),
			{ certain: ['incident_stage_changed'], uncertain: [] },
		],
		['the same stage', named('resolved', 8, 3), named('resolved', 8, 3), {}],
		['names alone', { name: 'resolved' }, { name: 'triage' }, { certain: both, uncertain: [] }],
		[
			'a name, and before an ID alone',
			{ name: 'resolved' },
			bare('12'),
			{ certain: [], uncertain: both },
		],
		[
			'IDs alone, of another stage',
			bare('8'),
			bare('12'),
			{ certain: ['incident_stage_changed'], uncertain: ['incident_resolved'] },
		],
		[
			'bare IDs, of another stage',
			'don:core:x:custom_stage/8',
			'don:core:x:custom_stage/12',
			{ certain: ['incident_stage_changed'], uncertain: ['incident_resolved'] },
		],
		['IDs alone, of the same stage', bare('8'), bare('8'), {}],
		[
			'a name of their own',
			named('postmortem', 9, 3),
			named('acknowledged', 12, 2),
			{ certain: ['incident_stage_changed'], uncertain: ['incident_resolved'] },
		],
	])('%s', (_, now, old, expected) => {
		const changes = compare(
			{ ...BEFORE, stage: now } as IDataObject,
			{
				...BEFORE,
				stage: old,
			} as IDataObject,
		);
		expect(changes).toEqual({ certain: [], uncertain: [], ...expected });
	});
});

it('an incident that stays final is not resolved again, and one that comes back is not resolved', () => {
	const [resolved, canceled] = [stage('resolved', true), stage('canceled', true)];
	const changed = { certain: ['incident_stage_changed'], uncertain: [] };
	expect(compare({ ...BEFORE, stage: canceled }, { ...BEFORE, stage: resolved })).toEqual(changed);
	expect(compare(BEFORE, { ...BEFORE, stage: resolved })).toEqual(changed);
});

describe('what nobody can tell', () => {
	it('without the old one: all but a resolution that is plainly none', () => {
		const open = all.filter((event) => event !== 'incident_resolved');
		expect(compare(BEFORE, undefined)).toEqual({ certain: [], uncertain: open });
		const final = { ...BEFORE, stage: stage('resolved', true) };
		expect(compare(final, undefined)).toEqual({ certain: [], uncertain: all });
	});

	it('with an incident that lacks its stage', () => {
		const bare = { id: BEFORE.id, title: BEFORE.title };
		const uncertain = ['incident_resolved', 'incident_stage_changed'];
		expect(compare({ ...BEFORE, stage: undefined }, BEFORE)).toEqual({ certain: [], uncertain });
		expect(compare(bare, bare)).toEqual({ certain: [], uncertain });
		expect(compare(BEFORE, { ...BEFORE, stage: undefined })).toEqual({
			certain: [],
			uncertain: ['incident_stage_changed'],
		});
	});

	it.each([[null], ['x'], [[]], [{ stage: 7 }], [{ stage: { stage: null } }]])(
		'with a stage, severity and owners of another kind: %j',
		(odd) =>
			expect(compare({ stage: odd, severity: odd, owned_by: odd } as IDataObject, {})).toEqual({
				certain: [],
				uncertain: ['incident_resolved', 'incident_stage_changed'],
			}),
	);
});
