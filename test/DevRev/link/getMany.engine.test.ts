import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, suite } from '../../support/suite';
import { BETA_HEADERS, HEADERS, incidentOf } from '../timeline';
import { linked, linksOf } from './links';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const getMany = (fields: IDataObject = {}) => ({
	resource: 'link',
	operation: 'getAll',
	incidentId: byId(incidentOf(on).id),
	...fields,
});
const request = (body: IDataObject, headers: object = HEADERS) => ({
	method: 'POST',
	path: '/links.list',
	query: {},
	headers,
	body,
});

it('gives all links of the incident as flat records', async () => {
	await linked(on, 'ISS-7', 'TKT-3');
	const { items } = await on.run(getMany());
	expect(on.theRequest()).toEqual(request({ object: incidentOf(on).id, limit: 50 }));
	const [first, second] = linksOf(on);
	const json = {
		provider: 'devrev',
		id: first.id,
		linkType: 'is_related_to',
		customLinkTypeId: null,
		sourceId: incidentOf(on).id,
		sourceNumber: 'INC-3',
		sourceType: 'incident',
		sourceTitle: 'Zahlung schlägt fehl',
		targetId: first.target.id,
		targetNumber: 'ISS-7',
		targetType: 'issue',
		targetTitle: 'Gateway drops connections',
		createdAt: first.created_date,
	};
	expect(items).toEqual([
		{ json, pairedItem: { item: 0 } },
		{
			json: {
				...json,
				id: second.id,
				targetId: second.target.id,
				targetNumber: 'TKT-3',
				targetType: 'ticket',
				targetTitle: 'Kann nicht bezahlen',
				createdAt: second.created_date,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries every filter', async () => {
	await linked(on, 'ISS-7', 'TKT-3');
	const { items, error } = await on.run(
		getMany({
			limit: 7,
			filters: {
				direction: 'is_source',
				linkTypes: ['is_related_to', 'is_dependent_on'],
				objectTypes: ['ticket', 'rev_org'],
			},
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(
		request({
			object: incidentOf(on).id,
			direction: 'is_source',
			link_type: ['is_related_to', 'is_dependent_on'],
			object_types: ['ticket', 'rev_org'],
			limit: 7,
		}),
	);
	expect(items.map(({ json }) => json.targetNumber)).toEqual(['TKT-3']);
	if (contract) {
		expect(contract.bodyIssues('/links.list', comparable(on.requests()[0]))).toEqual([]);
	}
});

it('asks the beta for kinds of objects that it alone knows', async () => {
	await on.run(getMany({ filters: { objectTypes: ['incident'] } }));
	expect(on.theRequest()).toEqual(
		request({ object: incidentOf(on).id, object_types: ['incident'], limit: 50 }, BETA_HEADERS),
	);
});

it('looks an incident up that is given by its number, as links take long IDs only', async () => {
	await linked(on, 'ISS-7');
	const { items } = await on.run(getMany({ incidentId: byId('INC-3'), returnAll: true }));
	expect(on.requests().map(({ path }) => path)).toEqual(['/incidents.get', '/links.list']);
	expect(comparable(on.requests()[1])).toEqual(request({ object: incidentOf(on).id, limit: 100 }));
	expect(items).toHaveLength(1);
});

it('shows what leads to an issue', async () => {
	await linked(on, 'ISS-7');
	const { items } = await on.run(getMany({ incidentId: byId('ISS-7') }));
	expect(items.map(({ json }) => json.sourceNumber)).toEqual(['INC-3']);
});

it("gives DevRev's own link without Simplify", async () => {
	await linked(on, 'ISS-7');
	const { items } = await on.run(getMany({ simplify: false }));
	expect(items[0].json).toEqual(JSON.parse(JSON.stringify(linksOf(on)[0])));
});

it.each([
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	[{ limit: '={{ 0 }}' }, `'Limit' cannot be 0 (item 0)`],
	[{ filters: { linkTypes: ['={{ "blocks" }}'] } }, `'Link Types' cannot be "blocks" (item 0)`],
])('refuses %j before anything is sent', async (fields, message) => {
	const { error } = await on.run(getMany(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getMany({ incidentId: byId('INC-999') }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Get many links' (item 0): No such incident",
	});
});
