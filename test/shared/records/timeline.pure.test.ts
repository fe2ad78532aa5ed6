import type { IDataObject } from 'n8n-workflow';

import {
	newestFirst,
	TIMELINE_KINDS,
	timelineRecord,
	timelineReport,
	type TimelineRecord,
} from '../../../nodes/shared/records/timeline';

const NOTHING: TimelineRecord = {
	provider: 'x',
	id: null,
	incidentId: null,
	time: null,
	actor: null,
	kind: 'other',
	text: null,
	vendorKind: null,
};
const entry = (fields: Partial<TimelineRecord>) => ({ raw: {}, record: { ...NOTHING, ...fields } });

const INCIDENT: IDataObject = {
	provider: 'x',
	id: 'I1',
	number: 'INC-1',
	title: 'Shop is down\n## Injected',
	status: 'resolved',
	severity: 'critical',
	url: 'https://x.example/INC-1',
	service: 'Checkout_v2',
	assignees: [
		{ id: 'U1', name: 'Anna' },
		{ id: 'U2', name: null },
	],
	createdAt: '2026-04-15T12:00:00Z',
	vendorStatus: 'closed',
	vendorSeverity: 'sev-0',
};

describe('a record', () => {
	it('has its keys always and in one order', () => {
		const reversed = Object.fromEntries(Object.entries(NOTHING).reverse());
		expect(Object.keys(timelineRecord(reversed as unknown as TimelineRecord))).toEqual([
			'provider',
			'id',
			'incidentId',
			'time',
			'actor',
			'kind',
			'text',
			'vendorKind',
		]);
	});
});

describe('the order', () => {
	it('is newest first by moments and not by texts, as it came at one time, and unknown ones last', () => {
		const order = newestFirst([
			entry({ id: 'unknown', time: 'soon' }),
			entry({ id: 'first', time: '2026-04-15T12:00:00Z' }),
			entry({ id: 'later', time: '2026-04-15T10:00:00-04:00' }),
			entry({ id: 'same', time: '2026-04-15T14:00:00.000Z' }),
		]);
		expect(order.map(({ record }) => record.id)).toEqual(['later', 'same', 'first', 'unknown']);
	});
});

describe('the document', () => {
	it('has a heading, facts and the entries, oldest first', () => {
		const report = timelineReport(INCIDENT, [
			entry({
				kind: 'resolved',
				time: '2026-04-15T12:30:00Z',
				actor: { id: 'U1', name: 'Anna', type: 'user' },
			}),
			entry({
				kind: 'note',
				time: '2026-04-15T12:10:00Z',
				actor: { id: 'U2', name: null, type: 'user' },
				text: 'Rollback\n\n- [x] done\nsee https://x.example/a_b',
			}),
			entry({ kind: 'change', vendorKind: 'snooze_log_entry', time: '2026-04-15T12:05:00Z' }),
			entry({
				kind: 'statusUpdate',
				actor: { id: null, name: null, type: 'system' },
				text: 'We are on it',
			}),
		]);
		expect(report.markdown).toBe(
			[
				'# INC-1 Shop is down ## Injected',
				'',
				'- Status: resolved',
				'- Severity: critical',
				'- Service: Checkout\\_v2',
				'- Assignees: Anna, U2',
				'- Began: 2026-04-15T12:00:00Z',
				'- Link: <https://x.example/INC-1>',
				'',
				'## Timeline',
				'',
				'- at an unknown time **status update** by system  ',
				'  We are on it',
				'- 2026-04-15T12:05:00Z **change** (snooze\\_log\\_entry)',
				'- 2026-04-15T12:10:00Z **note** by U2  ',
				'  Rollback  ',
				'  \\- \\[x\\] done  ',
				'  see <https://x.example/a_b>',
				'- 2026-04-15T12:30:00Z **resolved** by Anna',
				'',
			].join('\n'),
		);
	});

	it('counts every kind, also those that did not happen', () => {
		const report = timelineReport(INCIDENT, [entry({ kind: 'note' }), entry({ kind: 'note' })]);
		const none = Object.fromEntries(TIMELINE_KINDS.map((kind) => [kind, 0]));
		expect(report).toEqual({
			provider: 'x',
			incidentId: 'I1',
			title: INCIDENT.title,
			markdown: expect.any(String),
			entries: 2,
			counts: { ...none, note: 2 },
		});
	});

	it('is whole where nothing is known', () => {
		const report = timelineReport({ provider: 'x', id: null, title: null }, []);
		expect(report.markdown).toBe(
			'# Incident\n\n## Timeline\n\nNothing is known to have happened.\n',
		);
	});

	it('falls back on the words of the vendor', () => {
		const { markdown } = timelineReport(
			{ title: 'x', status: null, vendorStatus: 'parked', severity: null, vendorSeverity: 'P5' },
			[],
		);
		expect(markdown).toContain('- Status: parked\n- Severity: P5\n');
	});
});
