import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { suite } from '../../support/suite';
import { HEADERS, recordOf } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const REFERENCE = 'https://monitoring.example.com/alerts/47,11?ü';
const find = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'findByReference',
	reference: REFERENCE,
	...fields,
});
const asked = (sync: IDataObject = {}) => ({
	method: 'POST',
	path: '/incidents.list',
	query: {},
	headers: HEADERS,
	body: {
		sync_metadata: { external_reference: [REFERENCE], ...sync },
		sort_by: ['created_date:desc'],
		limit: 100,
	},
});

/** The seeded incidents of a closed and of two open stages, with the reference; newest first. */
function referring() {
	const all = [...on.sandbox.state('devRev').incidents.newestFirst()];
	const of = (stages: string[]) =>
		all.filter(({ stage }) => stages.includes(String(stage.stage.name))).slice(0, 2);
	const open = of(['triage', 'acknowledged']);
	const closed = of(['resolved']).slice(0, 1);
	for (const incident of [...open, ...closed]) {
		incident.sync_metadata = { external_reference: REFERENCE, origin_system: 'n8n' };
	}
	const both = all.filter((one) => [...open, ...closed].includes(one));
	return { open: open.map(({ id }) => id), all: both.map(({ id }) => id) };
}

it('gives the open ones, newest first', async () => {
	const { open } = referring();
	const { items, hints } = await on.run(find());
	expect(on.theRequest()).toEqual(asked());
	expect(items).toEqual(open.map((id) => ({ json: recordOf(on, id), pairedItem: { item: 0 } })));
	expect(hints).toEqual([]);
});

it('gives all, of some systems', async () => {
	const { all, open } = referring();
	const filters = { originSystem: ['n8n', 'other, system'] };
	const { items } = await on.run(find({ includeResolved: true, filters }));
	expect(on.theRequest()).toEqual(asked({ origin_system: ['n8n', 'other, system'] }));
	expect(items.map(({ json }) => json.id)).toEqual(all);
	expect(all.length).toBe(open.length + 1);
});

it('takes one for open of which nobody can tell', async () => {
	const { all } = referring();
	on.sandbox.state('devRev').stageShape = 'with its own name alone';
	on.sandbox.state('devRev').stages.clear();
	for (const { stage } of on.sandbox.state('devRev').incidents.values()) stage.stage.name = 'Ours';
	on.expectOddReplies();
	const { items, hints } = await on.run(find());
	expect(items.map(({ json }) => [json.id, json.status])).toEqual(all.map((id) => [id, null]));
	expect(hints).toHaveLength(1);
});

it("gives DevRev's own incident without Simplify", async () => {
	const { open } = referring();
	const { items } = await on.run(find({ simplify: false }));
	expect(items[0].json).toMatchObject({
		id: open[0],
		sync_metadata: { external_reference: REFERENCE },
	});
});

it('gives nothing for an unknown reference, or fails when told so', async () => {
	const none = await on.run(find());
	expect([none.items, none.error]).toEqual([[], undefined]);
	const { error } = await on.run(find({ whenNothingFound: 'fail' }));
	expect(error?.message).toBe(`Nothing open has the 'External Reference' "${REFERENCE}" (item 0)`);
});

it.each<[IDataObject, string]>([
	[{ reference: '={{ "" }}' }, "'External Reference' is empty (item 0)"],
	[
		{ reference: '={{ "undefined" }}' },
		`'External Reference' is "undefined", a program's word for nothing (item 0)`,
	],
	[{ whenNothingFound: '={{ "wait" }}' }, `'When Nothing Is Found' cannot be "wait" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(find(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('passes on what DevRev refuses', async () => {
	on.sandbox.fault('devRev', { status: 403, body: { type: 'forbidden', message: 'Forbidden' } });
	const { error } = await on.run(find());
	expect(error?.message).toMatch(
		/^DevRev refused 'Find incidents by reference' \(item 0\): Forbidden/,
	);
});
