import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { tagOf } from '../incident/body';
import { plainIds } from '../incident/values';

/** What is one value on a create and on an update, but for the custom fields. */
export function valuesOf(fields: Parameters): IDataObject {
	return {
		body: fields.text('body'),
		target_close_date: fields.date('targetCloseDate'),
		custom_schema_fragments: plainIds(fields, 'customSchemaFragmentIds'),
	};
}

/** Files, at most so many. */
export function artifactsOf(fields: Parameters): string[] {
	return fields.within('artifactIds', plainIds(fields, 'artifactIds'));
}

/** Unlike incidents, these want the tag's `id`. docs/facts/devrev.md#issues-and-tickets. */
export function tagsOf(fields: Parameters): IDataObject[] {
	return fields.rows('tags').flatMap(tagOf).map(toWorkTag);
}

export const toWorkTag = ({ tag_id, value }: IDataObject): IDataObject =>
	compact({ id: tag_id, value });

/**
 * The stage by its ID, else by its name.
 * @param idField what the call names the ID
 */
export function stageOf(fields: Parameters, idField: 'id' | 'stage'): IDataObject | undefined {
	const [id, name] = [fields.id('stageId'), fields.text('stageName')];
	if (id !== undefined && name !== undefined) {
		fields.refuse('stageName', "and 'Stage' are both set", 'Leave one of them');
	}
	return compact({ [idField]: id, name });
}
