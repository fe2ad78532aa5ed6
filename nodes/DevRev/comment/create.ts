import type { IDataObject } from 'n8n-workflow';

import { choice, collection, simplify } from '../../shared/form/fields';
import type { FaultDetails } from '../../shared/ground/failures';
import type { Asked, CreateOperation, Reader } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { compact } from '../../shared/ground/values';
import { beta, paging, read, recordOf } from '../api/profile';
import { plainIds } from '../incident/values';
import { artifactIds, labelsOf, onTimeline, snapKit } from './body';
import { additionalFields, mainFields } from './createFields';
import { entriesOf, existing } from './existing';
import { isComment, toCommentRecord } from './record';

const onDuplicate = choice({
	displayName: 'On Duplicate',
	name: 'onDuplicate',
	default: 'existing',
	description:
		"What to do when the incident has a comment with the same 'External Reference' already",
	options: [
		{ name: 'Fail', value: 'fail' },
		{ name: 'Return the Existing Comment', value: 'existing' },
	],
});

/** `POST /timeline-entries.create`. docs/facts/devrev.md#comments. */
export const create: CreateOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create comment',
	description:
		'Write a comment into the timeline of an incident, for your own organization unless another visibility is chosen',
	retry: 'reconcilable',
	checkAfterUnknown:
		'Look for the comment in the timeline of the incident before you run it again.',
	properties: [
		...mainFields,
		simplify,
		collection('Additional Fields', 'additionalFields', additionalFields),
		collection('Options', 'options', [onDuplicate]),
	],
	request: (parameters) => onTimeline('create', bodyOf(parameters)),
	keepsOrder: true,
	existing,
	records: recordOf('timeline_entry'),
	instead: unlessFailing,
	simplify: toCommentRecord,
};

function bodyOf(parameters: Parameters): IDataObject {
	const fields = parameters.group('additionalFields');
	const visibility = parameters.option<string>('visibility') ?? 'internal';
	const privateTo = fields.ids('privateToIds');
	if (privateTo.length && visibility !== 'private') {
		fields.refuse(
			'privateToIds',
			`is set, but 'Visibility' is ${visibility}`,
			"Choose Private in 'Visibility', or take the users out",
		);
	}
	return compact({
		type: 'timeline_comment',
		object: parameters.id('incidentId'),
		...saying(parameters),
		visibility,
		private_to: privateTo,
		artifacts: artifactIds(fields, 'artifactIds'),
		collections: fields.options('collections'),
		expires_at: fields.date('expiresAt'),
		external_ref: fields.key('externalReference'),
		labels: labelsOf(fields),
		link_previews: plainIds(fields, 'linkPreviewIds'),
		...fields.json('extraFields'),
	});
}

/** What the comment says, in the field of its type. Text is what DevRev takes it for. */
function saying(parameters: Parameters): IDataObject {
	const type = parameters.option<string>('bodyType') ?? 'text';
	switch (type) {
		case 'snap_kit':
			return { body_type: type, snap_kit_body: snapKit(kitOf(parameters), parameters) };
		case 'snap_widget':
			return { body_type: type, snap_widget_body: widgetsOf(parameters) };
		case 'data':
			return { body_type: type, body: parameters.text('text') };
		default:
			return { body: parameters.text('text') };
	}
}

function kitOf(parameters: Parameters): IDataObject {
	const kit = parameters.json('snapKitBody') ?? {};
	if (Object.keys(kit).length) return kit;
	return parameters.refuse('snapKitBody', 'is empty', 'Paste the JSON of the snap kit');
}

function widgetsOf(parameters: Parameters): string[] {
	const ids = plainIds(parameters, 'snapWidgetIds');
	if (ids.length) return ids;
	return parameters.refuse('snapWidgetIds', 'is empty', 'Give the ID of at least one widget');
}

/** A reference that is taken is answered with its comment. */
async function unlessFailing(
	{ status }: FaultDetails,
	{ parameters, request }: Asked,
	reader: Reader,
): Promise<IDataObject[] | undefined> {
	const isFailing = parameters.group('options').option<string>('onDuplicate') === 'fail';
	if (isFailing || status !== 409) return undefined;
	// Whatever goes wrong with looking, the user reads about the comment.
	const found = await withReference(reader, request).catch(() => undefined);
	if (!found) return undefined;
	reader.notice(
		'Some incidents had a comment with the same external reference already: it is returned, and no second one was written',
	);
	return [found];
}

/** The comment that has the reference. Replies name it in the beta only. */
async function withReference(
	{ list }: Reader,
	{ body = {} }: ApiRequest,
): Promise<IDataObject | undefined> {
	const { object, external_ref } = body;
	if (external_ref === undefined) return;
	const entries = await list(
		{ paging, rows: entriesOf },
		beta(read('/timeline-entries.list', { object })),
	);
	return entries.find((entry) => isComment(entry) && entry.external_ref === external_ref);
}
