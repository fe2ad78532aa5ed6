import type { IDataObject } from 'n8n-workflow';

import { Fault } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import type { Reply } from '../../shared/wire/request';
import { asObject, asRows, asText, isObject } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { isConflict } from './state';

const DISPATCHES = '/api/v1/notification-dispatches';

/** States in which a notification waits for somebody. docs/facts/devhelm.md#acknowledging-notifications. */
const WAITING = ['DELIVERED', 'ESCALATING'];

/** What became of the notifications of an incident. */
export interface Acknowledgement {
	/** Those that are acknowledged by this. */
	acknowledged: IDataObject[];
	/** Those that were acknowledged before, or cannot be. */
	skipped: IDataObject[];
}

/**
 * The answer of the newer endpoint: `{ data: { acknowledged: [...], skipped: [...] } }`, where what
 * was skipped has an ID, a status and a reason. docs/facts/devhelm.md#internal-incidents.
 */
export function acknowledgementOf({ body }: Reply): Acknowledgement | undefined {
	const { data } = asObject(body);
	if (!isObject(data)) return;
	return { acknowledged: asRows(data.acknowledged), skipped: asRows(data.skipped) };
}

/** Acknowledges every notification of an incident that waits, one by one. docs/facts/devhelm.md#acknowledging-notifications. */
export async function acknowledgeEach(steps: Steps, incidentId: string): Promise<Acknowledgement> {
	const result: Acknowledgement = { acknowledged: [], skipped: [] };
	for (const dispatch of await dispatchesOf(steps, incidentId)) {
		if (!WAITING.includes(String(dispatch.status))) {
			result.skipped.push(dispatch);
			continue;
		}
		const now = await acknowledgeOne(steps, asText(dispatch.id) ?? '');
		result[now.status === 'ACKNOWLEDGED' ? 'acknowledged' : 'skipped'].push(now);
	}
	return result;
}

/** The notifications of an incident. docs/facts/devhelm.md#acknowledging-notifications. */
export async function dispatchesOf(
	{ list }: Pick<Steps, 'list'>,
	incidentId: string,
): Promise<IDataObject[]> {
	const query = { incident_id: incidentId };
	return await list({ paging, rows: rowsOf }, { method: 'GET', path: DISPATCHES, query });
}

/** One that has moved on since the list was read is left as it is. */
async function acknowledgeOne({ read, send }: Steps, id: string): Promise<IDataObject> {
	const path = `${DISPATCHES}/${encodeURIComponent(id)}`;
	const sent = send({ method: 'POST', path: `${path}/acknowledge` }, 'idempotent', dispatchOf);
	const answered = sent.then((reply) => dispatchOf(reply) ?? []);
	const [dispatch] = await answered.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault) || !isConflict(failure.details)) throw failure;
		// Whatever goes wrong with looking, the user reads about the acknowledging.
		const now = await read({ method: 'GET', path }, dispatchOf).catch(() => undefined);
		if (!now || WAITING.includes(String(now[0].status))) throw failure;
		return now;
	});
	return dispatch;
}

function dispatchOf({ body }: Reply): IDataObject[] | undefined {
	const { data } = asObject(body);
	return isObject(data) && data.id !== undefined ? [data] : undefined;
}
