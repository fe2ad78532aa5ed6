import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../wire/client';
import { readList } from './list';
import type { Operation, Reader } from './operation';
import type { Reply } from '../wire/request';

/** What reads on the way to a result; each request is finished here. */
export function readerOf(client: Client): Reader {
	const { finish } = client.connection;
	return {
		credential: client.credential,
		list: async ({ paging, rows }, request, wanted = Infinity) =>
			await readList(client, { paging, rows, retry: 'read' }, finish(request), { wanted }),
		read: async (request, records) => {
			const isWhole = (reply: Reply) => records(reply) !== undefined;
			return records(await client.send(finish(request), 'read', { isWhole })) ?? [];
		},
		once: async (name, read) => await client.shared.once(name, read),
		notice: (text) => client.notices.add(text),
	};
}

/** How an operation completes what it has read; undefined where nothing can lack. */
export function completing(
	client: Client,
	{ complete }: Pick<Operation, 'complete'>,
): ((records: IDataObject[]) => Promise<IDataObject[]>) | undefined {
	return complete && (async (records) => await complete(readerOf(client), records));
}
