import { locator } from '../../../nodes/shared/form/fields';
import { FormIssue } from '../../../nodes/shared/ground/failures';
import type { SingleOperation, StateRule } from '../../../nodes/shared/run/operation';
import { byId } from '../../support/locators';
import { madeUpSuite } from '../madeUp/suite';
import { INCIDENT, nodeWith, recordOf } from '../madeUp/vendor';

/** A rule for a change by POST below its object, which answers with something else. */
const rule: StateRule = {
	read: ({ path }) => ({ method: 'GET', path: path.slice(0, path.lastIndexOf('/')) }),
	records: recordOf('incident'),
	guard: ({ status }) => {
		if (status === 'seen') throw new FormIssue('It is being worked on', 'Leave it.');
	},
	already: ({ status }) => (status === 'over' ? 'Some were over already' : undefined),
	isConflict: ({ status }) => status === 409,
	isDone: ({ status }) => status === 'open',
};

/** Stands for what a vendor does below an object. */
const operation = (value: string, looksFirst: boolean): SingleOperation => ({
	value,
	name: value,
	action: `${value} incident`,
	description: 'For this test',
	retry: 'idempotent',
	properties: [locator(INCIDENT, { displayName: 'Incident', name: 'incidentId', required: true })],
	request: (parameters) => ({
		method: 'POST',
		path: `/incidents/${parameters.pathId('incidentId')}/updates`,
		body: { message: 'first' },
	}),
	records: recordOf('update'),
	state: () => ({ ...rule, looksFirst }),
	decide: async (_, { request }, objects) => ({
		...request,
		body: { message: `seen: ${objects.map(({ status }) => status).join()}` },
	}),
	notices: ([{ message, status }], { request }) => [
		`${String(message ?? status)} for ${String(request.body?.message)}`,
	],
	output: (records) => records.map(({ message }) => ({ message })),
});

const on = madeUpSuite(nodeWith([operation('look', true), operation('act', false)]));
const act = (chosen: string, id: string) => ({ operation: chosen, incidentId: byId(id) });
const sent = () => on.requests().map(({ method, status, body }) => [method, status, body]);
const refuse = (status: number, times = 1) =>
	on.fault({
		method: 'POST',
		status,
		times,
		body: { message: 'No' },
	});
const texts = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);

it('looks first, decides by what it saw, and puts out what came of it', async () => {
	const { id } = on.seeded('open');
	const { items, hints } = await on.run(act('look', id));
	expect(items.map(({ json }) => json)).toEqual([{ message: 'seen: open' }]);
	expect(texts(hints)).toEqual(['seen: open for seen: open']);
	expect(sent()).toEqual([
		['GET', 200, undefined],
		['POST', 200, { message: 'seen: open' }],
	]);
});

it('a state that holds already is the object itself, and nothing is sent', async () => {
	const { id } = on.seeded('over');
	const { items, hints } = await on.run(act('look', id));
	expect(items).toEqual([
		{ json: expect.objectContaining({ id, status: 'over' }), pairedItem: { item: 0 } },
	]);
	expect(texts(hints)).toEqual(['Some were over already']);
	expect(sent()).toEqual([['GET', 200, undefined]]);
});

it('a state that forbids it is told, and nothing is sent', async () => {
	const { id } = on.seeded('seen');
	const { error } = await on.run(act('look', id));
	expect(error?.message).toContain('It is being worked on');
	expect(sent()).toEqual([['GET', 200, undefined]]);
});

it('without a look before, a conflict is looked into', async () => {
	const { id } = on.seeded('over');
	refuse(409);
	const { items, hints } = await on.run(act('act', id));
	expect(items[0].json).toMatchObject({ id, status: 'over' });
	expect(texts(hints)).toEqual(['Some were over already']);
	expect(sent().map(([method, status]) => [method, status])).toEqual([
		['POST', 409],
		['GET', 200],
	]);
});

it('a conflict stands when the state does not hold', async () => {
	const { id } = on.seeded('open');
	refuse(409);
	const { error, hints } = await on.run(act('act', id));
	expect(error?.description).toContain('[POST /incidents/');
	expect(hints).toEqual([]);
});

it('a refusal after an attempt without an answer may mean that this one has done it', async () => {
	const { id } = on.seeded('open');
	refuse(503);
	refuse(422);
	const { items, hints } = await on.run(act('act', id));
	// What is told and put out is that of a request that was carried out.
	expect(items.map(({ json }) => json)).toEqual([{}]);
	expect(texts(hints)).toEqual(['open for seen: ']);
	expect(sent().map(([method, status]) => [method, status])).toEqual([
		['POST', 503],
		['POST', 422],
		['GET', 200],
	]);
});

it('a clean refusal says that it was not done, however the object looks', async () => {
	const { id } = on.seeded('open');
	refuse(422);
	const { error } = await on.run(act('act', id));
	expect(error?.description).toContain('[POST /incidents/');
	expect(sent().map(([method, status]) => [method, status])).toEqual([['POST', 422]]);
});
