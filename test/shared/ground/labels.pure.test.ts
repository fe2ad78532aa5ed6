import type { INodeProperties } from 'n8n-workflow';

import { explain } from '../../../nodes/shared/ground/explain';
import { Fault } from '../../../nodes/shared/ground/failures';
import { labelsOf } from '../../../nodes/shared/ground/labels';

const field = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});
const form: INodeProperties[] = [
	field('Title', 'title'),
	{
		...field('Additional Fields', 'additionalFields'),
		type: 'collection',
		options: [field('Services', 'serviceIds'), field('Reference', 'externalReference')],
	},
];
const aliases = new Map([
	['impacted_service_ids', 'serviceIds'],
	['incident.object', 'title'],
]);

it.each([
	['a name that is alike', ['title'], ["'Title'"]],
	['a name that is not', ['impacted_service_ids'], ["'Services'"]],
	['one below another, and an index', ['incident.impacted_service_ids[0]'], ["'Services'"]],
	['an alias of a whole path', ['incident.object'], ["'Title'"]],
	['two for one field', ['service_id', 'impacted_service_ids'], ["'Services'"]],
	['what the form does not have', ['object', 'toString'], []],
])('%s', (_, fields, labels) => {
	expect(labelsOf(fields, form, aliases)).toEqual(labels);
});

it('without aliases such a name has no label', () => {
	expect(labelsOf(['impacted_service_ids'], form)).toEqual([]);
});

it('the advice about a refusal names the label by the alias of its vendor', () => {
	const refusal = new Fault({
		kind: 'refused',
		request: 'POST /incidents',
		status: 422,
		words: { text: 'is invalid', fields: ['impacted_service_ids'] },
		attempts: 1,
		waitedMs: 0,
		outcomeUnknown: false,
	});
	const vendor = { name: 'Somebody', credential: { label: 'Somebody API' } };
	const deed = { action: 'Create incident', properties: form };
	const adviceOf = (asked: Parameters<typeof explain>[1]) =>
		explain(refusal, asked, deed, 0).description;
	expect(adviceOf({ ...vendor, aliases })).toContain("Look at 'Services'.");
	expect(adviceOf(vendor)).not.toContain('Look at');
});
