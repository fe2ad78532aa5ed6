import { toIncidentRecord } from '../../../nodes/DevRev/api/record';
import { isOver } from '../../../nodes/DevRev/api/stage';

const stageOf = (name: string, state?: object) => ({ stage: { stage: { name }, state } });

it('is whole when the incident is', () => {
	expect(
		toIncidentRecord({
			id: 'don:core:dvrv-eu-1:devo/x:incident/12',
			display_id: 'INC-12',
			title: 'Größe 0 🚨',
			severity: { id: 1, label: 'sev-0', ordinal: 1 },
			stage: { stage: { name: 'fixing' }, state: { name: 'in_progress', is_final: false } },
			applies_to_parts: [{ name: 'Checkout' }, { name: 'Shop' }],
			created_date: '2026-04-15T12:00:00Z',
			modified_date: '2026-04-15T13:00:00Z',
		}),
	).toEqual({
		provider: 'devrev',
		id: 'don:core:dvrv-eu-1:devo/x:incident/12',
		number: 'INC-12',
		title: 'Größe 0 🚨',
		status: 'acknowledged',
		severity: 'critical',
		url: null,
		service: 'Checkout',
		assignees: [],
		actor: null,
		createdAt: '2026-04-15T12:00:00Z',
		updatedAt: '2026-04-15T13:00:00Z',
		vendorStatus: 'fixing',
		vendorSeverity: 'sev-0',
	});
});

it('is full of nulls when only ID and title are there', () => {
	expect(toIncidentRecord({ id: 'don:x', title: 'Bare' })).toEqual({
		provider: 'devrev',
		id: 'don:x',
		number: null,
		title: 'Bare',
		status: null,
		severity: null,
		url: null,
		service: null,
		assignees: [],
		actor: null,
		createdAt: null,
		updatedAt: null,
		vendorStatus: null,
		vendorSeverity: null,
	});
});

it.each([
	[1, 'critical'],
	[2, 'error'],
	[3, 'warning'],
	[4, 'info'],
	[5, null],
	[0, null],
	['sev-0', null],
])('severity %j is %s, whatever its label', (id, severity) => {
	expect(toIncidentRecord({ id: 'x', severity: { id, label: 'P9' } })).toMatchObject({
		severity,
		vendorSeverity: 'P9',
	});
});

it.each([
	[stageOf('triage', { name: 'open', is_final: false }), 'triggered'],
	[stageOf('acknowledged', { name: 'open', is_final: false }), 'acknowledged'],
	[stageOf('fixing'), 'acknowledged'],
	[stageOf('mitigated'), 'acknowledged'],
	[stageOf('our own stage', { name: 'in_progress', is_final: false }), 'acknowledged'],
	[stageOf('our own stage', { name: 'open' }), 'triggered'],
	[stageOf('our own stage', { name: 'anything', is_final: true }), 'resolved'],
	[stageOf('resolved'), 'resolved'],
	[stageOf('canceled'), 'resolved'],
	[stageOf('duplicate'), 'resolved'],
	[stageOf('resolved', { name: 'reopened', is_final: false }), 'triggered'],
	[{ stage: { state: { name: 'closed' } } }, 'resolved'],
	// The shapes of works and conversations, which incidents may share: the stage's own name beside IDs.
	[{ stage: { name: 'resolved', stage: { id: 'don:s/8' }, state: { id: 'don:t/3' } } }, 'resolved'],
	[{ stage: { name: 'acknowledged', ordinal: 2, stage: { id: 'don:s/2' } } }, 'acknowledged'],
	[{ stage: { name: 'Canceled', ordinal: 6 } }, 'resolved'],
	[{ stage: { name: 'triage' } }, 'triggered'],
	[{ stage: { name: 'our own', stage: 'don:s/9', state: 'don:t/1' } }, null],
	[{ stage: { name: 'our own', is_final: true } }, 'resolved'],
	[
		{ stage: { stage: { id: 'don:s/9', name: 'our own' }, state: { is_final: false } } },
		'triggered',
	],
	[{ stage: { stage: 'don:s/8', state: 'closed' } }, 'resolved'],
	[{ stage: { stage: { id: 'don:s/8' }, state: { id: 'don:t/3' } } }, null],
	[{ stage: { stage: 'don:s/8', state: 'don:t/3' } }, null],
	[{ stage: 'don:s/8' }, null],
	[{ stage: 'resolved' }, 'resolved'],
	[{ stage: { stage: { name: 'In Progress' } } }, 'acknowledged'],
	[{ stage: null }, null],
	[{}, null],
])('%j is %s', (incident, status) => {
	expect(toIncidentRecord({ id: 'x', ...incident }).status).toBe(status);
	expect(isOver(incident)).toBe(status === null ? undefined : status === 'resolved');
});
