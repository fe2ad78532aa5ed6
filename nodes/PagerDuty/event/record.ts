import type { IDataObject } from 'n8n-workflow';

import {
	incidentRecord,
	type IncidentSeverity,
	type IncidentStatus,
} from '../../shared/records/incident';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { asObject, asText, isObject } from '../../shared/ground/values';

/** What an event asks for. PagerDuty answers when it is in the queue, before anything is changed. */
const STATUS: { [action: string]: IncidentStatus } = {
	trigger: 'triggered',
	acknowledge: 'acknowledged',
	resolve: 'resolved',
};

const SEVERITY: { [word: string]: IncidentSeverity } = {
	critical: 'critical',
	error: 'error',
	warning: 'warning',
	info: 'info',
};

/** The vendor's answer; undefined when it is of another shape. docs/facts/pagerduty.md#events-api. */
export function answerOf({ body }: Reply): IDataObject[] | undefined {
	return isObject(body) && asText(body.status) !== undefined ? [body] : undefined;
}

/**
 * An event in the common shape, as far as it is known: the answer names no incident, so the ID is the
 * dedup key, and the rest is what was sent.
 */
export function toAlertRecord(
	answer: IDataObject,
	{ body: sent = {} }: Pick<ApiRequest, 'body'>,
): IDataObject {
	const payload = asObject(sent.payload);
	const severity = asText(payload.severity);
	return incidentRecord({
		provider: 'pagerduty',
		id: asText(answer.dedup_key) ?? asText(sent.dedup_key) ?? null,
		number: null,
		title: asText(payload.summary) ?? null,
		status: STATUS[asText(sent.event_action) ?? ''] ?? null,
		severity: SEVERITY[severity ?? ''] ?? null,
		url: null,
		service: null,
		assignees: null,
		actor: null,
		createdAt: null,
		updatedAt: null,
		vendorStatus: asText(answer.status) ?? null,
		vendorSeverity: severity ?? null,
	});
}

/** A change event: PagerDuty gives it no ID. */
export function toChangeRecord(
	answer: IDataObject,
	{ body = {} }: Pick<ApiRequest, 'body'>,
): IDataObject {
	const { summary, source, timestamp } = asObject(body.payload);
	return {
		provider: 'pagerduty',
		title: asText(summary) ?? null,
		source: asText(source) ?? null,
		happenedAt: asText(timestamp) ?? null,
		vendorStatus: asText(answer.status) ?? null,
		message: asText(answer.message) ?? null,
	};
}
