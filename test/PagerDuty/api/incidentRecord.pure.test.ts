import { toIncidentRecord as pagerDuty } from '../../../nodes/PagerDuty/api/record';
import { toTriggerRecord as pagerDutyEvent } from '../../../nodes/PagerDuty/trigger/record';
import { holdsRecord, TITLE, whole, createdAt, updatedAt } from '../../support/incidentRecord';

const ref = (id: string, type: string, summary: string) => ({
	id,
	type: `${type}_reference`,
	summary,
});

holdsRecord({
	record: pagerDuty({
		id: 'Q1',
		incident_number: 7,
		title: TITLE,
		status: 'acknowledged',
		urgency: 'high',
		html_url: 'https://x.pagerduty.example/incidents/Q1',
		service: ref('PS1', 'service', 'Checkout'),
		assignments: [{ at: createdAt, assignee: ref('PU1', 'user', 'Anna Schmidt') }],
		last_status_change_by: ref('PU2', 'user', 'Jürgen Müßig'),
		created_at: createdAt,
		updated_at: updatedAt,
	}),
	expected: {
		...whole,
		provider: 'pagerduty',
		id: 'Q1',
		number: 7,
		status: 'acknowledged',
		url: 'https://x.pagerduty.example/incidents/Q1',
		assignees: [{ id: 'PU1', name: 'Anna Schmidt' }],
		actor: { id: 'PU2', name: 'Jürgen Müßig', type: 'user' },
		vendorStatus: 'acknowledged',
		vendorSeverity: 'high',
	},
	empty: [
		['an incident', pagerDuty({})],
		['an event', pagerDutyEvent({})],
	],
});

describe('assignees', () => {
	it.each([
		['nobody', pagerDuty({ assignments: [] }), []],
		['in a webhook', pagerDuty({ assignees: [ref('P1', 'user', 'A')] }), ['A']],
		['with users included', pagerDuty({ assignments: [{ assignee: { name: 'A' } }] }), ['A']],
		['a reference', pagerDuty({ id: 'Q1', summary: TITLE }), undefined],
		['an assignment without anybody', pagerDuty({ assignments: [{ at: 'x' }] }), []],
	])('%s', (_, { assignees }, names) => {
		const given = assignees as Array<{ name: string }> | null;
		expect(given?.map(({ name }) => name)).toEqual(names);
	});
});

describe('actor', () => {
	it.each([
		[
			'an integration',
			pagerDuty({ last_status_change_by: ref('P1', 'inbound_integration', 'M') }),
			{ id: 'P1', name: 'M', type: 'inbound_integration' },
		],
	])('%s', (_, record, actor) => {
		expect(record.actor).toEqual(actor);
	});
});

it('the summary stands in for the title, which some replies lack', () => {
	expect(pagerDuty({ summary: TITLE }).title).toBe(TITLE);
	expect(pagerDuty({ title: '', summary: TITLE }).title).toBe(TITLE);
	expect(pagerDuty({ title: 'Own', summary: TITLE }).title).toBe('Own');
});
