import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { syncBody } from './syncFields';
import { enumId, plainIds } from './values';

/** Everything that is one value, also on an update. docs/facts/devrev.md#fields-of-a-create and docs/facts/devrev.md#updating-an-incident. */
export function valuesOf(fields: Parameters): IDataObject {
	return {
		body: fields.text('body'),
		severity: enumId(fields, 'severity'),
		reported_by: enumId(fields, 'reportedBy'),
		acknowledged_date: fields.date('acknowledgedDate'),
		identified_date: fields.date('identifiedDate'),
		mitigated_date: fields.date('mitigatedDate'),
		target_close_date: fields.date('targetCloseDate'),
		...syncBody(fields),
	};
}

/** Everything that is a list; an update has to wrap each as `{ set: [] }`. */
export function listsOf(fields: Parameters): { [field: string]: string[] | IDataObject[] } {
	return {
		owned_by: fields.ids('ownedByIds'),
		applies_to_parts: fields.ids('appliesToPartIds'),
		pia: fields.ids('piaIds'),
		playbooks: fields.ids('playbookIds'),
		related_docs: fields.ids('relatedDocIds'),
		artifacts: plainIds(fields, 'artifactIds'),
		tags: fields.rows('tags').flatMap(tagOf),
	};
}

/** A row that was added and left empty counts for nothing. */
export function tagOf(row: Parameters): IDataObject[] {
	const tag_id = row.id('tagId');
	const value = row.text('value');
	if (tag_id) return [compact({ tag_id, value })];
	if (value === undefined) return [];
	return row.refuse(
		'tagId',
		`is empty beside the value "${value}"`,
		'Choose the tag of this value',
	);
}

/** The stage to begin in: by its long ID, inside an object. docs/facts/devrev.md#fields-of-a-create. */
export function stageOf(fields: Parameters): IDataObject {
	const stage = fields.id('stageId');
	const notes = fields.text('stageNotes');
	if (notes && !stage) {
		fields.refuse('stageNotes', "is set, but 'Stage' is empty", "Choose a 'Stage', too");
	}
	return {
		stage: stage && compact({ stage, notes }),
		stage_validation_options: fields.boolean('allowNonStartStage') ? ['allow_non_start'] : [],
	};
}
