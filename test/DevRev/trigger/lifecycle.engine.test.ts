import { sleep } from 'n8n-workflow';
import type { INodeParameters } from 'n8n-workflow';

import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import { secretFor } from '../../../nodes/DevRev/trigger/secret';
import { openApi } from '../../support/openapi';
import { comparable, suite } from '../../support/suite';
import { SPELLINGS, TriggerHost } from '../../support/trigger';
import { HEADERS } from '../timeline';

const node = new DevRevTrigger();
const on = suite('devRev', 'devRevApi', node);
const contract = openApi('devrev-beta.yaml');
const parameters = (
	events: string[] = ['incident_resolved', 'incident_created'],
): INodeParameters => ({
	events,
	simplify: true,
});
const EVENTS = ['incident_created', 'incident_updated'];

let host: TriggerHost;
const start = async (more = {}) =>
	await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: parameters(),
		...more,
	});
beforeEach(async () => {
	host = await start();
});
afterEach(async () => await host.stop());

const all = () => on.sandbox.state('devRev').webhooks.all;
const only = () => [...all().values()][0];
const idle = async () => await on.sandbox.api('devRev').deliveries.idle();
/** What the vendor has once the challenges are over, in short. */
const subscribed = async () => {
	await idle();
	return [...all().values()].map(({ url, event_types, status }) => [url, event_types, status]);
};
const OURS = () => [host.url, EVENTS, 'active'];
const calls = () => on.requests().map(({ path }) => path);
const secretAt = (token = 'sandbox-devrev-token') =>
	secretFor({ accessToken: token }, host.url.split('/').slice(-2).join('/'));
const verifications = () =>
	on.sandbox.api('devRev').deliveries.sent.filter(({ body }) => body.includes('"type":"verify"'));

describe('publishing', () => {
	it('registers the workflow, which is verified by its challenge', async () => {
		expect(await host.activate()).toBe(true);
		expect(await subscribed()).toEqual([OURS()]);
		expect(calls()).toEqual(['/webhooks.list', '/webhooks.list', '/webhooks.create']);
		const [list, , create] = on.requests().map(comparable);
		expect(list).toEqual({
			method: 'POST',
			path: '/webhooks.list',
			query: {},
			headers: HEADERS,
			body: {},
		});
		expect(create).toEqual({
			method: 'POST',
			path: '/webhooks.create',
			query: {},
			headers: HEADERS,
			body: { url: host.url, event_types: EVENTS, secret: secretAt() },
		});
		if (contract) expect(contract.bodyIssues('/webhooks.create', create)).toEqual([]);
		expect(host.staticData).toEqual({ 'node:Trigger': { subscriptionId: only().id } });
		expect(host.runs).toEqual([]);
	});

	it('answers the challenge while the registration still runs', async () => {
		on.sandbox.fault('devRev', { path: '/webhooks.create', delayMs: 300 });
		const activation = host.activate();
		while (!verifications()[0]?.isDone) await sleep(1);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
		expect(only().status).toBe('active');
		await activation;
		expect(await subscribed()).toEqual([OURS()]);
	});

	it('again changes nothing', async () => {
		await host.activate();
		await idle();
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(calls()).toEqual(['/webhooks.get', '/webhooks.list']);
		expect(await subscribed()).toEqual([OURS()]);
		expect(verifications()).toHaveLength(1);
	});

	it('again after a restart, with what was stored', async () => {
		await host.activate();
		await idle();
		const { staticData } = host;
		host.staticData = structuredClone(staticData);
		expect(await host.activate()).toBe(false);
		expect(await subscribed()).toEqual([OURS()]);
	});

	it.each([
		['with nothing stored', () => (host.staticData = {})],
		['after a rename of the node', () => host.change({ name: 'Renamed' })],
	])('takes its webhook on again %s', async (_, change) => {
		await host.activate();
		await idle();
		const { id } = only();
		change();
		expect(await host.activate()).toBe(false);
		expect(only().id).toBe(id);
		expect(await subscribed()).toEqual([OURS()]);
		expect(verifications()).toHaveLength(1);
	});

	it('takes a secret that is only written in another way for the same', async () => {
		await host.activate();
		await idle();
		on.expectOddReplies();
		only().secret += '==';
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(calls()).toEqual(['/webhooks.get', '/webhooks.list']);
	});

	it('repairs other events with one request', async () => {
		await host.activate();
		await idle();
		host.change({ parameters: parameters(['incident_deleted']) });
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(calls()).toEqual(['/webhooks.get', '/webhooks.list', '/webhooks.update']);
		expect(comparable(on.requests()[2]).body).toEqual({
			id: only().id,
			event_types: { set: ['incident_deleted'] },
		});
		expect(await subscribed()).toEqual([[host.url, ['incident_deleted'], 'active']]);
	});

	it('the derived events are all in the updates: changing among them changes nothing', async () => {
		await host.activate();
		await idle();
		host.change({
			parameters: parameters(['incident_created', 'incident_stage_changed', 'incident_updated']),
		});
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(calls()).not.toContain('/webhooks.update');
	});

	it('activates what was switched off', async () => {
		await host.activate();
		await idle();
		only().status = 'inactive';
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(comparable(on.requests()[2]).body).toEqual({ id: only().id, action: 'activate' });
		expect(await subscribed()).toEqual([OURS()]);
	});

	it('activates and changes the events with two', async () => {
		await host.activate();
		await idle();
		only().status = 'inactive';
		host.change({ parameters: parameters(['incident_deleted']) });
		expect(await host.activate()).toBe(false);
		expect(await subscribed()).toEqual([[host.url, ['incident_deleted'], 'active']]);
	});

	it('makes one anew that was never verified', async () => {
		await host.activate();
		await idle();
		const { id } = only();
		only().status = 'unverified';
		expect(await host.activate()).toBe(true);
		expect(only().id).not.toBe(id);
		expect(await subscribed()).toEqual([OURS()]);
		expect(host.staticData).toEqual({ 'node:Trigger': { subscriptionId: only().id } });
	});

	it('registers anew what was deleted at the vendor', async () => {
		await host.activate();
		await idle();
		all().clear();
		expect(await host.activate()).toBe(true);
		expect(await subscribed()).toEqual([OURS()]);
	});

	it('sets the secret of a new token, which DevRev verifies again', async () => {
		await host.activate();
		await idle();
		const { id } = only();
		const { tokens } = on.sandbox.state('devRev');
		tokens.set('new-token', [...tokens.values()][0]);
		host.change({ credentials: on.credentials({ accessToken: 'new-token' }) });
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(comparable(on.requests()[2]).body).toEqual({ id, secret: secretAt('new-token') });
		expect(await subscribed()).toEqual([OURS()]);
		expect(verifications()).toHaveLength(2);
	});

	it('in a copy of the whole database leaves the original alone, and names it', async () => {
		await host.activate();
		await idle();
		const { id } = only();
		const copy = await start();
		copy.staticData = structuredClone(host.staticData);
		expect(await copy.activate()).toBe(true);
		expect(await subscribed()).toEqual([OURS(), [copy.url, EVENTS, 'active']]);
		expect(new Set(copy.log)).toEqual(
			new Set([
				`Trigger: the webhook subscription ${id} of DevRev delivers to a copy of this workflow at ${new URL(host.url).origin}, and was left alone. If n8n was moved from there to here, delete it by hand at DevRev.`,
			]),
		);
		expect(await copy.deactivate()).toBe(true);
		copy.staticData = structuredClone(host.staticData);
		expect(await copy.deactivate()).toBe(true);
		await copy.stop();
		expect(await subscribed()).toEqual([OURS()]);
		expect(await host.activate()).toBe(false);
	});

	it.each(SPELLINGS)('takes %s for the same address', async (_, write) => {
		await host.activate();
		await idle();
		only().url = write(host.url);
		on.sandbox.clearRequests();
		expect(await host.activate()).toBe(false);
		expect(calls()).toEqual(['/webhooks.get', '/webhooks.list']);
		host.staticData = {};
		expect(await host.activate()).toBe(false);
		expect(await host.deactivate()).toBe(true);
		expect(all().size).toBe(0);
	});

	it('leaves one of several with our address', async () => {
		await host.activate();
		await idle();
		const first = only();
		const second = first.id.replace(/wh-.*/, 'wh-99');
		all().set(second, { ...first, id: second });
		expect(await host.activate()).toBe(true);
		expect(await subscribed()).toEqual([OURS()]);
		expect(only().id).toBe(first.id);
	});

	it('two workflows stand side by side', async () => {
		await host.activate();
		const other = await start({
			workflowId: 'workflow-2',
			webhookId: '5f3c9b1e-0000-4000-8000-000000000002',
		});
		await other.activate();
		await idle();
		const [one, two] = [...all().values()];
		expect(one.secret).not.toBe(two.secret);
		await host.deactivate();
		expect(await subscribed()).toEqual([[other.url, EVENTS, 'active']]);
		await other.deactivate();
		await other.stop();
		expect(await subscribed()).toEqual([]);
	});

	it('a test listens beside it, and cleans up', async () => {
		await host.activate();
		const { staticData } = host;
		host.change({ isTest: true });
		host.staticData = {};
		expect(await host.activate()).toBe(true);
		expect((await subscribed()).map(([, , status]) => status)).toEqual(['active', 'active']);
		await host.deactivate();
		host.change({ isTest: false });
		host.staticData = staticData;
		expect(await subscribed()).toEqual([OURS()]);
	});
});

describe('unpublishing', () => {
	it('leaves nothing behind', async () => {
		await host.activate();
		await host.deactivate();
		expect(await subscribed()).toEqual([]);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
	});

	it.each([
		['400 invalid_id', undefined],
		['404', { path: '/webhooks.get', status: 404, body: { type: 'not_found', message: 'No' } }],
	])('is done when it was deleted at the vendor (%s)', async (_, fault) => {
		await host.activate();
		all().clear();
		if (fault) on.sandbox.fault('devRev', fault);
		expect(await host.deactivate()).toBe(true);
		expect(host.staticData).toEqual({ 'node:Trigger': {} });
	});

	it('is done when it goes while it is being removed', async () => {
		await host.activate();
		const body = { type: 'invalid_id', message: 'Invalid ID', field_name: 'id' };
		on.sandbox.fault('devRev', { path: '/webhooks.delete', status: 400, body });
		expect(await host.deactivate()).toBe(true);
	});

	it('removes nothing but its own', async () => {
		await host.activate();
		await idle();
		const foreign = { ...only(), id: only().id.replace(/wh-.*/, 'wh-77'), url: `${host.url}/x` };
		all().set(foreign.id, foreign);
		await host.deactivate();
		expect([...all().keys()]).toEqual([foreign.id]);
	});

	it('asks nothing where nothing was registered', async () => {
		expect(await host.deactivate()).toBe(true);
		expect(on.requests()).toEqual([]);
	});

	it('never touches what a copied workflow remembers of the original', async () => {
		await host.activate();
		host.change({ webhookId: '5f3c9b1e-0000-4000-8000-000000000003', workflowId: 'copy' });
		await host.deactivate();
		expect(await subscribed()).toHaveLength(1);
	});

	it.each([
		[400, { type: 'bad_request', message: 'Not now' }],
		[403, { type: 'forbidden', message: 'Not now' }],
	])('never throws, and logs what is left (%s)', async (status, body) => {
		await host.activate();
		on.sandbox.fault('devRev', { path: '/webhooks.delete', status, body });
		expect(await host.deactivate()).toBe(false);
		expect(host.log).toEqual([
			expect.stringMatching(
				/^Trigger: the webhook subscription don:\S+ of DevRev could not be removed .* Delete it by hand at DevRev, .*DevRev refused 'Unpublish': Not now\. .*status 40[03]/,
			),
		]);
		expect(host.log.join()).not.toContain('sandbox-devrev-token');
		expect(await subscribed()).toEqual([OURS()]);
		await host.deactivate();
		expect(await subscribed()).toEqual([]);
	});
});

describe('a vendor that fails', () => {
	it('leaves no half-made webhook when the answer to the create is lost', async () => {
		on.sandbox.fault('devRev', { path: '/webhooks.create', drop: 'after' });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining("DevRev gave no whole answer to 'Publish'"),
		});
		expect(await subscribed()).toEqual([]);
		expect(await host.activate()).toBe(true);
		expect(await subscribed()).toEqual([OURS()]);
	});

	it.each([
		['/webhooks.list', 401, 'unauthenticated', 'paste a new token'],
		['/webhooks.list', 403, 'forbidden', 'lacks the right'],
		['/webhooks.create', 403, 'forbidden', 'lacks the right'],
		['/webhooks.create', 500, 'internal_error', 'may have done it or not'],
	])(
		'%s answers %s: says what to do, and shows neither token nor secret',
		async (path, status, type, advice) => {
			on.sandbox.fault('devRev', {
				path,
				status,
				body: { type, message: `Sorry sandbox-devrev-token` },
				times: Infinity,
			});
			const failure: unknown = await host.activate().catch((error: unknown) => error);
			// n8n shows the message alone when a publication has failed.
			expect(failure).toMatchObject({ message: expect.stringContaining(advice) });
			const shown = JSON.stringify(failure);
			expect(shown).toContain('Sorry');
			expect(shown).not.toContain('sandbox-devrev-token');
			expect(shown).not.toContain(secretAt());
			expect(await subscribed()).toEqual([]);
		},
	);

	it('says how long DevRev asks to wait', async () => {
		on.sandbox.fault('devRev', {
			path: '/webhooks.create',
			status: 429,
			headers: { 'retry-after': '60' },
			body: { type: 'too_many_requests', message: 'Too many requests', retry_after: 60 },
		});
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining("did not do 'Publish'"),
			description: expect.stringContaining('60'),
		});
		expect(await subscribed()).toEqual([]);
	});

	it('when a repair fails, the webhook stays and the next time does it', async () => {
		await host.activate();
		await idle();
		host.change({ parameters: parameters(['incident_deleted']) });
		on.sandbox.fault('devRev', {
			path: '/webhooks.update',
			status: 403,
			body: { type: 'forbidden', message: 'No' },
		});
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^DevRev refused 'Publish': No\. The token is valid but lacks/,
			),
		});
		expect(await subscribed()).toEqual([OURS()]);
		await host.activate();
		expect(await subscribed()).toEqual([[host.url, ['incident_deleted'], 'active']]);
	});

	it.each([
		['no events', { events: [] }, "'Events' is empty", 'Choose at least one event'],
		[
			'an age below nothing',
			{ options: { maximumAge: -1 } },
			"'Maximum Age (Minutes)' cannot be -1",
			'Use 0 or more',
		],
		[
			'a filter that is no ID',
			{
				filters: { ownerIds: { values: [{ ownerId: { __rl: true, mode: 'id', value: 'Anna' } }] } },
			},
			"'User' is not an ID",
			'DEVU-12',
		],
	])('refuses a form with %s before anything is sent', async (_, more, message, hint) => {
		host.change({ parameters: { ...parameters(), ...more } as INodeParameters });
		await expect(host.activate()).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining(hint),
		});
		expect(on.requests()).toHaveLength(0);
	});

	it('refuses a credential without a token before anything is sent', async () => {
		host.change({ credentials: on.credentials({ accessToken: ' ' }) });
		await expect(host.activate()).rejects.toMatchObject({
			message:
				"'Access Token' in the credential is empty. Open the credential and paste the whole Access Token again.",
		});
		expect(on.requests()).toHaveLength(0);
	});
});
