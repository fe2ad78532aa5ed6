import type { IDataObject } from 'n8n-workflow';

import { LOOK_AT_EXPRESSION } from '../form/form';
import type { Parameters } from '../form/parameters';
import { asObject } from '../ground/values';
import type { Client } from '../wire/client';
import { hideIn, secretsIn } from '../wire/secrets';
import type { ApiRequest, RetryClass } from '../wire/request';

/** Thrown in the place of a write that is only to be looked at. */
class Preview extends Error {
	constructor(readonly request: ApiRequest) {
		super('This request is not sent: it is a preview');
	}
}

/**
 * True where the item wants to see its write and not to have it done.
 * @throws FormIssue for an expression that gives nothing: what was to be looked at must not go out
 */
export function wantsPreview(parameters: Parameters): boolean {
	const options = parameters.group('options');
	if (!options.declares('previewOnly')) return false;
	const wanted = options.boolean('previewOnly');
	if (wanted === undefined && options.isMeant('previewOnly')) {
		options.refuse('previewOnly', 'is empty', `Nothing was sent. ${LOOK_AT_EXPRESSION}`);
	}
	return wanted === true;
}

/**
 * Does a task up to its first write, and gives that write instead of sending it: always the same keys,
 * null where there is nothing. `found` is what would be put out without a write, such as an incident that is
 * resolved already.
 * @param work the task, by a client that reads as ever
 * @throws what reading throws, and what would stand in the way of the write
 */
export async function preview(
	client: Client,
	work: (looking: Client) => Promise<IDataObject[]>,
): Promise<IDataObject> {
	const found = await work(lookingOnly(client)).catch((failure: unknown) => {
		if (failure instanceof Preview) return failure.request;
		throw failure;
	});
	if (Array.isArray(found)) return { ...NOTHING, found };
	const { method, path, query, body } = found;
	const { baseUrl, secrets } = client.connection;
	const sent = { method, url: baseUrl + path, path, query, body };
	const hidden = hideIn(sent, [...secrets, ...secretsIn(body)]);
	return { ...NOTHING, ...asObject(hidden) };
}

const NOTHING = {
	preview: true,
	method: null,
	url: null,
	path: null,
	query: null,
	body: null,
	found: null,
};

/** The same client, but a write is thrown as a preview. Lists and looks are read as ever. */
function lookingOnly(client: Client): Client {
	const send: Client['send'] = async (request, kind: RetryClass, options) => {
		if (kind === 'read') return await client.send(request, kind, options);
		throw new Preview(request);
	};
	return Object.create(client, { send: { value: send } }) as Client;
}
