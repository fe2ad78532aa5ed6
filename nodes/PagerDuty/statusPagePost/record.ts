import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/wire/request';
import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import { idsIn } from './fields';

const flag = (value: unknown) => (typeof value === 'boolean' ? value : null);
const idOf = (reference: unknown) => asText(asObject(reference).id) ?? null;

/** One update of a post; a reference to one has its ID alone. */
function said(update: IDataObject): IDataObject {
	return {
		id: asText(update.id) ?? null,
		message: asText(update.message) ?? null,
		statusId: idOf(update.status),
		severityId: idOf(update.severity),
		impactedComponents: asRows(update.impacted_services).map(({ service, impact }) => ({
			componentId: idOf(service),
			impactId: idOf(impact),
		})),
		notifySubscribers: flag(update.notify_subscribers),
		nextUpdateMs: asNumber(update.update_frequency_ms) ?? null,
		reviewedStatus: asText(update.reviewed_status) ?? null,
		reportedAt: asText(update.reported_at) ?? null,
	};
}

/** A post with its updates. docs/facts/pagerduty.md#status-page-posts. */
export function toPostRecord(post: IDataObject, { path }: ApiRequest): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(post.id) ?? idsIn(path).postId,
		statusPageId: idOf(post.status_page) ?? idsIn(path).statusPageId,
		postType: asText(post.post_type) ?? null,
		title: asText(post.title) ?? null,
		startsAt: asText(post.starts_at) ?? null,
		endsAt: asText(post.ends_at) ?? null,
		linkedResourceId: idOf(post.linked_resource),
		postmortemId: idOf(post.postmortem),
		updates: asRows(post.updates).map(said),
	};
}

/** An update with where it belongs. */
export function toUpdateRecord(update: IDataObject, { path }: ApiRequest): IDataObject {
	return { provider: 'pagerduty', ...idsIn(path), ...said(update) };
}

/** What was learnt, as customers read it. */
export function toPostmortemRecord(postmortem: IDataObject, { path }: ApiRequest): IDataObject {
	return {
		provider: 'pagerduty',
		...idsIn(path),
		id: asText(postmortem.id) ?? null,
		message: asText(postmortem.message) ?? null,
		notifySubscribers: flag(postmortem.notify_subscribers),
		reportedAt: asText(postmortem.reported_at) ?? null,
	};
}
