import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../shared/ground/values';
import { actorOf, assigneesOf } from '../api/record';
import { isOver, stageOf } from '../api/stage';
import type { WorkKind } from './kind';

/**
 * An issue or a ticket in one flat shape; what DevRev leaves out is null. Its stages are the organization's own, so
 * beside the name of the stage there is only whether it is still open.
 */
export const toWorkRecord =
	(kind: WorkKind) =>
	(work: IDataObject): IDataObject => {
		const part = asObject(work.applies_to_part);
		const isClosed = isOver(work);
		return {
			provider: 'devrev',
			id: asText(work.id) ?? null,
			number: asText(work.display_id) ?? null,
			type: asText(work.type) ?? null,
			title: asText(work.title) ?? null,
			stage: stageOf(work).name ?? null,
			isOpen: isClosed === undefined ? null : !isClosed,
			...kind.record(work),
			partId: asText(part.id) ?? null,
			partName: asText(part.name) ?? null,
			assignees: assigneesOf(work),
			reporters: namesOf(work.reported_by),
			actor: actorOf(work.modified_by),
			createdAt: asText(work.created_date) ?? null,
			updatedAt: asText(work.modified_date) ?? null,
			targetCloseAt: asText(work.target_close_date) ?? null,
			closedAt: asText(work.actual_close_date) ?? null,
		};
	};

/** An empty list is left out of a reply, like everything that is empty. */
function namesOf(users: unknown): IDataObject[] {
	return asRows(users).flatMap((user) => {
		const actor = actorOf(user);
		return actor ? [{ id: actor.id, name: actor.name }] : [];
	});
}

/** The name of what a field refers to. */
export function nameOf(value: unknown): string | null {
	const { name, display_name, label, display_id } = asObject(value);
	return asText(display_name) ?? asText(name) ?? asText(label) ?? asText(display_id) ?? null;
}
