import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing, Steps } from '../../shared/run/operation';
import { unpaged } from '../../shared/wire/paging';
import type { ApiRequest, Reply } from '../../shared/wire/request';
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

/**
 * Posts an update, and exactly one.
 * @returns the incident
 */
export async function createUpdate(
	{ create }: Pick<Steps, 'create'>,
	request: ApiRequest,
): Promise<IDataObject[]> {
	const wanted = existing.sent(request);
	const records = (reply: Reply) => {
		const [incident] = incidentOf(reply) ?? [];
		// By the update's ID: what is made here must not be taken for another one of the same text.
		return incident && [{ id: newestOf(incident, wanted), incident }];
	};
	const made = await create({ retry: 'reconcilable', records, existing }, request);
	return made.map(({ incident }) => asObject(incident));
}

function newestOf({ updates }: IDataObject, wanted: IDataObject): string {
	const time = (update: IDataObject) => Date.parse(asText(update.createdAt) ?? '');
	const same = asRows(updates).filter(
		(update) => agreement(existing.traits, wanted, update, true) === 'same',
	);
	const [newest] = same.sort((one, other) => time(other) - time(one));
	return asText(newest?.id) ?? '';
}
