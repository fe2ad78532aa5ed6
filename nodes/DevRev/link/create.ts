import type { IDataObject } from 'n8n-workflow';

import { collection, extraFields, simplify } from '../../shared/form/fields';
import { agreement } from '../../shared/run/create/alike';
import { Fault, FormIssue, withHint } from '../../shared/ground/failures';
import type { Steps, StepsOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { paging, recordOf } from '../api/profile';
import { existing, linksOf } from './existing';
import { CUSTOM, mainFields } from './fields';
import { longId } from './longId';
import { toLinkRecord } from './record';

/** `POST /links.create`. docs/facts/devrev.md#links. */
export const create: StepsOperation = {
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
	plan: (parameters) => {
		const ends: Ends = [parameters.id('incidentId') ?? '', parameters.id('targetId') ?? ''];
		const fields = fieldsOf(parameters);
		return {
			request: requestFor(ends, fields),
			run: async (steps) => {
				const [source, target] = ends;
				const long: Ends = [await longId(steps, source), await longId(steps, target)];
				return await run(steps, requestFor(long, fields));
			},
		};
	},
	simplify: toLinkRecord,
};

/** The IDs of the incident and of the other object. */
type Ends = [string, string];

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

async function run(steps: Steps, request: ApiRequest): Promise<IDataObject[]> {
	const made = steps.create(
		{ retry: 'reconcilable', records: recordOf('link'), existing },
		request,
	);
	return await made.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault) || !mayBeThere(failure)) return await made;
		// Whatever goes wrong with looking, the user reads about the link.
		const found = await sameLink(steps, request).catch(() => undefined);
		if (!found) return notAllowed(failure);
		steps.notice('Some links were there already: they are returned, and nothing was created');
		return [found];
	});
}

/**
 * DevRev does not document how it refuses a second link. A bare 400 can also mean that the type does
 * not go between such objects. docs/facts/devrev.md#links.
 */
function mayBeThere({ details: { status, words } }: Fault): boolean {
	return status === 409 || (status === 400 && [undefined, 'bad_request'].includes(words.code));
}

async function sameLink({ list }: Steps, request: ApiRequest): Promise<IDataObject | undefined> {
	const sent = existing.sent(request);
	const links = await list({ paging, rows: linksOf }, existing.recent(sent));
	return links.find((link) => agreement(existing.traits, sent, link, true) === 'same');
}

/** @throws Fault that says what a bare 400 means */
function notAllowed({ details }: Fault): never {
	const hint =
		"DevRev allows each link type between certain kinds of objects only, and this pair seems not to be one. Choose another 'Link Type', such as Is Related To, or another 'Target'.";
	throw withHint(details, details.words.hint ?? hint);
}

function refuseItself(source: string, target: string): void {
	if (source !== target) return;
	throw new FormIssue(
		"'Target' is the incident itself",
		'An incident cannot be linked with itself: choose another object.',
	);
}
