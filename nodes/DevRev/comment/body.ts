import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { beta } from '../api/profile';
import { plainIds, textList } from '../incident/values';

/** Fields that the official file of the beta has and that of the stable API has not. */
const BETA_FIELDS = ['collections', 'external_ref', 'labels', 'link_previews', 'snap_widget_body'];
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

/** Files, at most so many. */
export function artifactIds(fields: Parameters, name: string): string[] {
	return fields.within(name, plainIds(fields, name));
}

/** Labels, each of a length that DevRev takes. */
export function labelsOf(fields: Parameters): string[] {
	return fields.within('labels', textList(fields, 'labels'));
}
