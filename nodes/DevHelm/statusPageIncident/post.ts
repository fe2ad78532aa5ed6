import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, notStored, writtenText } from '../../shared/run/create/alike';
import type { CreateOperation, Existing } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import type { Reply } from '../../shared/wire/request';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { incidentOf } from './record';

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

/**
 * How an update is posted to an incident, once: it is known again by its text and status among the updates
 * of the incident, so that no customer reads it twice. What comes out is the incident with it.
 * `POST …/updates`. docs/facts/devhelm.md#writing-status-page-incidents.
 */
export const posting = {
	retry: 'reconcilable',
	keepsOrder: true,
	// The ID is that of the update, for whoever looks for another one with the same text.
	records: (reply, request) => {
		const [incident] = incidentOf(reply) ?? [];
		if (!incident) return;
		const wanted = updates.sent(request);
		const posted = (updatesOf(reply) ?? []).filter(
			(one) => agreement(updates.traits, wanted, one, true) === 'same',
		);
		return [{ id: newest(posted)?.id, incident }];
	},
	output: (made) => made.map(({ incident }) => asObject(incident)),
	existing: updates,
} satisfies Partial<CreateOperation>;

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
