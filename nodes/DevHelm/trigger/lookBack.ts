import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/ground/values';
import { readWithin } from '../../shared/trigger/readWithin';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { devHelm, incidentOf as readIncident } from '../api/profile';
import { INCIDENT } from '../form/ids';
import { monitorOf } from '../monitor/fields';
import { readableSubject } from './events';
import { subjectOf } from './subject';

/** How long DevHelm waits for an answer is not published; the aim is less than 3 seconds. docs/facts/devhelm.md#delivery-and-repeats-of-platform-webhooks. */
const READ_MS = 2_500;

/** How the object of an event is read back from DevHelm. */
export interface LookBack {
	/** What the user calls it. */
	action: string;
	request: ApiRequest;
	record: (reply: Reply) => IDataObject | undefined;
	/** Whether what DevHelm has can be what the event tells of. */
	agrees: (record: IDataObject) => boolean;
}

/** What DevHelm answered, or in words why nothing, with the status where it answered one. */
export interface Fetched {
	record?: IDataObject;
	failure?: string;
	status?: number;
}

const IS_ID = new RegExp(`^${INCIDENT.id.regex}$`);

/**
 * How to find out without a signature whether an event is genuine; undefined when there is nothing that
 * could be read. Pure. docs/facts/devhelm.md#what-can-be-read-back.
 */
export function lookBackFor(type: string | undefined, data: unknown): LookBack | undefined {
	const noun = readableSubject(type);
	const id = noun && asText(subjectOf(data, noun).id);
	if (id === undefined || !IS_ID.test(id)) return;
	const isIncident = noun === 'incident';
	return {
		action: `Fetch the ${noun}`,
		request: { method: 'GET', path: `/api/v1/${noun}s/${encodeURIComponent(id)}` },
		record: (reply) => (isIncident ? readIncident : monitorOf)(reply)?.[0],
		agrees: (record) =>
			asText(record.id)?.toLowerCase() === id.toLowerCase() &&
			!(isIncident && contradicts(type, record)),
	};
}

/**
 * An incident may have moved on by the time that it is read, so only what can never have happened
 * counts: it is reopened after it was resolved, and each reopening is counted. docs/facts/devhelm.md#states-of-an-internal-incident.
 */
function contradicts(type: string | undefined, { status, reopenCount }: IDataObject): boolean {
	const isNeverReopened = asNumber(reopenCount) === 0;
	if (type === 'incident.reopened') return isNeverReopened;
	return type === 'incident.resolved' && isNeverReopened && status !== 'RESOLVED';
}

/**
 * Reads it while DevHelm waits for the answer to its delivery. Never throws.
 * @param stranger the same text for copies of a delivery that anybody can have sent; undefined for a signed one
 */
export async function readBack(
	context: IWebhookFunctions,
	{ action, request, record }: LookBack,
	stranger?: string,
): Promise<Fetched> {
	const { reply, ...none } = await readWithin(context, {
		vendor: devHelm,
		action,
		request,
		isWhole: (answer) => record(answer) !== undefined,
		milliseconds: READ_MS,
		stranger,
	});
	return reply ? { record: record(reply) } : none;
}
