import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing, Steps } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import type { ApiRequest, Reply } from '../../shared/wire/request';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { incidentOf } from './record';

/**
 * Posts an update to an incident, once: it is known again by its text and status among the updates
 * of the incident, so that no customer reads it twice. `POST …/updates`. docs/facts/devhelm.md#writing-status-page-incidents.
 * @returns the incident with it
 */
export async function postUpdate(steps: Steps, request: ApiRequest): Promise<IDataObject[]> {
	const wanted = updates.sent(request);
	const records = (reply: Reply) => {
		const [incident] = incidentOf(reply) ?? [];
		if (!incident) return;
		const posted = (updatesOf(reply) ?? []).filter(
			(one) => agreement(updates.traits, wanted, one, true) === 'same',
		);
		// The ID is that of the update, for whoever looks for another one with the same text.
		return [{ id: newest(posted)?.id, incident }];
	};
	const made = await steps.create({ retry: 'reconcilable', records, existing: updates }, request);
	return made.map(({ incident }) => asObject(incident));
}

const updates: Existing = {
	sent: ({ path, body }) => ({ ...body, incidentPath: path.replace(/\/updates$/, '') }),
	traits: {
		status: chosen('status'),
		body: writtenText('body', { isMarkdown: true }),
		affectedComponents: notStored,
		notifySubscribers: notStored,
		incidentPath: notStored,
	},
	createdAt: (row) => asText(row.createdAt),
	recent: ({ incidentPath }) => ({ method: 'GET', path: String(incidentPath) }),
	again: { body: ({ incident }) => ({ data: incident }) },
	paging: unpaged,
	rows: updatesOf,
};

/** The updates of the incident in a reply, each with the incident beside it. */
function updatesOf(reply: Reply): IDataObject[] | undefined {
	const [incident] = incidentOf(reply) ?? [];
	if (!Array.isArray(incident?.updates)) return;
	return asRows(incident.updates).map((one) => ({ ...one, incident }));
}

function newest(rows: IDataObject[]): IDataObject | undefined {
	const time = (row: IDataObject) => Date.parse(asText(row.createdAt) ?? '') || 0;
	return rows.reduce<IDataObject | undefined>(
		(best, row) => (best && time(best) > time(row) ? best : row),
		undefined,
	);
}
