import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, notStored, writtenText } from '../../shared/run/create/alike';
import type { CreateOperation, Existing } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import type { ApiRequest } from '../../shared/wire/request';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';

const read = ({ path }: IDataObject): ApiRequest => ({
	method: 'GET',
	path: String(path).replace(/\/updates$/, ''),
});

/** DevHelm knows no key: an update is looked for among those of its incident. docs/facts/devhelm.md#finding-out-whether-a-write-was-done. */
const existing: Existing = {
	sent: ({ path, body = {} }) => ({ ...body, path }),
	traits: {
		body: writtenText('body', { isOurs: true }),
		newStatus: chosen('newStatus'),
		notifySubscribers: notStored,
		path: notStored,
	},
	createdAt: (row) => asText(row.createdAt),
	recent: read,
	again: { read: (_, object) => read(object) },
	// The updates of an incident come with it, all at once.
	paging: unpaged,
	rows: (reply) => {
		const [incident] = incidentOf(reply) ?? [];
		return incident && asRows(incident.updates);
	},
};

/** How an update is posted, and exactly one. What comes out is the incident. */
export const posting = {
	retry: 'reconcilable',
	keepsOrder: true,
	existing,
	records: (reply, request) => {
		const [incident] = incidentOf(reply) ?? [];
		// By the update's ID: what is made here must not be taken for another one of the same text.
		return incident && [{ id: newestOf(incident, existing.sent(request)), incident }];
	},
	output: (made) => made.map(({ incident }) => asObject(incident)),
} satisfies Partial<CreateOperation>;

function newestOf({ updates }: IDataObject, wanted: IDataObject): string {
	const time = (update: IDataObject) => Date.parse(asText(update.createdAt) ?? '');
	const same = asRows(updates).filter(
		(update) => agreement(existing.traits, wanted, update, true) === 'same',
	);
	const [newest] = same.sort((one, other) => time(other) - time(one));
	return asText(newest?.id) ?? '';
}
