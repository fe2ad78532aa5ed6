import type { IDataObject } from 'n8n-workflow';

import { toTimelineRecord } from '../../../nodes/DevRev/incident/timelineRecord';

const change = (event: IDataObject) => toTimelineRecord({ type: 'timeline_change_event', event });
const updated = (...field_deltas: IDataObject[]) =>
	change({ type: 'updated', updated: { field_deltas } });
const moved = (from: string | undefined, to: string) =>
	updated({
		name: 'stage',
		...(from ? { old_value: { type: 'stage', name: from } } : {}),
		new_value: { type: 'stage', name: to },
	});

it.each([
	['triage', 'acknowledged', 'acknowledged'],
	['acknowledged', 'fixing', 'change'],
	['fixing', 'resolved', 'resolved'],
	['fixing', 'canceled', 'resolved'],
	['resolved', 'triage', 'reopened'],
	['resolved', 'fixing', 'reopened'],
	[undefined, 'fixing', 'acknowledged'],
	['triage', 'Our own', 'change'],
])('a move from %s to %s is %s', (from, to, kind) => expect(moved(from, to).kind).toBe(kind));

it.each<[IDataObject, string, string | null]>([
	[{ type: 'created' }, 'triggered', null],
	[{ type: 'linked', linked: { link: { link_type: 'is_related_to' } } }, 'change', 'is_related_to'],
	[{ type: 'deleted', deleted: { object_id: 'x' } }, 'change', null],
	[{ type: 'annotated' }, 'change', null],
	[{ type: 'novelty' }, 'other', null],
])('%j is %s', (event, kind, text) =>
	expect(change(event)).toMatchObject({
		kind,
		text,
		vendorKind: `timeline_change_event.${String(event.type)}`,
	}),
);

it('tells every form of a value that is changed', () => {
	const record = updated(
		{ name: 'owned_by', new_value: { type: 'id_list', values: ['DEVU-1', 'DEVU-2'] } },
		{
			name: 'severity',
			old_value: { type: 'int', value: 2 },
			new_value: { type: 'int', value: 1 },
		},
		{ name: 'is_staged', new_value: { type: 'bool', value: false } },
		{ name: 'tag', new_value: { type: 'tag_summary', tag_id: 'TAG-1' } },
		{ name: 'title', old_value: { type: 'string', value: 'Old' } },
		{ name: 'impact', old_value: { type: 'composite', fields: {} } },
		{ new_value: { type: 'string', value: 'nameless' } },
	);
	expect(record.kind).toBe('assigned');
	expect(record.text).toBe(
		'owned_by: DEVU-1, DEVU-2; severity: 2 to 1; is_staged: false; tag: TAG-1; title: Old to nothing; impact: nothing',
	);
});

it('never fails', () =>
	expect(toTimelineRecord({})).toEqual({
		provider: 'devrev',
		id: null,
		incidentId: null,
		time: null,
		actor: null,
		kind: 'other',
		text: null,
		vendorKind: null,
	}));
