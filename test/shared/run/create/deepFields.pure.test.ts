import type { IDataObject } from 'n8n-workflow';

import { agreement, chosen, writtenText } from '../../../../nodes/shared/run/create/alike';
import type { OpenOnes } from '../../../../nodes/shared/run/operation';
import { asObject, asRows, asText } from '../../../../nodes/shared/ground/values';
import { byLink, pages } from '../../../../nodes/shared/wire/paging';
import type { ReadRows, Reply } from '../../../../nodes/shared/wire/request';

/** A made-up vendor in the manner of JSON:API: its objects stay as they are, and one reader finds their fields. */
const rows: ReadRows = ({ body }) => asRows(asObject(body).data);
const field = (name: string) => (row: IDataObject) => asObject(row.attributes)[name];
const paging = byLink(
	50,
	{ size: 'per_page', place: 'page' },
	({ body }) => asObject(asObject(body).pagination).next,
);
const traits = {
	name: writtenText('name', { from: field('name') }),
	urgency: chosen('urgency', { from: field('urgency') }),
};
const isOpen: OpenOnes['isOpen'] = (row) => asText(field('resolved_at')(row)) === undefined;

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

it('objects whose fields lie deeper are identified, compared and judged as they came', async () => {
	const found = await read();
	expect(found).toEqual(answers.flatMap(({ body }) => asObject(body).data));
	expect(found.map(isOpen)).toEqual([true, false]);
	const sent = { name: 'Disk full', urgency: 'high' };
	expect(found.map((row) => agreement(traits, sent, row, true))).toEqual(['same', 'other']);
});

it('without a reader nothing could be told from them', async () => {
	const [row] = await read();
	const plain = { name: writtenText('name'), urgency: chosen('urgency') };
	const sent = { name: 'Disk full', urgency: 'high' };
	expect(agreement(plain, sent, row, true)).not.toBe('same');
});
