import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const get = (id: string, fields: IDataObject = {}) => ({
	resource: 'agent',
	operation: 'get',
	agentId: byId(id),
	...fields,
});
const web = () => {
	const agent = on.sandbox.state('bleemeo').agents.get(company(on).web);
	if (!agent) throw new TypeError('no agent');
	return agent;
};
const FIELDS =
	'id,display_name,fqdn,agent_type,account,created_at,is_cluster_leader,next_config_at,tags';

it('asks for the agent, as its ID was typed, with the fields of the record', async () => {
	const id = web().id.toUpperCase();
	await on.run(get(id), withToken(on));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/v1/agent/${id}/`,
		query: { fields: FIELDS },
		headers: headersOf(on),
		body: undefined,
	});
});

it('gives a flat record, with the tags by name', async () => {
	const tags = [
		{ id: 't1', name: 'Räder', is_automatic: false },
		{ id: 't2', name: 'web', is_automatic: true },
		{ id: 't3' },
	];
	Object.assign(web(), { tags, is_cluster_leader: false });
	const { items } = await on.run(get(web().id), withToken(on));
	expect(items).toEqual([
		{
			json: {
				id: web().id,
				display_name: 'web-1',
				fqdn: 'web-1.alpenrad.example',
				agent_type: web().agent_type,
				tags: ['Räder', 'web'],
				created_at: web().created_at,
				is_cluster_leader: false,
				next_config_at: null,
				account: company(on).main,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own object, with what else is asked for, when Simplify is off", async () => {
	const values = [{ name: 'fields', value: 'id,tags' }];
	const options = { extraQueryParameters: { values } };
	const plain = await on.run(get(web().id, { simplify: false }), withToken(on));
	expect(on.theRequest().query).toEqual({});
	const { is_cluster_leader, next_config_at, tags, ...shown } = web();
	expect([is_cluster_leader, next_config_at]).toEqual([false, null]);
	expect(plain.items[0].json).toEqual(shown);
	const more = await on.run(get(web().id, { simplify: false, options }), withToken(on));
	expect(more.items[0].json).toEqual({ id: web().id, tags });
});

it('says null where the vendor says nothing', async () => {
	on.sandbox.fault('bleemeo', { status: 200, body: { id: web().id } });
	const { items } = await on.run(get(web().id), withToken(on));
	expect(items[0].json).toEqual({
		id: web().id,
		display_name: null,
		fqdn: null,
		agent_type: null,
		tags: [],
		created_at: null,
		is_cluster_leader: null,
		next_config_at: null,
		account: null,
	});
});

it.each([
	['={{ "" }}', "'Agent' is empty (item 0)"],
	['={{ "web-1" }}', `'Agent' is not an ID: "web-1" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id), withToken(on));
	expect(error?.message).toBe(message);
	expect(error?.description).toBeTruthy();
	expect(on.requests()).toHaveLength(0);
});

it('says that an agent does not exist, or not in this account', async () => {
	const [lab] = [...on.sandbox.state('bleemeo').agents.values()].slice(-1);
	expect(lab.display_name).toBe('lab-1');
	const { error } = await on.run(get(lab.id), withToken(on));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "Bleemeo refused 'Get agent' (item 0): Not found.",
	});
	expect(error?.description).toContain("'Account ID' in the credential");
	const { labs } = company(on);
	const there = await on.run(get(lab.id), withToken(on, { accountId: labs }));
	expect(there.items[0].json).toMatchObject({ display_name: 'lab-1', account: labs });
});

it('is read again after a lost reply', async () => {
	on.sandbox.fault('bleemeo', { drop: 'after' });
	const { items } = await on.run(get(web().id), withToken(on));
	expect(items).toHaveLength(1);
	expect(on.requests()).toHaveLength(2);
});
