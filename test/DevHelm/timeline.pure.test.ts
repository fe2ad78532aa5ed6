import type { IDataObject } from 'n8n-workflow';

import { toAcknowledgedRecord } from '../../nodes/DevHelm/incident/acknowledge';
import { activityPaging, toTimelineRecord } from '../../nodes/DevHelm/incident/timeline';

describe('an entry of a timeline', () => {
	it('maps a delivery and a post on a status page, which the sandbox does not make', () => {
		const event = { id: 'e', at: '2026-04-15T12:00:00Z', summary: 'Mail sent', actor: null };
		expect(
			toTimelineRecord({
				...event,
				incidentId: 'i',
				kind: 'delivery',
				payload: { status: 'DELIVERED', channelName: 'Ops mail', eventType: 'INCIDENT_CREATED' },
			}),
		).toEqual({
			provider: 'devhelm',
			id: 'e',
			incidentId: 'i',
			kind: 'delivery',
			summary: 'Mail sent',
			text: null,
			author: null,
			oldStatus: null,
			newStatus: 'DELIVERED',
			createdAt: '2026-04-15T12:00:00Z',
		});
		expect(
			toTimelineRecord({
				...event,
				kind: 'status_page_update',
				payload: { status: 'IDENTIFIED', body: 'We found it', statusPageIncidentId: 's' },
			}),
		).toMatchObject({ kind: 'status_page_update', text: 'We found it', newStatus: 'IDENTIFIED' });
	});

	it.each<[IDataObject, IDataObject]>([
		[
			{ kind: 'novelty', summary: 'New' },
			{ kind: 'novelty', summary: 'New' },
		],
		[
			{ kind: 'update', payload: null },
			{ kind: 'update', text: null },
		],
		[{}, { kind: 'update', id: null, createdAt: null }],
	])('never fails: %j', (row, expected) => {
		const record = toTimelineRecord(row);
		expect(record).toMatchObject(expected);
		expect(Object.keys(record)).toHaveLength(10);
	});
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
