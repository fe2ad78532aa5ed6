import { toIncidentRecord as bleemeo } from '../../../nodes/Bleemeo/api/record';
import { toIncidentRecord as devHelm } from '../../../nodes/DevHelm/api/record';
import { toIncidentRecord as statusPage } from '../../../nodes/DevHelm/statusPageIncident/record';
import { toTriggerRecord as devHelmEvent } from '../../../nodes/DevHelm/trigger/record';
import { toIncidentRecord as devRev } from '../../../nodes/DevRev/api/record';
import { toIncidentRecord as pagerDuty } from '../../../nodes/PagerDuty/api/record';
import { toTriggerRecord as pagerDutyEvent } from '../../../nodes/PagerDuty/trigger/record';

const KEYS = [
	'provider',
	'id',
	'number',
	'title',
	'status',
	'severity',
	'url',
	'service',
	'assignees',
	'actor',
	'createdAt',
	'updatedAt',
	'vendorStatus',
	'vendorSeverity',
];
const TITLE = 'Checkout answers 502';
const TIMES = ['2026-04-15T12:00:00Z', '2026-04-15T13:00:00Z'];
const [createdAt, updatedAt] = TIMES;
const ref = (id: string, type: string, summary: string) => ({
	id,
	type: `${type}_reference`,
	summary,
});
const whole = { title: TITLE, severity: 'critical', service: 'Checkout', createdAt, updatedAt };

/** One incident as each vendor has it, and as it comes out: the same keys, and null for what the vendor does not say. */
const SIDE_BY_SIDE: Array<[string, object, object]> = [
	[
		'PagerDuty',
		pagerDuty({
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
		{
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
	],
	[
		'DevRev',
		devRev({
			id: 'don:x:incident/7',
			display_id: 'INC-7',
			title: TITLE,
			severity: { id: 1, label: 'sev-0' },
			stage: { stage: { name: 'fixing' }, state: { name: 'in_progress', is_final: false } },
			applies_to_parts: [{ name: 'Checkout' }],
			owned_by: [
				{ id: 'don:x:devu/1', type: 'dev_user', full_name: 'Anna Schmidt', email: 'a@example.com' },
				{ id: 'don:x:devu/3', type: 'dev_user', email: 'c@example.com' },
			],
			modified_by: { id: 'don:x:svcacc/2', type: 'service_account', display_name: 'ops-bot' },
			created_date: createdAt,
			modified_date: updatedAt,
		}),
		{
			...whole,
			provider: 'devrev',
			id: 'don:x:incident/7',
			number: 'INC-7',
			status: 'acknowledged',
			url: null,
			assignees: [
				{ id: 'don:x:devu/1', name: 'Anna Schmidt' },
				{ id: 'don:x:devu/3', name: 'c@example.com' },
			],
			actor: { id: 'don:x:svcacc/2', name: 'ops-bot', type: 'service_account' },
			vendorStatus: 'fixing',
			vendorSeverity: 'sev-0',
		},
	],
	[
		'DevHelm',
		devHelm({
			id: 'i-7',
			displayKey: 'ABC-7',
			title: TITLE,
			status: 'CONFIRMED',
			severity: 'DOWN',
			serviceName: 'Checkout',
			createdByUserId: 31,
			updates: [{ createdBy: 'USER', createdAt }],
			createdAt,
			updatedAt,
		}),
		{
			...whole,
			provider: 'devhelm',
			id: 'i-7',
			number: 'ABC-7',
			status: 'triggered',
			url: null,
			assignees: null,
			actor: { id: '31', name: null, type: 'user' },
			vendorStatus: 'CONFIRMED',
			vendorSeverity: 'DOWN',
		},
	],
	[
		'Bleemeo',
		bleemeo({
			id: 'e-7',
			title: TITLE,
			status: 2,
			agent: { display_name: 'Checkout' },
			created_by: { id: 'u-1', username: 'anna@example.com' },
			created_at: createdAt,
			modified_at: updatedAt,
		}),
		{
			...whole,
			provider: 'bleemeo',
			id: 'e-7',
			number: null,
			status: 'triggered',
			url: null,
			assignees: null,
			actor: { id: 'u-1', name: 'anna@example.com', type: 'user' },
			vendorStatus: 'Critical',
			vendorSeverity: 2,
		},
	],
];

it.each(SIDE_BY_SIDE)('%s', (_, record, expected) => {
	expect(record).toEqual(expected);
	expect(Object.keys(record)).toEqual(KEYS);
});

it.each([
	['PagerDuty', pagerDuty({})],
	['PagerDuty, an event', pagerDutyEvent({})],
	['DevRev', devRev({})],
	['DevHelm', devHelm({})],
	['DevHelm, a status page', statusPage({})],
	['DevHelm, an event', devHelmEvent(undefined, undefined)],
	['Bleemeo', bleemeo({})],
])('%s: nothing known is null, never an empty text', (_, record) => {
	const { provider, ...rest } = record;
	expect(provider).toMatch(/^\w+$/);
	expect(Object.keys(record)).toEqual(KEYS);
	expect(new Set(Object.values(rest))).toEqual(new Set([null]));
});

describe('assignees', () => {
	it.each([
		['PagerDuty, nobody', pagerDuty({ assignments: [] }), []],
		['PagerDuty, in a webhook', pagerDuty({ assignees: [ref('P1', 'user', 'A')] }), ['A']],
		[
			'PagerDuty, with users included',
			pagerDuty({ assignments: [{ assignee: { name: 'A' } }] }),
			['A'],
		],
		['PagerDuty, a reference', pagerDuty({ id: 'Q1', summary: TITLE }), undefined],
		['PagerDuty, an assignment without anybody', pagerDuty({ assignments: [{ at: 'x' }] }), []],
		['DevRev, nobody: an empty list is left out', devRev({ id: 'x', title: TITLE }), []],
		['DevRev, what only refers to it', devRev({ id: 'x' }), undefined],
	])('%s', (_, { assignees }, names) => {
		const given = assignees as Array<{ name: string }> | null;
		expect(given?.map(({ name }) => name)).toEqual(names);
	});
});

describe('actor', () => {
	const updates = [
		{ createdBy: 'SYSTEM', createdAt },
		{ createdBy: 'USER', createdAt: updatedAt },
	];
	it.each([
		[
			'PagerDuty, an integration',
			pagerDuty({ last_status_change_by: ref('P1', 'inbound_integration', 'M') }),
			{ id: 'P1', name: 'M', type: 'inbound_integration' },
		],
		[
			'DevHelm, the newest update counts',
			devHelm({ updates }),
			{ id: null, name: null, type: 'user' },
		],
		[
			'DevHelm, the opener has not written since',
			devHelm({ updates, createdByUserId: 31 }),
			{ id: null, name: null, type: 'user' },
		],
		[
			'DevHelm, the opener is who created it',
			devHelmEvent('incident.created', { id: 'i', createdByUserId: 31 }),
			{ id: '31', name: null, type: 'user' },
		],
		[
			'DevHelm, the opener is not who resolved it',
			devHelmEvent('incident.resolved', { id: 'i', createdByUserId: 31 }),
			null,
		],
		[
			'Bleemeo, whoever changed it last',
			bleemeo({ created_by: 'u-1', modified_by: 'u-2' }),
			{ id: 'u-2', name: null, type: 'user' },
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
