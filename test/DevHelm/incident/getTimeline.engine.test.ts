import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { addDispatch, addTransition } from '../../sandbox/devhelm/incidents/activity';
import { byId, comparable, suite } from '../../support/suite';
import { NOT_THERE, READ_HEADERS, recordOf, seeded, steps, updatesOf } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const OLDER =
	'This API is older than the list of activities: the updates and the changes of status are returned, without notifications and status pages';

const getTimeline = (id: string, more: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getTimeline',
	incidentId: byId(id),
	...more,
});
const store = () => on.sandbox.state('devHelm');
const get = (path: string, query = {}) => ({
	method: 'GET',
	path,
	query,
	headers: READ_HEADERS,
	body: undefined,
});

/** An incident with one event of each kind, a minute between them. */
function eventful() {
	const incident = seeded(on, 'CONFIRMED');
	const start = Date.parse(incident.createdAt);
	const transition = addTransition(
		store(),
		incident.id,
		['TRIGGERED', 'CONFIRMED'],
		start + 60_000,
	);
	const dispatch = addDispatch(store(), incident.id, 'DELIVERED', start + 120_000);
	const [first] = updatesOf(on, incident.id);
	const at = new Date(start + 180_000).toISOString();
	const update = { ...first, id: NOT_THERE, body: 'Störung 🚨', newStatus: null, createdAt: at };
	updatesOf(on, incident.id).push({ ...update, createdBy: 'USER' });
	return { id: incident.id, transition, dispatch, first, update };
}

const entry = (incidentId: string, fields: IDataObject) => ({
	provider: 'devhelm',
	incidentId,
	actor: null,
	...fields,
});
const SYSTEM = { id: null, name: null, type: 'system' };

describe('the newer API', () => {
	it('gives one item for each event, newest first', async () => {
		const { id, transition, dispatch, first, update } = eventful();
		const { items, hints } = await on.run(getTimeline(id));
		expect(on.theRequest()).toEqual(get(`/api/v1/incidents/${id}/events`, { limit: '50' }));
		expect(items.map(({ json }) => json)).toEqual([
			entry(id, {
				id: update.id,
				time: update.createdAt,
				actor: { id: null, name: 'anna.schmidt@alpenrad.example', type: 'user' },
				kind: 'note',
				text: 'Störung 🚨',
				vendorKind: 'update',
			}),
			entry(id, {
				id: dispatch.id,
				time: dispatch.createdAt,
				kind: 'notification',
				text: 'Policy Everything fired',
				vendorKind: 'dispatch',
			}),
			entry(id, {
				id: transition.id,
				time: transition.occurredAt,
				actor: SYSTEM,
				kind: 'change',
				text: 'TRIGGERED to CONFIRMED',
				vendorKind: 'forensic_transition',
			}),
			entry(id, {
				id: first.id,
				time: first.createdAt,
				actor: SYSTEM,
				kind: 'triggered',
				text: 'Status set to CONFIRMED',
				vendorKind: 'update',
			}),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
		expect(hints).toEqual([]);
	});

	it("gives the vendor's events without Simplify", async () => {
		const { id, dispatch } = eventful();
		const { items } = await on.run(getTimeline(id, { simplify: false }));
		expect(items[1].json).toEqual({
			id: dispatch.id,
			at: dispatch.createdAt,
			kind: 'dispatch',
			actor: null,
			summary: 'Policy Everything fired',
			payload: {
				phase: 'fired',
				status: 'DELIVERED',
				policyId: dispatch.policyId,
				policyName: 'Everything',
				currentStep: 1,
				dispatchId: dispatch.id,
			},
		});
	});

	it('reads to the last page, or up to the limit', async () => {
		const { id } = seeded(on, 'CONFIRMED');
		for (let count = 0; count < 119; count += 1) addDispatch(store(), id, 'COMPLETED', count);
		const all = await on.run(getTimeline(id, { returnAll: true }));
		expect(new Set(all.items.map(({ json }) => json.id)).size).toBe(120);
		expect(on.requests().map(({ query }) => query.limit)).toEqual(['50', '50', '50']);
		const some = await on.run(getTimeline(id, { limit: 3 }));
		expect(some.items).toHaveLength(3);
		expect(on.requests()[3].query).toEqual({ limit: '3' });
	});

	it('goes on after a fault in the middle', async () => {
		const { id } = eventful();
		on.sandbox.fault('devHelm', { drop: 'before' });
		const { items } = await on.run(getTimeline(id));
		expect(items).toHaveLength(4);
	});
});

describe('as Markdown', () => {
	it.each([
		['newer', false, 4],
		['older', true, 3],
	])(
		'is one document of the incident and its timeline, oldest first, by the %s API',
		async (_, isOlderApi, entries) => {
			const { id, first, update } = eventful();
			store().isOlderApi = isOlderApi;
			const { items } = await on.run(getTimeline(id, { output: 'markdown' }));
			expect(on.requests()[0]).toMatchObject({
				path: `/api/v1/incidents/${id}/events`,
				query: { limit: '50' },
			});
			expect(on.requests().map(({ path }) => path)).toContain(`/api/v1/incidents/${id}`);
			const [{ json }] = items;
			expect(items).toHaveLength(1);
			expect(Object.keys(json)).toEqual([
				'provider',
				'incidentId',
				'title',
				'markdown',
				'entries',
				'counts',
			]);
			const { title } = recordOf(on, id);
			expect(json).toMatchObject({ provider: 'devhelm', incidentId: id, title, entries });
			expect(json.counts).toMatchObject({ triggered: 1, note: 1, change: 1, resolved: 0 });
			const lines = String(json.markdown).split('\n');
			expect(lines[0]).toBe(`# ${String(title)}`);
			const entriesOf = lines.slice(lines.indexOf('## Timeline') + 2);
			expect(entriesOf[0]).toMatch(
				new RegExp(`^- ${first.createdAt} \\*\\*triggered\\*\\* by system`),
			);
			expect(entriesOf.slice(-3)).toEqual([
				isOlderApi
					? `- ${update.createdAt} **note** by user  `
					: `- ${update.createdAt} **note** by anna.schmidt@alpenrad.example  `,
				'  Störung 🚨',
				'',
			]);
		},
	);
});

describe('an API that lacks the endpoint', () => {
	beforeEach(() => {
		store().isOlderApi = true;
	});

	it('is asked for the transitions, and the updates are laid between them', async () => {
		const { id, transition, first, update } = eventful();
		const { items, hints } = await on.run(getTimeline(id));
		expect(on.requests().map(comparable)).toEqual([
			get(`/api/v1/incidents/${id}/events`, { limit: '50' }),
			get(`/api/v1/incidents/${id}`),
			get(`/api/v1/forensics/incidents/${id}/timeline`),
		]);
		expect(items.map(({ json }) => json)).toEqual([
			entry(id, {
				id: update.id,
				time: update.createdAt,
				actor: { id: null, name: null, type: 'user' },
				kind: 'note',
				text: 'Störung 🚨',
				vendorKind: 'update',
			}),
			entry(id, {
				id: transition.id,
				time: transition.occurredAt,
				actor: { id: null, name: 'pipeline', type: 'system' },
				kind: 'change',
				text: 'confirm',
				vendorKind: 'forensic_transition',
			}),
			entry(id, {
				id: first.id,
				time: first.createdAt,
				actor: SYSTEM,
				kind: 'triggered',
				text: null,
				vendorKind: 'update',
			}),
		]);
		expect(hints.map(({ message }) => message)).toEqual([OLDER]);
	});

	it('gives each transition with its evaluations without Simplify', async () => {
		const { id, transition } = eventful();
		const { items } = await on.run(getTimeline(id, { simplify: false, limit: 2 }));
		expect(items).toHaveLength(2);
		expect(items[1].json).toEqual({
			...transition,
			triggeringEvaluations: [expect.objectContaining({ ruleType: 'consecutive_failures' })],
		});
	});

	it('has the updates alone of an incident that was made by hand', async () => {
		const { id } = seeded(on, 'RESOLVED');
		const { items, error } = await on.run(getTimeline(id));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.text)).toEqual(['The provider confirmed an outage.']);
	});

	it('is not blamed for an incident that is not there', async () => {
		const { error } = await on.run(getTimeline(NOT_THERE));
		expect(error?.message).toBe(
			"DevHelm refused 'Get timeline of incident' (item 0): Incident not found",
		);
		expect(steps(on, NOT_THERE)).toEqual(['GET /events', 'GET']);
	});

	it('passes on what goes wrong with the transitions', async () => {
		const { id } = eventful();
		const path = `/api/v1/forensics/incidents/${id}/timeline`;
		on.sandbox.fault('devHelm', { path, status: 403, body: { message: 'Forbidden' } });
		const { error } = await on.run(getTimeline(id));
		expect(error?.message).toBe("DevHelm refused 'Get timeline of incident' (item 0): Forbidden");
	});
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getTimeline(NOT_THERE));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Get timeline of incident' (item 0): Incident not found",
	});
});

it.each<[string, IDataObject, string]>([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[
		'half an entry',
		{ limit: '={{ "1.5" }}' },
		`'Limit' must be a whole number, not "1.5" (item 0)`,
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(getTimeline(NOT_THERE, fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
