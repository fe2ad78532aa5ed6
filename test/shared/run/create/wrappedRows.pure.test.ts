import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, writtenText } from '../../../../nodes/shared/run/create/alike';
import type { OpenOnes } from '../../../../nodes/shared/run/operation';
import { asObject, asRows, asText } from '../../../../nodes/shared/ground/values';
import { byLink, pages } from '../../../../nodes/shared/wire/paging';
import type { ReadRows, Reply } from '../../../../nodes/shared/wire/request';

/** A made-up vendor in the manner of JSON:API: one function unwraps what all its answers hold. */
const unwrapped = ({ id, type, attributes }: IDataObject) => ({
	...asObject(attributes),
	id,
	type,
});
const rows: ReadRows = ({ body }) => asRows(asObject(body).data).map(unwrapped);
const paging = byLink(
	50,
	{ size: 'per_page', place: 'page' },
	({ body }) => asObject(asObject(body).pagination).next,
);
const traits = { name: writtenText('name'), urgency: chosen('urgency') };
const isOpen: OpenOnes['isOpen'] = (row) => asText(row.resolved_at) === undefined;

const incident = (id: string, attributes: IDataObject) => ({ id, type: 'incident', attributes });
const answers: Reply[] = [
	{
		status: 200,
		headers: {},
		body: {
			data: [incident('1', { name: 'Disk full', urgency: 'high', resolved_at: null })],
			pagination: { next: 'https://api.example.com/v3/incidents?page=2' },
		},
	},
	{
		status: 200,
		headers: {},
		body: {
			data: [incident('2', { name: 'Disk full', urgency: 'low', resolved_at: '2026-04-01' })],
			pagination: { next: null },
		},
	},
];

async function read(): Promise<IDataObject[]> {
	const left = [...answers];
	const found: IDataObject[] = [];
	const list = pages({
		first: { method: 'GET', path: '/v3/incidents' },
		paging,
		wanted: Infinity,
		rows: (reply) => rows(reply) ?? [],
		fetch: async () => await Promise.resolve(left.shift() as Reply),
	});
	for await (const page of list) found.push(...page);
	return found;
}

it('what is wrapped is unwrapped once, and then identified, compared and judged as anything else', async () => {
	const found = await read();
	expect(found.map(({ id }) => id)).toEqual(['1', '2']);
	expect(found.map(isOpen)).toEqual([true, false]);
	const sent = { name: 'Disk full', urgency: 'high' };
	expect(found.map((row) => agreement(traits, sent, row, true))).toEqual(['same', 'other']);
});

it('without that nothing could be told from such rows', () => {
	const [wrapped] = asRows(asObject(answers[0].body).data);
	const sent = { name: 'Disk full', urgency: 'high' };
	expect(agreement(traits, sent, wrapped, true)).not.toBe('same');
});
