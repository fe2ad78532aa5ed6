import type { INodeParameters } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { loadList, mapFields, searchList } from '../../support/lookup';
import { byId, comparable, suite } from '../../support/suite';
import { linked, linksOf } from '../link/links';
import { BETA_HEADERS, HEADERS, incidentOf } from '../timeline';
import { workOf } from '../works';

const node = new DevRev();
const on = suite('devRev', 'devRevApi', node);
const call = (parameters: INodeParameters = {}) => ({
	node,
	credentials: on.credentials({}),
	parameters,
});
/** A locator as the form hands it over. */
const inForm = (id: string) => byId(id) as unknown as string;
const NEWEST = { sort_by: ['created_date:desc'] };

it.each<[string, string, string[], string, object]>([
	['searchGroups', 'on-c', ['On-call'], '/groups.list', {}],
	[
		'searchIssues',
		'iss-8',
		['ISS-8 Cache grows without end (resolved)'],
		'/works.list',
		{ type: ['issue'], ...NEWEST },
	],
	[
		'searchSprints',
		'15',
		['Week 15 (planned)'],
		'/vistas.groups.list',
		{ group_object_type: ['work'] },
	],
	[
		'searchTickets',
		'',
		['TKT-3 Kann nicht bezahlen (awaiting_customer_response)'],
		'/works.list',
		{ type: ['ticket'], ...NEWEST },
	],
	['searchWorkspaces', 'zürich', ['Velo Zürich AG workspace'], '/rev-orgs.list', {}],
])('%s finds %j here, as DevRev cannot', async (method, typed, names, path, body) => {
	const { results } = await searchList(call(), method, typed);
	expect(results.map(({ name }) => name)).toEqual(names);
	expect(results.every(({ value }) => /^don:/.test(String(value)))).toBe(true);
	expect(comparable(on.requests()[0])).toEqual({
		method: 'POST',
		path,
		query: {},
		headers: HEADERS,
		body: { ...body, limit: 100 },
	});
});

it.each([
	['searchIssueStages', 'issue', ['triage (start)', 'in_development', 'resolved']],
	['searchTicketStages', 'ticket', ['triage (start)', 'awaiting_customer_response', 'resolved']],
])('%s offers the stages of its diagram', async (method, type, names) => {
	const { results } = await searchList(call(), method);
	expect(results.map(({ name }) => name)).toEqual(names);
	expect(on.theRequest()).toMatchObject({
		path: '/stage-diagrams.list',
		body: { leaf_type: [type] },
	});
});

it('sprints are none where the account has no such thing', async () => {
	on.sandbox.fault('devRev', { status: 404, body: { type: 'not_found', message: 'Not found' } });
	expect((await searchList(call(), 'searchSprints')).results).toEqual([]);
});

describe('option lists', () => {
	it.each([
		['getIssuePriorities', 'issue', ['P0', 'P1', 'P2', 'P3', 'Someday']],
		['getTicketSentiments', 'ticket', ['Delighted', 'Happy', 'Neutral', 'Unhappy', 'Frustrated']],
	])('%s come from the schema in force', async (method, leaf_type, names) => {
		const options = await loadList(call(), method);
		expect(options.map(({ name }) => name)).toEqual(names);
		expect(on.theRequest()).toMatchObject({
			path: '/schemas.aggregated.get',
			body: { leaf_type },
		});
	});

	it('priorities are those that DevRev publishes where no schema can be read', async () => {
		const refused = { status: 403, body: { type: 'forbidden', message: 'Forbidden' } };
		on.sandbox.fault('devRev', refused);
		on.sandbox.fault('devRev', refused);
		expect(await loadList(call(), 'getIssuePriorities')).toEqual([
			{ name: 'P0', value: '1' },
			{ name: 'P1', value: '2' },
			{ name: 'P2', value: '3' },
			{ name: 'P3', value: '4' },
		]);
	});

	it.each([
		['getIssueSubtypes', 'issue', { name: 'Bug', value: 'bug' }],
		['getTicketSubtypes', 'ticket', { name: 'Complaint', value: 'complaint' }],
	])('%s are those of its kind', async (method, type, option) => {
		expect(await loadList(call(), method)).toEqual([option]);
		expect(on.theRequest().body).toEqual({ leaf_types: [type] });
	});
});

describe('custom fields', () => {
	it.each([
		['getNewIssueFields', 'issue', 'bug', 'ctype__found_in'],
		['getNewTicketFields', 'ticket', 'complaint', 'ctype__order'],
	])('%s has those of the chosen subtype too', async (method, leaf_type, subtype, field) => {
		const { fields } = await mapFields(call({ additionalFields: { subtype } }), method);
		expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['tnt__runbook', field]));
		expect(on.theRequest().body).toEqual({ leaf_type, custom_schema_spec: { subtype } });
	});

	it.each([
		['getIssueFields', 'issueId', 'ISS-7', 'bug', 'ctype__found_in'],
		['getTicketFields', 'ticketId', 'TKT-3', 'complaint', 'ctype__order'],
	])("%s has those of the object's own subtype", async (method, name, number, subtype, field) => {
		workOf(on, number).subtype = subtype;
		const { fields } = await mapFields(call({ [name]: inForm(number) }), method);
		expect(fields.map(({ id }) => id)).toContain(field);
		// The subtype is told by the beta only.
		expect(comparable(on.requests()[0])).toEqual({
			method: 'POST',
			path: '/works.get',
			query: {},
			headers: BETA_HEADERS,
			body: { id: number },
		});
	});
});

describe('links', () => {
	const forDelete = (incidentId: string) =>
		call({ resource: 'link', operation: 'delete', incidentId: inForm(incidentId) });

	it('are those of the chosen incident, from end to end', async () => {
		await linked(on, 'ISS-7', 'TKT-3');
		const { results } = await searchList(forDelete(incidentOf(on).id), 'searchLinks', 'iss');
		expect(results).toEqual([
			{
				name: 'INC-3 is related to ISS-7 Gateway drops connections',
				value: linksOf(on)[0].id,
			},
		]);
		expect(on.theRequest()).toEqual({
			method: 'POST',
			path: '/links.list',
			query: {},
			headers: HEADERS,
			body: { object: incidentOf(on).id, limit: 100 },
		});
	});

	it('say what to do where the incident is given by its number', async () => {
		await expect(searchList(forDelete('INC-3'), 'searchLinks')).rejects.toMatchObject({
			message: "'Incident' is given by its number INC-3, and links are listed by full IDs only",
		});
		expect(on.requests()).toEqual([]);
	});
});
