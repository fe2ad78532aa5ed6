import type { INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { byId, comparable, suite } from '../../support/suite';
import { SPELLINGS, TriggerHost } from '../../support/trigger';
import { HEADERS_WITHOUT_FROM, idsOf, READ_HEADERS } from '../incidents';

const node = new PagerDutyIncidentsTrigger();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);
const parameters = (more: object = {}): INodeParameters => ({
	authentication: 'apiToken',
	scope: 'account',
	events: ['incident.triggered', 'incident.resolved'],
	simplify: true,
	...more,
});

let host: TriggerHost;
beforeEach(async () => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: parameters(),
	});
});
afterEach(async () => await host.stop());

/** What the vendor has, in short. */
const subscribed = () =>
	[...on.sandbox.state('pagerDuty').webhooks.values()].map((one) => [
		one.delivery_method.url,
		one.events,
		one.active && !one.delivery_method.temporarily_disabled,
	]);
const OURS = () => [host.url, ['incident.resolved', 'incident.triggered'], true];
const sent = () => on.requests().map(({ method, path }) => `${method} ${path}`);
const only = () => [...on.sandbox.state('pagerDuty').webhooks.values()][0];

describe('publishing', () => {
	it.each([200, 201] as const)('registers the workflow, answered with %i', async (status) => {
		on.sandbox.state('pagerDuty').webhookCreateStatus = status;
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
		const post = on.requests().find(({ method }) => method === 'POST');
		expect(post?.status).toBe(status);
		expect(post && comparable(post)).toEqual({
			method: 'POST',
			path: '/webhook_subscriptions',
			query: {},
			headers: HEADERS_WITHOUT_FROM,
			body: {
				webhook_subscription: {
					type: 'webhook_subscription',
					active: true,
					description: 'n8n workflow (n8n-nodes-incident-ops)',
					events: ['incident.resolved', 'incident.triggered'],
					filter: { type: 'account_reference' },
					delivery_method: { type: 'http_delivery_method', url: host.url },
				},
			},
		});
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: '/webhook_subscriptions',
			query: { filter_type: 'account', limit: '100', offset: '0' },
			headers: READ_HEADERS,
			body: undefined,
		});
		expect(host.staticData).toEqual({
			'node:Trigger': {
				subscriptionId: only().id,
				secret: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		});
	});

	it('again changes nothing', async () => {
		await host.activate();
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(sent()).toEqual([
			`GET /webhook_subscriptions/${only().id}`,
			'GET /webhook_subscriptions',
		]);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('subscribes to one service, or one team', async () => {
		const { services } = idsOf(on);
		host.change({
			parameters: parameters({ scope: 'service', serviceId: byId(services.Checkout) }),
		});
		await host.activate();
		expect(only().filter).toEqual({ type: 'service_reference', id: services.Checkout });
		const [team] = on.sandbox.state('pagerDuty').teams.keys();
		host.change({ parameters: parameters({ scope: 'team', teamId: byId(team) }) });
		expect(await host.activate()).toBe(false);
		expect(only().filter).toEqual({ type: 'team_reference', id: team });
	});

	it('repairs other events with one request', async () => {
		await host.activate();
		host.change({ parameters: parameters({ events: ['incident.acknowledged'] }) });
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(sent().filter((one) => !one.startsWith('GET'))).toEqual([
			`PUT /webhook_subscriptions/${only().id}`,
		]);
		expect(subscribed()).toEqual([[host.url, ['incident.acknowledged'], true]]);
	});

	it('enables what the vendor has switched off', async () => {
		await host.activate();
		only().delivery_method.temporarily_disabled = true;
		expect(await host.activate()).toBe(false);
		expect(subscribed()).toEqual([OURS()]);
		only().active = false;
		expect(await host.activate()).toBe(false);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('registers anew what was deleted at the vendor', async () => {
		await host.activate();
		on.sandbox.state('pagerDuty').webhooks.clear();
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('replaces it when the secret is lost with a renamed node', async () => {
		await host.activate();
		const { id } = only();
		host.change({ name: 'Renamed' });
		expect(await host.activate()).toBe(true);
		expect(only().id).not.toBe(id);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('leaves one of several with our address', async () => {
		await host.activate();
		const first = only();
		on.sandbox.state('pagerDuty').webhooks.set('PSECOND', { ...first, id: 'PSECOND' });
		expect(await host.activate()).toBe(true);
		expect([...on.sandbox.state('pagerDuty').webhooks.keys()]).toEqual([first.id]);
	});

	it('in a copy of the whole database leaves the original alone, and names it', async () => {
		await host.activate();
		const { id } = only();
		const copy = await TriggerHost.start({
			node,
			credentials: on.credentials({}),
			parameters: parameters(),
		});
		copy.staticData = structuredClone(host.staticData);
		expect(await copy.activate()).toBe(true);
		const theirs = [copy.url, ['incident.resolved', 'incident.triggered'], true];
		expect(subscribed()).toEqual([OURS(), theirs]);
		expect(new Set(copy.log)).toEqual(
			new Set([
				`Trigger: the webhook subscription ${id} of PagerDuty delivers to a copy of this workflow at ${new URL(host.url).origin}, and was left alone. If n8n was moved from there to here, delete it by hand at PagerDuty.`,
			]),
		);
		expect(await copy.deactivate()).toBe(true);
		copy.staticData = structuredClone(host.staticData);
		expect(await copy.deactivate()).toBe(true);
		await copy.stop();
		expect(subscribed()).toEqual([OURS()]);
		expect(await host.activate()).toBe(false);
	});

	it.each(SPELLINGS)('takes %s for the same address', async (_, write) => {
		await host.activate();
		only().delivery_method.url = write(host.url);
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(sent().filter((one) => !one.startsWith('GET'))).toEqual([]);
		expect(await host.deactivate()).toBe(true);
		expect(subscribed()).toEqual([]);
	});

	it('two workflows stand side by side', async () => {
		await host.activate();
		const other = await TriggerHost.start({
			node,
			credentials: on.credentials({}),
			parameters: parameters(),
			workflowId: 'workflow-2',
			webhookId: '5f3c9b1e-0000-4000-8000-000000000002',
		});
		await other.activate();
		await host.deactivate();
		expect(subscribed()).toEqual([[other.url, ['incident.resolved', 'incident.triggered'], true]]);
		await other.deactivate();
		await other.stop();
		expect(subscribed()).toEqual([]);
	});
});

describe('unpublishing', () => {
	it('leaves nothing behind', async () => {
		await host.activate();
		await host.deactivate();
		expect(subscribed()).toEqual([]);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
	});

	it('is done when it was deleted at the vendor', async () => {
		await host.activate();
		on.sandbox.state('pagerDuty').webhooks.clear();
		expect(await host.deactivate()).toBe(true);
	});

	it('asks nothing where nothing was registered', async () => {
		expect(await host.deactivate()).toBe(true);
		expect(on.requests()).toEqual([]);
	});

	it('removes nothing but its own', async () => {
		await host.activate();
		const foreign = { ...only(), id: 'PFOREIGN' };
		foreign.delivery_method = { ...foreign.delivery_method, url: `${host.url}/other` };
		on.sandbox.state('pagerDuty').webhooks.set('PFOREIGN', foreign);
		await host.deactivate();
		expect([...on.sandbox.state('pagerDuty').webhooks.keys()]).toEqual(['PFOREIGN']);
	});

	it('never touches what a copied workflow remembers of the original', async () => {
		await host.activate();
		host.change({ webhookId: '5f3c9b1e-0000-4000-8000-000000000003', workflowId: 'copy' });
		await host.deactivate();
		expect(subscribed()).toHaveLength(1);
	});

	it('never throws, and logs what is left', async () => {
		await host.activate();
		on.sandbox.fault('pagerDuty', {
			method: 'DELETE',
			status: 403,
			body: { error: { message: 'Access Denied', code: 2010 } },
		});
		const { id } = only();
		expect(await host.deactivate()).toBe(false);
		expect(host.log).toEqual([
			expect.stringMatching(
				new RegExp(
					`^Trigger: the webhook subscription ${id} of PagerDuty could not be removed .* Delete it by hand at PagerDuty, .*PagerDuty refused 'Unpublish': Access Denied\\. .*status 403`,
				),
			),
		]);
		expect(host.log.join()).not.toMatch(/[0-9a-f]{64}|sandbox-pagerduty-token/);
	});
});

describe('a vendor that fails', () => {
	it('names the ten subscriptions that fill the scope', async () => {
		await host.activate();
		const one = only();
		const { webhooks } = on.sandbox.state('pagerDuty');
		webhooks.clear();
		for (let number = 0; number < 10; number += 1) {
			const url = `https://other.example/hook/${number}`;
			const delivery_method = { ...one.delivery_method, url };
			webhooks.set(`P${number}`, { ...one, id: `P${number}`, description: 'Old', delivery_method });
		}
		host.staticData = {};
		const failure: unknown = await host.activate().catch((error: unknown) => error);
		expect(failure).toMatchObject({
			message: expect.stringContaining('Webhook subscription limit exceeded'),
			description: expect.stringContaining('P9 (Old, https://other.example)'),
		});
		expect(JSON.stringify(failure)).not.toContain('/hook/');
	});

	it('leaves no half-made subscription when the answer to the create is lost', async () => {
		on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining("PagerDuty gave no whole answer to 'Publish'"),
		});
		expect(subscribed()).toEqual([]);
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
	});

	it.each([
		[401, { error: { message: 'Authentication failed', code: 2006 } }, 'check the API token'],
		[403, { error: { message: 'Access Denied', code: 2010 } }, 'lacks the right'],
	])('%s: says what to do, and shows no token', async (status, body, advice) => {
		on.sandbox.fault('pagerDuty', { status, body, times: Infinity });
		const failure: unknown = await host.activate().catch((error: unknown) => error);
		// n8n shows the message alone when a publication has failed.
		expect(failure).toMatchObject({ message: expect.stringContaining(advice) });
		expect(JSON.stringify(failure)).not.toContain('sandbox-pagerduty-token');
	});

	it('refuses a form without events before anything is sent', async () => {
		host.change({ parameters: parameters({ events: [] }) });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^'Events' is empty\. Choose at least one event/),
			description: expect.stringContaining('Choose at least one event'),
		});
		expect(on.requests()).toHaveLength(0);
	});
});
