import type { IDataObject } from 'n8n-workflow';

import { readEvent } from '../../../nodes/DevRev/trigger/event';

const INCIDENT = 'don:core:dvrv-eu-1:devo/x:incident/7';
const COMMENT = `${INCIDENT}:comment/abc`;

it('a created incident, by whoever created it', () => {
	const incident = { id: INCIDENT, created_by: { id: 'u' }, modified_by: { id: 'v' } };
	expect(
		readEvent({
			id: 'e',
			timestamp: 't',
			type: 'incident_created',
			incident_created: { incident },
		}),
	).toEqual({
		id: 'e',
		type: 'incident_created',
		time: 't',
		incident,
		old: undefined,
		incidentId: INCIDENT,
		actor: { id: 'u' },
	});
});

it('an updated incident, with what it was', () => {
	const incident = { id: INCIDENT, created_by: { id: 'u' }, modified_by: { id: 'v' } };
	const old_incident = { id: INCIDENT, title: 'Old' };
	const body = { type: 'incident_updated', incident_updated: { incident, old_incident } };
	expect(readEvent(body)).toMatchObject({ incident, old: old_incident, actor: { id: 'v' } });
});

it('a deleted incident, of which at least the ID is known', () => {
	const old_incident = { id: INCIDENT, title: 'Old', modified_by: { id: 'v' } };
	const body = (more: object) => ({
		type: 'incident_deleted',
		incident_deleted: { id: INCIDENT, ...more },
	});
	expect(readEvent(body({ old_incident }))).toMatchObject({
		incident: old_incident,
		old: undefined,
		incidentId: INCIDENT,
		// Who changed it last need not be who deleted it.
		actor: undefined,
	});
	expect(readEvent(body({}))).toMatchObject({ incident: undefined, incidentId: INCIDENT });
});

describe('a comment', () => {
	const entry = { id: COMMENT, object: INCIDENT, object_type: 'incident', body: 'Hi' };
	const of = (type: string, data: object) => readEvent({ type, [type]: data });

	it('names its incident', () =>
		expect(
			of('timeline_entry_created', {
				entry: { ...entry, object_display_id: 'INC-7', created_by: { id: 'u' } },
			}),
		).toMatchObject({
			incidentId: INCIDENT,
			incidentNumber: 'INC-7',
			commentId: COMMENT,
			isOnIncident: true,
			actor: { id: 'u' },
		}));

	it('that is deleted is known by its ID', () => {
		expect(of('timeline_entry_deleted', { id: COMMENT })).toMatchObject({
			entry: undefined,
			incidentId: INCIDENT,
			commentId: COMMENT,
			isOnIncident: true,
		});
		expect(of('timeline_entry_deleted', { id: COMMENT, old_entry: entry }).entry).toEqual(entry);
	});

	it.each([
		['by its type', { ...entry, object_type: 'ticket' }, false],
		['by its object', { id: 'x', object: INCIDENT.replace('incident', 'issue') }, false],
		['by its own ID', { id: COMMENT.replace('incident', 'ticket') }, false],
		['not at all', { id: 'comment-7' }, undefined],
	])('of something else is known %s', (_, given, isOnIncident) =>
		expect(of('timeline_entry_created', { entry: given }).isOnIncident).toBe(isOnIncident),
	);
});

it.each([
	[{}],
	[{ type: 7, 7: {} }],
	[{ type: 'incident_created' }],
	[{ type: 'incident_created', incident_created: null }],
	[{ type: 'incident_created', incident_created: { incident: [] } }],
	[{ type: 'incident_updated', incident_updated: { incident: 'x', old_incident: 7 } }],
	[{ type: 'timeline_entry_created', timeline_entry_created: { entry: null } }],
	[{ type: '__proto__' }],
	[{ type: 'constructor', id: {}, timestamp: [] }],
])('survives %j', (body) => {
	const { incident, entry, actor } = readEvent(body as IDataObject);
	expect([incident, entry, actor]).toEqual([undefined, undefined, undefined]);
});
