import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import { agreement } from '../../shared/run/create/alike';
import { FormIssue, withHint, type Fault, type FaultDetails } from '../../shared/ground/failures';
import type { CreateOperation, Reader } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { paging, recordOf } from '../api/profile';
import { existing, linksOf } from './existing';
import { CUSTOM, mainFields } from './fields';
import { longId } from './longId';
import { toLinkRecord } from './record';

/** `POST /links.create`. docs/facts/devrev.md#links. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create link',
	description:
		'Link an incident with another object, such as the issue with the fix, a ticket or another incident. A link that is there already is returned.',
	retry: 'reconcilable',
	checkAfterUnknown: 'Look at the links of the incident in DevRev before you run it again.',
	properties: [
		...mainFields,
		simplify,
		collection('Additional Fields', 'additionalFields', [extraFields]),
	],
	request: (parameters) => requestFor(endsOf(parameters), fieldsOf(parameters)),
	decide: async (reader, { parameters }) => {
		const [source, target] = endsOf(parameters);
		const long: Ends = [await longId(reader, source), await longId(reader, target)];
		return requestFor(long, fieldsOf(parameters));
	},
	keepsOrder: true,
	existing,
	records: recordOf('link'),
	instead: async (fault, { request }, reader) => {
		if (!mayBeThere(fault)) return undefined;
		// Whatever goes wrong with looking, the user reads about the link.
		const found = await sameLink(reader, request).catch(() => undefined);
		if (!found) throw notAllowed(fault);
		reader.notice('Some links were there already: they are returned, and nothing was created');
		return [found];
	},
	simplify: toLinkRecord,
};

/** The IDs of the incident and of the other object. */
type Ends = [string, string];

function endsOf(parameters: Parameters): Ends {
	return [parameters.id('incidentId') ?? '', parameters.id('targetId') ?? ''];
}

function requestFor([source, target]: Ends, fields: IDataObject): ApiRequest {
	refuseItself(source, target);
	return { method: 'POST', path: '/links.create', body: { source, target, ...fields } };
}

function fieldsOf(parameters: Parameters): IDataObject {
	const link_type = parameters.option<string>('linkType') ?? 'is_related_to';
	return {
		...compact({
			link_type,
			custom_link_type: link_type === CUSTOM ? customTypeOf(parameters) : undefined,
		}),
		...parameters.group('additionalFields').json('extraFields'),
	};
}

/** Not marked as required: where an expression gives the type, n8n would demand it for all types. */
function customTypeOf(parameters: Parameters): string {
	const id = parameters.id('customLinkTypeId');
	if (id !== undefined) return id;
	return parameters.refuse(
		'customLinkTypeId',
		'is empty',
		"Choose one, or choose another 'Link Type'",
	);
}

/**
 * DevRev does not document how it refuses a second link. A bare 400 can also mean that the type does
 * not go between such objects. docs/facts/devrev.md#links.
 */
function mayBeThere({ status, words }: FaultDetails): boolean {
	return status === 409 || (status === 400 && [undefined, 'bad_request'].includes(words.code));
}

async function sameLink({ list }: Reader, request: ApiRequest): Promise<IDataObject | undefined> {
	const sent = existing.sent(request);
	const links = await list({ paging, rows: linksOf }, existing.recent(sent));
	return links.find((link) => agreement(existing.traits, sent, link, true) === 'same');
}

/** Says what a bare 400 means. */
function notAllowed(fault: FaultDetails): Fault {
	const hint =
		"DevRev allows each link type between certain kinds of objects only, and this pair seems not to be one. Choose another 'Link Type', such as Is Related To, or another 'Target'.";
	return withHint(fault, fault.words.hint ?? hint);
}

function refuseItself(source: string, target: string): void {
	if (source !== target) return;
	throw new FormIssue(
		"'Target' is the incident itself",
		'An incident cannot be linked with itself: choose another object.',
	);
}
