import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText, isObject } from '../../shared/ground/values';
import type { TimelineKind, TimelineRecord } from '../../shared/records/timeline';
import { actorOf } from '../api/record';
import { isOver, statusOf } from '../api/stage';
import { isComment } from '../comment/record';

/** An entry of a timeline in the common shape: what somebody wrote, or what was changed. Pure. docs/facts/devrev.md#timeline-of-an-incident. */
export function toTimelineRecord(entry: IDataObject): TimelineRecord {
	const event = asObject(entry.event);
	const type = asText(event.type);
	const isWritten = isComment(entry);
	return {
		provider: 'devrev',
		id: asText(entry.id) ?? null,
		incidentId: asText(entry.object) ?? null,
		time: asText(entry.created_date) ?? null,
		actor: actorOf(entry.created_by),
		kind: isWritten ? 'note' : kindOf(event),
		text: (isWritten ? asText(entry.body) : textOf(event)) ?? null,
		vendorKind:
			[asText(entry.type), isWritten ? undefined : type].filter(Boolean).join('.') || null,
	};
}

function kindOf(event: IDataObject): TimelineKind {
	switch (event.type) {
		case 'created':
			return 'triggered';
		case 'updated':
			return changeOf(deltasOf(event));
		case 'annotated':
		case 'deleted':
		case 'linked':
			return 'change';
		default:
			return 'other';
	}
}

const deltasOf = ({ updated }: IDataObject) => asRows(asObject(updated).field_deltas);

/** A move to another stage says most, then who is to work on it. */
function changeOf(deltas: IDataObject[]): TimelineKind {
	const stage = deltas.find(({ name }) => name === 'stage');
	if (stage) return moveOf(stageIn(stage.old_value), stageIn(stage.new_value));
	return deltas.some(({ name }) => name === 'owned_by') ? 'assigned' : 'change';
}

/** A stage is told by its name here. */
const stageIn = (value: unknown): IDataObject => ({
	stage: { name: asText(asObject(value).name) },
});

function moveOf(from: IDataObject, to: IDataObject): TimelineKind {
	const status = statusOf(to);
	if (status === 'resolved') return 'resolved';
	if (status !== null && isOver(from)) return 'reopened';
	return status === 'acknowledged' && statusOf(from) !== 'acknowledged' ? 'acknowledged' : 'change';
}

/** `stage: triage to fixing; severity: 2 to 1`. */
function textOf(event: IDataObject): string | undefined {
	const { link_type } = asObject(asObject(event.linked).link);
	if (event.type === 'linked') return asText(link_type);
	const changes = deltasOf(event).flatMap(({ name, old_value, new_value }) => {
		const field = asText(name);
		if (field === undefined) return [];
		const [before, after] = [old_value, new_value].map(wordsOf);
		return `${field}: ${before === undefined ? '' : `${before} to `}${after ?? 'nothing'}`;
	});
	return changes.join('; ') || undefined;
}

/** A value of a field in any of its forms; one that holds fields of its own is not told. */
function wordsOf(value: unknown): string | undefined {
	if (!isObject(value)) return asText(value);
	const { name, value: one, values, tag_id } = value;
	const list = Array.isArray(values) ? values.map((entry) => wordsOf(entry)).join(', ') : undefined;
	const bare = typeof one === 'boolean' ? String(one) : asText(one);
	return asText(name) ?? bare ?? (list || undefined) ?? asText(tag_id);
}
