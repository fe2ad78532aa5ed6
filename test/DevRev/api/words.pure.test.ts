import type { IDataObject } from 'n8n-workflow';

import { devRev } from '../../../nodes/DevRev/api/profile';
import { readWords } from '../../../nodes/DevRev/api/words';
import { create } from '../../../nodes/DevRev/comment/create';
import { labelsOf } from '../../../nodes/shared/ground/labels';

const read = (status: number, body: unknown) => readWords({ status, headers: {}, body });

/** Every `type` of docs/facts/devrev.md#error-bodies: the reply, its text, and what the hint speaks of. */
const replies: Array<[number, IDataObject, string, RegExp | undefined]> = [
	[400, { type: 'bad_request', message: 'Bad Request' }, 'Bad Request', undefined],
	[
		400,
		{ type: 'bad_request', message: 'Bad Request', debug_message: 'no such link', detail: 'why' },
		'Bad Request; why; no such link',
		undefined,
	],
	[
		400,
		{ type: 'invalid_field', message: 'Unknown field', field_name: 'colour' },
		'Unknown field; field colour',
		/does not know this field.*'Extra Fields \(JSON\)'/,
	],
	[
		400,
		{ type: 'invalid_field', message: 'Unknown field stakeholders', field_name: 'stakeholders' },
		'Unknown field stakeholders',
		/dropped this field.*'Legacy Fields'.*'Impact Customers'/,
	],
	[
		400,
		{ type: 'missing_required_field', message: 'Missing', field_name: 'severity' },
		'Missing; field severity',
		/demands this field/,
	],
	[
		400,
		{ type: 'invalid_id', message: 'Invalid ID', field_name: 'owned_by' },
		'Invalid ID; field owned_by',
		/full ID, which starts with don:/,
	],
	[
		400,
		{ type: 'unexpected_id_type', message: 'Wrong kind', field_name: 'pia' },
		'Wrong kind; field pia',
		/another kind of object/,
	],
	[
		400,
		{
			type: 'invalid_enum_value',
			message: 'Invalid value in severity',
			field_name: 'severity',
			value: '9',
			allowed_values: ['1', '2'],
		},
		'Invalid value in severity; value 9; allowed: 1, 2',
		/one of the allowed values/,
	],
	[
		400,
		{
			type: 'value_not_permitted',
			message: 'Not permitted',
			field_name: 'stage.stage',
			reason: 'not a start stage',
		},
		'Not permitted; field stage.stage; not a start stage',
		/'Allow Non-Start Stage'/,
	],
	[
		400,
		{ type: 'value_not_permitted', message: 'Not permitted', field_name: 'source' },
		'Not permitted; field source',
		/Clear 'Source Name or ID'/,
	],
	[
		400,
		{ type: 'value_not_permitted', message: 'Not permitted', field_name: 'expires_at' },
		'Not permitted; field expires_at',
		/at least one minute ahead/,
	],
	[
		400,
		{ type: 'value_not_permitted', message: 'Not permitted', field_name: 'private_to' },
		'Not permitted; field private_to',
		/choose Private in 'Visibility'/,
	],
	[
		400,
		{ type: 'value_not_permitted', message: 'Not permitted', field_name: 'tags.value' },
		'Not permitted; field tags.value',
		/one of the values that it allows/,
	],
	[
		400,
		{ type: 'value_not_permitted', message: 'Not permitted', allowed_values: ['a'] },
		'Not permitted; allowed: a',
		/one of the allowed values/,
	],
	[
		400,
		{
			type: 'unexpected_json_type',
			message: 'Unexpected type',
			field_name: 'body',
			expected: 'string',
			actual: 'number',
		},
		'Unexpected type; field body; expected: string; got: number',
		/another kind than the field takes/,
	],
	[
		400,
		{
			type: 'missing_dependency',
			message: 'Missing dependency',
			dependent_field_name: 'subtype',
			provided_field_name: 'custom_fields',
			dependencies: [{ field_name: 'subtype', field_value: 'security' }],
		},
		'Missing dependency; depends on subtype; needs subtype = security',
		/depends on another/,
	],
	[400, { type: 'parse_error', message: 'Not JSON' }, 'Not JSON', /changed the request/],
	[
		400,
		{ type: 'invalid_api_version', message: 'Unknown version', value: '1999' },
		'Unknown version; value 1999',
		/changed the request/,
	],
	[400, { type: 'stale_schema_fragments', message: 'Stale' }, 'Stale', /Run the item again/],
	[
		400,
		{
			type: 'artifact_already_attached_to_a_parent',
			message: 'Taken',
			existing_parent: 'don:x',
			is_same: false,
		},
		'Taken; attached to don:x',
		/'Artifact IDs'/,
	],
	[
		400,
		{ type: 'merge_works_error', message: 'No merge', errors: [{ details: 'closed', work: 'w' }] },
		'No merge; closed',
		undefined,
	],
	[
		400,
		{ type: 'workflow_component_validation_errors', errors: [{ code: 'x', message: 'a' }, 7] },
		'a',
		undefined,
	],
	[401, { type: 'unauthenticated', message: 'No' }, 'No', /paste a new token/],
	[
		403,
		{ type: 'forbidden', message: 'No' },
		'No',
		/right to read or write incidents, which comments and links need.*private comment/,
	],
	[404, { type: 'not_found', message: 'Not found' }, 'Not found', undefined],
	[404, { message: 'route not found' }, 'route not found', /base URL.*X-Devrev-Scope/],
	[409, { type: 'conflict', message: 'Conflict' }, 'Conflict', /'External Reference'.*changed at/],
	[429, { type: 'too_many_requests', message: 'Slow', retry_after: 5 }, 'Slow', undefined],
	[500, { type: 'internal_error', message: 'Oops', reference_id: 'r-1' }, 'Oops', undefined],
	[503, { type: 'service_unavailable', message: 'Busy' }, 'Busy', undefined],
];

it.each(replies)('%d %j', (status, body, text, hint) => {
	const words = read(status, body);
	expect(words.text).toBe(text);
	if (hint) expect(words.hint).toMatch(hint);
	else expect(words.hint).toBeUndefined();
	expect(words.code).toBe(body.type);
	expect(words.requestId).toBe(body.reference_id);
});

it.each([
	['field_required', /demands this field.*'Custom Fields \(JSON\)'/],
	['field_not_in_schema', /tnt__.*ctype__.*'Subtype Name or ID'/],
	['fragment_not_found', /'Subtype Name or ID'/],
	['field_dropped', /'Subtype Name or ID'/],
	['wrong_type', /another kind than the field takes/],
	['enum_out_of_range', /one of the allowed values/],
	['date_parse_error', /2026-04-15T12:00:00Z/],
	['timestamp_parse_error', /2026-04-15T12:00:00Z/],
	['bad_id_type', /full ID/],
	['id_parse_error', /full ID/],
	['id_type_not_allowed', /another kind of object/],
	['expression_parse_error', /'Custom Fields \(JSON\)'/],
	['field_immutable', /'Custom Fields \(JSON\)'/],
	['invalid_argument', /'Custom Fields \(JSON\)'/],
	['unknown_error', /'Custom Fields \(JSON\)'/],
	['unsupported_type', /'Custom Fields \(JSON\)'/],
])('customization_validation_error %s', (subtype, hint) => {
	const words = read(400, {
		type: 'customization_validation_error',
		subtype,
		message: 'Custom field',
		field_name: 'tnt__runbook',
		reason: 'because',
	});
	expect(words).toMatchObject({
		text: 'Custom field; field tnt__runbook; because',
		code: `customization_validation_error/${subtype}`,
		fields: ['tnt__runbook'],
	});
	expect(words.hint).toMatch(hint);
});

it.each([
	['object', "'Incident'"],
	['external_ref', "'External Reference'"],
	['private_to', "'Private To'"],
])('the field %s is %s in the form', (field_name, label) => {
	const { fields = [] } = read(400, { type: 'invalid_id', message: 'No', field_name });
	expect(fields).toEqual([field_name]);
	expect(labelsOf(fields, create.properties, devRev.aliases)).toEqual([label]);
});

it.each([undefined, null, 0, '', [], {}, [1], { message: 7, type: {} }, { errors: 'x' }])(
	'survives the body %j',
	(body) => {
		expect(() => read(400, body)).not.toThrow();
		expect(read(400, body).hint).toBeUndefined();
	},
);
