import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';

import { BleemeoTrigger } from '../../../nodes/Bleemeo/BleemeoTrigger.node';
import { happeningOf } from '../../../nodes/Bleemeo/api/happening';
import { withNames } from '../../../nodes/Bleemeo/api/names';
import type { CredentialStore } from '../../support/credentials';
import { runNode } from '../../support/engine';
import { comparable, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const node = new BleemeoTrigger();
const on = suite('bleemeo', 'bleemeoApi', node);

/** A node that waits for names only so long. */
const impatient = (patienceMs: number): INodeType => ({
	description: { ...node.description, name: 'impatient' },
	async execute(this: IExecuteFunctions) {
		return [await withNames(this, this.getInputData(), patienceMs)];
	},
});

/** The trigger's own step of a run, with what its webhook has put out. */
async function finish(
	items: IDataObject[],
	{
		credentials = withToken(on).credentials,
		addNames = true,
		patienceMs,
	}: Partial<{
		credentials: CredentialStore;
		addNames: boolean;
		patienceMs: number;
	}> = {},
) {
	const parameters: INodeParameters = {
		webhookToken: 'k3Jx-9_Qw.Zr~7TbMn2LpV4s',
		simplify: true,
		options: { addNames },
	};
	const { items: out, error } = await runNode({
		node: patienceMs ? impatient(patienceMs) : node,
		credentials,
		parameters,
		items,
	});
	expect(error).toBeUndefined();
	return out.map(({ json }) => json);
}

const itemOf = (event: IDataObject): IDataObject => {
	const { record, more } = happeningOf({ id: 'a', status: 2, title: 'Title', ...event });
	return { ...record, ...more };
};
const named = () => {
	const { web, metric } = company(on);
	return itemOf({ agent: web, metric });
};
const paths = () => on.requests().map(({ path }) => path);

it('fills in what agent and metric are called', async () => {
	const { web, metric } = company(on);
	const item = named();
	expect(await finish([item])).toEqual([
		{ ...item, service: 'web-1', agentName: 'web-1', metricName: 'cpu_used' },
	]);
	const read = (path: string, fields: string) => ({
		method: 'GET',
		path,
		query: { fields },
		headers: headersOf(on),
		body: undefined,
	});
	const sent = on.requests().map(comparable);
	expect(sent).toHaveLength(2);
	expect(sent).toEqual(
		expect.arrayContaining([
			read(`/v1/agent/${web}/`, 'id,display_name,fqdn'),
			read(`/v1/metric/${metric}/`, 'id,label,item,labels_text'),
		]),
	);
});

it('asks for nothing unless it is wanted', async () => {
	const item = named();
	expect(await finish([item], { addNames: false })).toEqual([item]);
	expect(on.requests()).toEqual([]);
});

it('asks for nothing where there is nothing to ask for', async () => {
	const items = [itemOf({}), itemOf({ agent: null, metric: null })];
	expect(await finish(items)).toEqual(items);
	expect(on.requests()).toEqual([]);
});

it('asks once for a name, in one run and in later ones', async () => {
	const item = named();
	await finish([item, item, itemOf({ agent: String(item.agentId).toUpperCase() })]);
	expect((await finish([item]))[0]).toMatchObject({ agentName: 'web-1', metricName: 'cpu_used' });
	expect(on.requests()).toHaveLength(2);
});

it('keeps what one credential may see from another', async () => {
	await finish([named()]);
	on.sandbox.clearRequests();
	await finish([named()], { credentials: on.credentials({}) });
	expect(paths().filter((path) => path.startsWith('/v1/'))).toHaveLength(2);
	await finish([named()], withToken(on, { accountId: company(on).labs }));
	expect(paths().filter((path) => path.startsWith('/v1/'))).toHaveLength(4);
});

describe('an event is never lost', () => {
	const fault = (rule: { status: number; body?: unknown; headers?: { [name: string]: string } }) =>
		on.sandbox.fault('bleemeo', { body: {}, times: Infinity, ...rule });
	const withStored = () => withToken(on).credentials;

	it('what is deleted is not asked for again and again', async () => {
		const item = itemOf({ agent: '00000000-0000-4000-8000-000000000000' });
		expect(await finish([item])).toEqual([item]);
		expect(await finish([item])).toEqual([item]);
		expect(paths()).toEqual(['/v1/agent/00000000-0000-4000-8000-000000000000/']);
	});

	it.each<[string, () => void, () => CredentialStore]>([
		['no credential', () => undefined, () => ({})],
		['a credential that is not filled in', () => undefined, () => on.credentials({ email: '' })],
		['a refused sign-in', () => undefined, () => on.credentials({ password: 'wrong' })],
		['a vendor that refuses', () => fault({ status: 401 }), withStored],
		[
			'a vendor that is down',
			() => fault({ status: 503, headers: { 'retry-after': '600' } }),
			withStored,
		],
		['a limit', () => fault({ status: 429, headers: { 'retry-after': '60' } }), withStored],
		[
			'a page in place of an answer',
			() => fault({ status: 403, body: '<html>No</html>' }),
			withStored,
		],
		['an answer of a strange kind', () => fault({ status: 200, body: [1] }), withStored],
		[
			'a name of a strange kind',
			() => fault({ status: 200, body: { id: 'a', display_name: [] } }),
			withStored,
		],
	])('with %s it starts the workflow without names', async (_, prepare, credentials) => {
		prepare();
		const items = [named(), itemOf({ title: 'Second' })];
		expect(await finish(items, { credentials: credentials() })).toEqual(items);
	});
	it('one that cannot be found does not cost the others theirs', async () => {
		const { web, metric } = company(on);
		const agent = '00000000-0000-4000-8000-000000000000';
		const items = [itemOf({ agent, metric }), itemOf({ agent: web })];
		expect(await finish(items)).toEqual([
			{ ...items[0], metricName: 'cpu_used' },
			{ ...items[1], service: 'web-1', agentName: 'web-1' },
		]);
	});

	it('a slow answer does not hold it up, and is there for the next one', async () => {
		const item = named();
		on.sandbox.fault('bleemeo', { delayMs: 500, times: 2 });
		expect(await finish([item], { patienceMs: 50 })).toEqual([item]);
		while (on.sandbox.stats('bleemeo').inFlight) await sleep(5);
		expect(await finish([item])).toEqual([
			{ ...item, service: 'web-1', agentName: 'web-1', metricName: 'cpu_used' },
		]);
	});

	it('hundreds of strangers in one run cost fifty requests', async () => {
		const items = Array.from({ length: 200 }, (_, index) =>
			itemOf({ agent: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }),
		);
		expect(await finish(items)).toEqual(items);
		expect(on.requests()).toHaveLength(50);
	});
});
