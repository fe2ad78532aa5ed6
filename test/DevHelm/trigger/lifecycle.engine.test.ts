import type { INodeParameters } from 'n8n-workflow';

import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import { comparable, suite } from '../../support/suite';
import { SPELLINGS, TriggerHost } from '../../support/trigger';
import { HEADERS, READ_HEADERS } from '../incidents';

const node = new DevHelmTrigger();
const on = suite('devHelm', 'devHelmApi', node);
const parameters = (more: object = {}): INodeParameters => ({
	events: ['incident.resolved', 'incident.created'],
	simplify: true,
	...more,
});
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const SERVICE_EVENTS = ['incident.created', 'monitor.deleted', 'service.status_changed'];

let host: TriggerHost;
beforeEach(async () => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: parameters(),
	});
});
afterEach(async () => await host.stop());

const webhooks = () => on.sandbox.state('devHelm').webhooks;
/** What the vendor has, in short. */
const subscribed = () =>
	[...webhooks().values()].map((one) => [one.url, one.subscribedEvents, one.enabled]);
const OURS = () => [host.url, ['incident.created', 'incident.resolved'], true];
const sent = () => on.requests().map(({ method, path }) => `${method} ${path}`);
const written = () => sent().filter((one) => !one.startsWith('GET'));
const only = () => [...webhooks().values()][0];

describe('publishing', () => {
	it('registers the workflow, and asks for no secret', async () => {
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
		expect(on.requests().map(comparable)).toEqual([
			...[1, 2].map(() => ({
				method: 'GET',
				path: '/api/v1/webhooks',
				query: { page: '0', size: '200' },
				headers: READ_HEADERS,
				body: undefined,
			})),
			{
				method: 'POST',
				path: '/api/v1/webhooks',
				query: {},
				headers: HEADERS,
				body: {
					url: host.url,
					description: 'n8n workflow (n8n-nodes-incident-ops)',
					subscribedEvents: ['incident.created', 'incident.resolved'],
				},
			},
		]);
		expect(host.staticData).toEqual({ 'node:Trigger': { subscriptionId: only().id } });
	});

	it('again changes nothing, also after a restart', async () => {
		await host.activate();
		on.sandbox.clearRequests();
		host.change({ node: new DevHelmTrigger() });
		expect(await host.activate()).toBe(false);
		expect(sent()).toEqual([`GET /api/v1/webhooks/${only().id}`, 'GET /api/v1/webhooks']);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('takes events in another order for the same', async () => {
		await host.activate();
		only().subscribedEvents.reverse();
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(written()).toEqual([]);
	});

	it('repairs other events with one request', async () => {
		await host.activate();
		host.change({ parameters: parameters({ events: ['incident.reopened'] }) });
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		const put = on.requests().filter(({ method }) => method !== 'GET');
		expect(put.map(comparable)).toEqual([
			{
				method: 'PUT',
				path: `/api/v1/webhooks/${only().id}`,
				query: {},
				headers: HEADERS,
				body: { subscribedEvents: ['incident.reopened'], enabled: true },
			},
		]);
		expect(subscribed()).toEqual([[host.url, ['incident.reopened'], true]]);
	});

	it('switches on what the vendor has switched off', async () => {
		await host.activate();
		only().enabled = false;
		expect(await host.activate()).toBe(false);
		expect(written()).toHaveLength(2);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('in a copy of the whole database leaves the original alone, and names it', async () => {
		await host.activate();
		const { id } = only();
		const copy = await TriggerHost.start({
			node: new DevHelmTrigger(),
			credentials: on.credentials({}),
			parameters: parameters(),
		});
		copy.staticData = structuredClone(host.staticData);
		expect(await copy.activate()).toBe(true);
		expect(subscribed()).toEqual([
			OURS(),
			[copy.url, ['incident.created', 'incident.resolved'], true],
		]);
		expect(new Set(copy.log)).toEqual(
			new Set([
				`Trigger: the webhook subscription ${id} of DevHelm delivers to a copy of this workflow at ${new URL(host.url).origin}, and was left alone. If n8n was moved from there to here, delete it by hand at DevHelm.`,
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
		only().url = write(host.url);
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(written()).toEqual([]);
		host.staticData = {};
		expect(await host.activate()).toBe(false);
		expect(await host.deactivate()).toBe(true);
		expect(subscribed()).toEqual([]);
	});

	it('registers anew what was deleted at the vendor', async () => {
		await host.activate();
		webhooks().clear();
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('adopts what is there already, after the node was renamed', async () => {
		await host.activate();
		const { id } = only();
		host.change({ name: 'Renamed' });
		expect(await host.activate()).toBe(false);
		expect([only().id, ...subscribed()]).toEqual([id, OURS()]);
		expect(host.staticData).toEqual({ 'node:Renamed': { subscriptionId: id } });
	});

	it('finds its own on a later page', async () => {
		await host.activate();
		const own = only();
		webhooks().clear();
		for (let number = 0; number < 250; number += 1) {
			const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
			webhooks().set(id, { ...own, id, url: `https://other.example/hook/${number}` });
		}
		webhooks().set(own.id, own);
		host.staticData = {};
		expect(await host.activate()).toBe(false);
		expect(written()).toHaveLength(1);
		expect(webhooks().size).toBe(251);
	});

	it('leaves one of several with our address', async () => {
		await host.activate();
		const first = only();
		const id = '00000000-0000-4000-8000-000000000001';
		webhooks().set(id, { ...first, id });
		expect(await host.activate()).toBe(true);
		expect([...webhooks().keys()]).toEqual([first.id]);
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
		expect(subscribed()).toEqual([[other.url, ['incident.created', 'incident.resolved'], true]]);
		await other.deactivate();
		await other.stop();
		expect(subscribed()).toEqual([]);
	});

	it('a test listens beside it, and cleans up', async () => {
		await host.activate();
		const kept = host.staticData;
		host.change({ isTest: true });
		host.staticData = {};
		await host.activate();
		expect(webhooks().size).toBe(2);
		await host.deactivate();
		host.change({ isTest: false });
		host.staticData = kept;
		expect(subscribed()).toEqual([OURS()]);
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
		webhooks().clear();
		expect(await host.deactivate()).toBe(true);
	});

	it('works still when the form cannot be published any more', async () => {
		host.change({
			parameters: parameters({ events: SERVICE_EVENTS }),
			credentials: on.credentials({ webhookSecret: 'a secret' }),
		});
		await host.activate();
		host.change({ credentials: on.credentials({ webhookSecret: '' }) });
		await host.deactivate();
		expect(subscribed()).toEqual([]);
	});

	it('removes nothing but its own', async () => {
		await host.activate();
		const id = '00000000-0000-4000-8000-000000000001';
		webhooks().set(id, { ...only(), id, url: `${host.url}/other` });
		await host.deactivate();
		expect([...webhooks().keys()]).toEqual([id]);
	});

	it('asks nothing where nothing was registered', async () => {
		expect(await host.deactivate()).toBe(true);
		expect(on.requests()).toEqual([]);
	});

	it('never touches what a copied workflow remembers of the original', async () => {
		await host.activate();
		host.change({ webhookId: '5f3c9b1e-0000-4000-8000-000000000003', workflowId: 'copy' });
		await host.deactivate();
		expect(subscribed()).toHaveLength(1);
	});

	it('never throws, and logs what is left', async () => {
		await host.activate();
		on.sandbox.fault('devHelm', {
			method: 'DELETE',
			status: 403,
			body: { status: 403, code: 'FORBIDDEN', message: 'Your role may not do this' },
		});
		expect(await host.deactivate()).toBe(false);
		expect(host.log).toEqual([
			expect.stringMatching(
				/^Trigger: the webhook subscription \S+ of DevHelm could not be removed .* Delete it by hand at DevHelm, .*DevHelm refused 'Unpublish': Your role may not do this\. .*status 403/,
			),
		]);
	});
});

describe('an address that DevHelm would not deliver to', () => {
	const real = { baseUrl: 'https://api.devhelm.io' };

	it('is refused before anything is asked of the vendor', async () => {
		host.change({ credentials: on.credentials(real) });
		for (const method of ['checkExists', 'create'] as const) {
			await expect(host.hook(method)).rejects.toMatchObject({
				message: expect.stringContaining(
					`DevHelm cannot reach this webhook, because its address is one of a private network: "${new URL(host.url).origin}"`,
				),
				description: expect.stringContaining(
					"Set n8n's N8N_WEBHOOK_URL (WEBHOOK_URL in an older n8n) to the address",
				),
			});
		}
		expect(on.requests()).toEqual([]);
	});

	it('is refused when it is too long, also by a test system', async () => {
		host.change({ webhookId: 'x'.repeat(2_048) });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^DevHelm takes addresses of at most 2048 characters.* 2\d{3}\. Set n8n's N8N_WEBHOOK_URL/,
			),
			description: expect.stringContaining('shorter address'),
		});
		expect(on.requests()).toEqual([]);
	});

	it('that the vendor refuses itself is told in its words', async () => {
		on.sandbox.state('devHelm').isHttpsOnly = true;
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				"DevHelm refused 'Publish': url must use HTTPS. Correct the form",
			),
		});
		expect(subscribed()).toEqual([]);
	});
});

describe('a form that cannot work', () => {
	const refused = async (form: object, message: string, description: string) => {
		host.change({ parameters: parameters(form) });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(
				new RegExp(`^${escaped(message)}\\. .*${escaped(description)}`),
			),
			description: expect.stringContaining(description),
		});
		expect(on.requests()).toEqual([]);
	};

	it('has no events', async () =>
		await refused({ events: [] }, "'Events' is empty", 'Choose at least one event'));

	it('has an event that DevHelm does not know', async () =>
		await refused(
			{ events: ['incident.*'] },
			`'Events' cannot be "incident.*"`,
			'Use one of: incident.created',
		));

	it('has an age below zero', async () =>
		await refused(
			{ options: { maximumAge: -1 } },
			"'Maximum Age (Minutes)' cannot be -1",
			'0 means any age',
		));

	it('has a monitor that is no ID', async () =>
		await refused(
			{
				filters: {
					monitorIds: { values: [{ monitorId: { __rl: true, mode: 'id', value: 'checkout' } }] },
				},
			},
			`'Monitor' is not an ID: "checkout"`,
			'An ID of this kind looks like',
		));

	it('has events that cannot be checked, and no secret', async () =>
		await refused(
			{ events: SERVICE_EVENTS },
			"'Events' has what cannot be checked without a signature: 'Monitor: Deleted', 'Service: Status Changed'",
			"Enter the 'Webhook Signing Secret' in the DevHelm API credential",
		));

	it.each<[string, object, object]>([
		['with the secret', { webhookSecret: 'a secret' }, {}],
		['when they are accepted unsigned', {}, { options: { acceptUnsigned: true } }],
	])('these are fine %s', async (_, credential, more) => {
		host.change({
			credentials: on.credentials({ ...credential }),
			parameters: parameters({ events: SERVICE_EVENTS, ...more }),
		});
		expect(await host.activate()).toBe(true);
		expect(only().subscribedEvents).toEqual(SERVICE_EVENTS);
	});
});

describe('a vendor that fails', () => {
	it('leaves no half-made subscription when the answer to the create is lost', async () => {
		on.sandbox.fault('devHelm', { method: 'POST', drop: 'after' });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining("DevHelm gave no whole answer to 'Publish'"),
		});
		expect(subscribed()).toEqual([]);
		expect(await host.activate()).toBe(true);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('on a repair is told, and the next publication makes it good', async () => {
		await host.activate();
		only().enabled = false;
		on.sandbox.fault('devHelm', { method: 'PUT', status: 500, times: 4 });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining("DevHelm could not do 'Publish' at its end"),
		});
		on.sandbox.clearFaults();
		expect(await host.activate()).toBe(false);
		expect(subscribed()).toEqual([OURS()]);
	});

	it('on the removal stays remembered, and the next one makes it good', async () => {
		await host.activate();
		on.sandbox.fault('devHelm', { method: 'DELETE', status: 503, times: 4 });
		expect(await host.deactivate()).toBe(false);
		expect(host.log).toEqual([
			expect.stringContaining("DevHelm could not do 'Unpublish' at its end"),
		]);
		on.sandbox.clearFaults();
		await host.deactivate();
		expect(subscribed()).toEqual([]);
	});

	it.each([
		[401, 'The API key is not valid', 'check the API Key'],
		[403, 'Your role may not do this', 'use a key of somebody with a higher role'],
		[400, 'Webhook limit reached for your plan', 'allows no more of these'],
	])('%s: says what to do, and shows no token', async (status, message, advice) => {
		on.sandbox.fault('devHelm', { status, body: { status, message }, times: Infinity });
		const secret = { webhookSecret: 'a-secret-of-the-organization' };
		host.change({ credentials: on.credentials(secret) });
		const failure: unknown = await host.activate().catch((error: unknown) => error);
		expect(failure).toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining(advice),
		});
		expect(JSON.stringify(failure)).not.toMatch(/dh_live_sandbox|a-secret-of/);
	});
});
