import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { compact } from '../../shared/values';
import { beta } from '../api';
import { plainIds, textList } from '../incident/values';

/** Fields that the official file of the beta has and that of the stable API has not. */
const BETA_FIELDS = ['collections', 'external_ref', 'labels', 'link_previews', 'snap_widget_body'];
/** From the official file. */
export const MOST_ARTIFACTS = 50;
const MOST_LABELS = 16;
const LONGEST_LABEL = 64;
const LONGEST_REFERENCE = 512;

/** A call on timeline entries; the beta header is sent only where a field of the beta is in use. */
export function onTimeline(call: string, body: IDataObject): ApiRequest {
	const request: ApiRequest = { method: 'POST', path: `/timeline-entries.${call}`, body };
	return BETA_FIELDS.some((field) => field in body) ? beta(request) : request;
}

/** What a snap-in's comment says, and whom it calls. */
export function snapKit(body: IDataObject | undefined, more: Parameters): IDataObject {
	return compact({
		body,
		snap_in_action_name: more.text('snapInActionName'),
		snap_in_id: more.text('snapInId'),
	});
}

/** At most so many files. */
export function artifactIds(fields: Parameters, name: string, most = MOST_ARTIFACTS): string[] {
	const ids = plainIds(fields, name);
	if (ids.length <= most) return ids;
	return fields.refuse(
		name,
		`holds ${ids.length} files, and DevRev takes ${most} at most`,
		'Leave some out, or spread them over several comments',
	);
}

/** Labels, each of a length that DevRev takes. */
export function labelsOf(fields: Parameters): string[] {
	const labels = textList(fields, 'labels');
	const long = labels.find((label) => label.length > LONGEST_LABEL);
	if (long !== undefined) {
		fields.refuse(
			'labels',
			`holds one of more than ${LONGEST_LABEL} characters: "${long.slice(0, LONGEST_LABEL)}…"`,
			'Shorten it',
		);
	}
	return labels;
}

/** The labels of a comment that is written: not too many, either. */
export function newLabels(fields: Parameters): string[] {
	const labels = labelsOf(fields);
	if (labels.length <= MOST_LABELS) return labels;
	return fields.refuse(
		'labels',
		`holds ${labels.length} labels, and DevRev takes ${MOST_LABELS} at most`,
		'Leave some out',
	);
}

/** The key of a comment, of a length that DevRev takes. */
export function referenceOf(fields: Parameters): string | undefined {
	const reference = fields.text('externalReference');
	if (reference === undefined || reference.length <= LONGEST_REFERENCE) return reference;
	return fields.refuse(
		'externalReference',
		`has ${reference.length} characters, and DevRev takes ${LONGEST_REFERENCE} at most`,
		'Shorten it, or use a hash of it',
	);
}
