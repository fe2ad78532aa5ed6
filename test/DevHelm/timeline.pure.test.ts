import type { IDataObject } from 'n8n-workflow';

import { toAcknowledgedRecord } from '../../nodes/DevHelm/incident/acknowledge';
import { activityPaging } from '../../nodes/DevHelm/incident/timeline';
import { toTimelineRecord } from '../../nodes/DevHelm/incident/timelineRecord';

const AT = '2026-04-15T12:00:00Z';
const event = { id: 'e', at: AT, summary: 'Mail sent', actor: null, incidentId: 'i' };

describe('an entry of a timeline', () => {
	it('maps a delivery, which the sandbox does not make', () =>
		expect(
			toTimelineRecord({
				...event,
				kind: 'delivery',
				payload: { status: 'DELIVERED', channelName: 'Ops mail', eventType: 'INCIDENT_CREATED' },
			}),
		).toEqual({
			provider: 'devhelm',
			id: 'e',
			incidentId: 'i',
			time: AT,
			actor: null,
			kind: 'notification',
			text: 'Mail sent',
			vendorKind: 'delivery',
		}));

	it.each<[IDataObject, IDataObject]>([
		[
			{ kind: 'status_page_update', payload: { status: 'IDENTIFIED', body: 'We found it' } },
			{ kind: 'statusUpdate', text: 'We found it' },
		],
		[
			{ kind: 'update', payload: { body: 'Seen' } },
			{ kind: 'note', text: 'Seen' },
		],
		[{ kind: 'update', payload: { newStatus: 'CONFIRMED' } }, { kind: 'triggered' }],
		[
			{ kind: 'update', payload: { oldStatus: 'TRIGGERED', newStatus: 'CONFIRMED' } },
			{ kind: 'change' },
		],
		[
			{ kind: 'update', payload: { oldStatus: 'CONFIRMED', newStatus: 'RESOLVED' } },
			{ kind: 'resolved' },
		],
		[
			{ kind: 'update', payload: { oldStatus: 'RESOLVED', newStatus: 'CONFIRMED' } },
			{ kind: 'reopened' },
		],
		[
			{ kind: 'forensic_transition', payload: { fromStatus: 'WATCHING', toStatus: 'TRIGGERED' } },
			{ kind: 'triggered' },
		],
		[{ kind: 'dispatch', payload: { phase: 'acknowledged' } }, { kind: 'acknowledged' }],
		[{ kind: 'dispatch', payload: { phase: 'ESCALATED' } }, { kind: 'escalated' }],
		[{ kind: 'dispatch', payload: { status: 'ACKNOWLEDGED' } }, { kind: 'notification' }],
		[
			{ kind: 'novelty', summary: 'New' },
			{ kind: 'other', text: 'New', vendorKind: 'novelty' },
		],
		[
			{ kind: 'update', payload: null },
			{ kind: 'note', text: 'Mail sent' },
		],
	])('%j', (row, expected) =>
		expect(toTimelineRecord({ ...event, ...row })).toMatchObject(expected),
	);

	it('never fails', () =>
		expect(toTimelineRecord({})).toEqual({
			provider: 'devhelm',
			id: null,
			incidentId: null,
			time: null,
			actor: null,
			kind: 'note',
			text: null,
			vendorKind: 'update',
		}));

	it.each<[IDataObject, unknown]>([
		[
			{ createdBy: 'USER', createdByUserId: 31 },
			{ id: '31', name: null, type: 'user' },
		],
		[
			{ occurredAt: AT, details: { source: 'pipeline' } },
			{ id: null, name: 'pipeline', type: 'system' },
		],
		[{ occurredAt: AT }, null],
	])('names who did it: %j', (row, actor) => expect(toTimelineRecord(row).actor).toEqual(actor));
});

describe('the pages of a list with a cursor', () => {
	const request = { method: 'GET' as const, path: '/x', query: { limit: 50 } };
	const next = (body: unknown) =>
		activityPaging.next(request, { status: 200, headers: {}, body }, []);

	it('follow the cursor, and end where there is none', () => {
		expect(next({ hasMore: true, nextCursor: 'abc' })?.query).toEqual({ limit: 50, cursor: 'abc' });
		expect(next({ hasMore: false, nextCursor: 'abc' })).toBeUndefined();
		expect(next({ hasMore: true, nextCursor: null })).toBeUndefined();
		expect(next(undefined)).toBeUndefined();
	});
});

it.each<[IDataObject, string | null]>([
	[{ status: 'CONFIRMED', acknowledged: [{ id: 'd' }] }, 'acknowledged'],
	[{ status: 'WATCHING', skipped: [{ status: 'ACKNOWLEDGED' }] }, 'acknowledged'],
	[{ status: 'CONFIRMED', acknowledged: [], skipped: [{ status: 'PENDING' }] }, 'triggered'],
	[{ status: 'CONFIRMED' }, 'triggered'],
	[{ status: 'RESOLVED', acknowledged: [{ id: 'd' }] }, 'resolved'],
])('an incident after Acknowledge, %j, is %s', (incident, status) => {
	expect(toAcknowledgedRecord(incident)).toMatchObject({
		status,
		vendorStatus: incident.status,
	});
});
