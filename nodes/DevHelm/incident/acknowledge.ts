import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { Fault } from '../../shared/ground/failures';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asRows, asText } from '../../shared/ground/values';
import { toIncidentRecord } from '../api/record';
import { acknowledgeEach, acknowledgementOf, type Acknowledgement } from './dispatches';
import { pathOf, theIncident } from './fields';
import { isConflict, isLacking, isResolved, readIncident } from './state';

/** `POST /api/v1/incidents/{id}/acknowledge`, or what stands for it. docs/facts/devhelm.md#internal-incidents and docs/facts/devhelm.md#acknowledging-notifications. */
export const acknowledge: StepsOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge incident',
	description:
		'Say that somebody works on an open incident: its notifications stop escalating. The incident stays open, and one that is resolved is left alone.',
	retry: 'idempotent',
	properties: [theIncident('acknowledge'), simplify],
	plan: (parameters) => {
		const path = pathOf(parameters);
		const request = { method: 'POST' as const, path: `${path}/acknowledge` };
		return { request, run: async (steps) => [await run(steps, request, path)] };
	},
	simplify: toAcknowledgedRecord,
};

async function run(steps: Steps, request: ApiRequest, path: string): Promise<IDataObject> {
	const incident = await readIncident(steps, path);
	if (isResolved(incident)) {
		steps.notice('Some incidents were resolved already: there was nothing to acknowledge on them');
		return incident;
	}
	const result = await acknowledgeAll(steps, request, asText(incident.id) ?? '');
	if (!result.acknowledged.length) {
		steps.notice(
			isAcknowledged(result)
				? 'Some incidents were acknowledged already: nothing was changed on them'
				: 'Some incidents have no notification that waits for somebody: there was nothing to acknowledge on them',
		);
	}
	return { ...incident, ...result };
}

/** The incident could be read just before, so a 404 is about the endpoint. */
async function acknowledgeAll(
	steps: Steps,
	request: ApiRequest,
	incidentId: string,
): Promise<Acknowledgement> {
	const records = (reply: Parameters<typeof acknowledgementOf>[0]) =>
		acknowledgementOf(reply) && [];
	const sent = steps
		.send(request, 'idempotent', records)
		.then((reply) => acknowledgementOf(reply) ?? { acknowledged: [], skipped: [] });
	return await sent.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault)) throw failure;
		if (!isConflict(failure.details) && !isLacking(failure.details)) throw failure;
		return await acknowledgeEach(steps, incidentId);
	});
}

function isAcknowledged({ acknowledged, skipped }: Acknowledgement): boolean {
	return acknowledged.length > 0 || skipped.some(({ status }) => status === 'ACKNOWLEDGED');
}

/**
 * The common record. DevHelm's incident has no such status, but its notifications do, and they are
 * known here: an open incident with an acknowledged one counts as acknowledged. Other operations see
 * the incident alone. docs/design.md#one-record-for-all-vendors, docs/facts/devhelm.md#states-of-an-internal-incident.
 */
export function toAcknowledgedRecord(incident: IDataObject): IDataObject {
	const record = toIncidentRecord(incident);
	const acknowledged = asRows(incident.acknowledged);
	const skipped = asRows(incident.skipped);
	if (isResolved(incident) || !isAcknowledged({ acknowledged, skipped })) return record;
	return { ...record, status: 'acknowledged' };
}
