import type { IDataObject } from 'n8n-workflow';

import { toMarkdown } from '../../../nodes/PagerDuty/onCall/handover/markdown';
import {
	incidentRow,
	isOfShift,
	nowAndNext,
	personRow,
} from '../../../nodes/PagerDuty/onCall/handover/rows';

const shift = { since: '2026-04-15T00:00:00Z', until: '2026-04-15T12:00:00Z' };
const onCall = (user: string, level: number, start: string | null, more = {}): IDataObject => ({
	user: { id: user, summary: user },
	escalation_level: level,
	escalation_policy: { id: 'P1', summary: 'Shop' },
	schedule: null,
	start,
	end: null,
	...more,
});

it('every row has the same keys', () => {
	const rows = [
		incidentRow('open', { incident: {}, notes: [] }),
		incidentRow('resolved', { incident: { resolved_at: 'x' }, notes: [{}], resolve: {} }),
		personRow('next', {}),
	];
	for (const row of rows) expect(Object.keys(row).sort()).toEqual(Object.keys(rows[0]).sort());
	expect(Object.values(personRow('next', {})).filter((value) => value !== null)).toEqual([
		'pagerduty',
		'next',
	]);
});

it.each([
	[
		'opened in it',
		{ created_at: '2026-04-15T01:00:00Z', resolved_at: '2026-04-16T01:00:00Z' },
		true,
	],
	[
		'resolved in it',
		{ created_at: '2026-04-01T01:00:00Z', resolved_at: '2026-04-15T12:00:00Z' },
		true,
	],
	['changed last in it', { last_status_change_at: '2026-04-15T01:00:00+02:00' }, false],
	[
		'changed last in it, in another zone',
		{ last_status_change_at: '2026-04-15T03:00:00+02:00' },
		true,
	],
	['neither', { created_at: '2026-04-14T01:00:00Z', resolved_at: '2026-04-14T02:00:00Z' }, false],
	['without times', {}, false],
])('an incident is of the shift: %s', (_, incident, expected) =>
	expect(isOfShift(incident, shift.since, shift.until)).toBe(expected),
);

describe('who is on call and who is next', () => {
	const now = Date.parse('2026-04-15T12:00:00Z');

	it('is told for each level, the first one first', () => {
		const always = onCall('Z', 2, null);
		const current = onCall('A', 1, '2026-04-15T12:00:00Z');
		const next = onCall('B', 1, '2026-04-16T12:00:00Z');
		const later = onCall('C', 1, '2026-04-17T12:00:00Z');
		expect(nowAndNext([later, always, next, current], now)).toEqual({
			current: [current, always],
			next: [next],
		});
	});

	it('keeps policies and schedules apart', () => {
		const one = onCall('A', 1, '2026-04-16T12:00:00Z', { schedule: { id: 'S1' } });
		const other = onCall('B', 1, '2026-04-16T12:00:00Z', { schedule: { id: 'S2' } });
		const third = onCall('C', 1, '2026-04-17T12:00:00Z', { escalation_policy: { id: 'P2' } });
		expect(nowAndNext([one, other, third], now)).toEqual({
			current: [],
			next: [one, other, third],
		});
	});
});

describe('as Markdown', () => {
	it('says that there is nothing', () =>
		expect(toMarkdown([], 'Shop', shift)).toBe(
			[
				'# Handover: Shop',
				'Shift: 2026-04-15T00:00:00Z to 2026-04-15T12:00:00Z',
				'## Open incidents (0)',
				'No incident is open.',
				'## Resolved incidents of this shift (0)',
				'None.',
				'## On call now',
				'Nobody.',
				'## Next on call',
				'Nobody takes over.',
			].join('\n\n'),
		));

	it('tells each incident and person on lines of their own', () => {
		const incident = {
			id: 'Q1',
			incident_number: 7,
			title: 'Checkout *down*\n# now [x](https://evil.example)',
			status: 'resolved',
			urgency: 'high',
			html_url: 'https://alpenrad.pagerduty.example/incidents/Q1',
			service: { summary: 'Checkout' },
			assignments: [{ assignee: { id: 'U', summary: 'Anna' } }],
			created_at: '2026-04-15T01:00:00Z',
			resolved_at: '2026-04-15T02:00:00Z',
		};
		const notes = [
			{ content: 'Failing\nover', user: { summary: 'Anna' }, created_at: '2026-04-15T01:30:00Z' },
			{ content: 'Done' },
		];
		const resolve = { agent: { summary: 'Jürgen' }, note: 'Rolled back' };
		const rows = [
			incidentRow('open', { incident: { title: 'Bare', html_url: 'javascript:x' }, notes: [] }),
			incidentRow('resolved', { incident, notes, resolve }),
			personRow('onCall', onCall('Anna', 1, null)),
			personRow(
				'next',
				onCall('Bo', 2, '2026-04-15T14:00:00Z', {
					end: '2026-04-16T14:00:00Z',
					schedule: { summary: 'Weekly' },
				}),
			),
		];
		expect(toMarkdown(rows, 'Shop_1', shift)).toBe(
			[
				'# Handover: Shop\\_1',
				'Shift: 2026-04-15T00:00:00Z to 2026-04-15T12:00:00Z',
				'## Open incidents (1)',
				'- Bare',
				'## Resolved incidents of this shift (1)',
				[
					'- [#7 Checkout \\*down\\* # now \\[x\\](https://evil.example)](https://alpenrad.pagerduty.example/incidents/Q1) – resolved, critical, Checkout, since 2026-04-15T01:00:00Z, assigned to Anna',
					'  - resolved 2026-04-15T02:00:00Z by Jürgen',
					'  - Resolution: Rolled back',
					'  - Anna, 2026-04-15T01:30:00Z: Failing over',
					'  - Done',
				].join('\n'),
				'## On call now',
				'- **Anna**: level 1, Shop, at all times',
				'## Next on call',
				'- **Bo**: level 2, Shop, Weekly, from 2026-04-15T14:00:00Z until 2026-04-16T14:00:00Z',
			].join('\n\n'),
		);
	});
});
