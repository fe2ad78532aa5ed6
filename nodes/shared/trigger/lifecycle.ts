import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { explain } from '../explain';
import { Client } from '../http';
import { Fault } from '../issues';
import { readList } from '../list';
import type { ApiRequest, RetryClass } from '../operation';
import { nodeError } from '../outcome';
import type { Parameters } from '../parameters';
import { asText } from '../values';
import { chosenVendor } from '../vendor';
import { formReader, valueOf } from './form';
import type { Subscriptions } from './subscription';

/** n8n tries an activation five times itself, so that one try need not wait for long, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What is kept in the workflow between activation and deactivation. It is stored unencrypted. */
interface Stored {
	subscriptionId?: string;
	/** Only where the vendor issues it. */
	secret?: string;
}

/** One call of n8n about a trigger's subscription. */
interface Call {
	hooks: Subscriptions;
	client: Client;
	stored: Stored & IDataObject;
	/** Where the vendor is to deliver. */
	url: string;
	parameters: Parameters;
	wanted: IDataObject;
	/** The secret that we choose. */
	secret?: string;
}

/**
 * True when the vendor delivers to this trigger what its form asks for. A subscription that differs, or
 * that the vendor has switched off, is put right on the way.
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function isRegistered(
	context: IHookFunctions,
	hooks: Subscriptions,
): Promise<boolean> {
	return await during(context, hooks, 'Look for the webhook', async (call) => {
		checkSetup(call);
		const own = await findOwn(call);
		// More than one would deliver everything twice: registering anew leaves one.
		return own.length === 1 && (await adopt(call, own[0]));
	});
}

/**
 * Has the vendor deliver to this trigger, by exactly one subscription: n8n calls this again after a
 * failure, and what an earlier call left behind is taken on or removed.
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function register(context: IHookFunctions, hooks: Subscriptions): Promise<boolean> {
	return await during(context, hooks, 'Register the webhook', async (call) => {
		checkSetup(call);
		let isKept = false;
		for (const own of await findOwn(call)) {
			if (!isKept && (await adopt(call, own))) isKept = true;
			else await remove(call, hooks.idOf(own));
		}
		if (!isKept) await create(call);
		return true;
	});
}

/**
 * Ends the deliveries. What is gone already counts as done, and nothing that is not ours is touched.
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function unregister(context: IHookFunctions, hooks: Subscriptions): Promise<boolean> {
	return await during(context, hooks, 'Remove the webhook', async (call) => {
		for (const own of await findOwn(call)) await remove(call, hooks.idOf(own));
		forget(call);
		return true;
	});
}

/** The secret that was issued to this trigger; undefined when it is lost. */
export function storedSecret(context: Pick<IHookFunctions, 'getWorkflowStaticData'>) {
	return asText(context.getWorkflowStaticData('node').secret);
}

async function during<Result>(
	context: IHookFunctions,
	hooks: Subscriptions,
	action: string,
	task: (call: Call) => Promise<Result>,
): Promise<Result> {
	const vendor = chosenVendor(hooks.vendor, (name) => valueOf(context, name));
	const outcome = await open(context, hooks)
		.then(task)
		.then(
			(result) => ({ result }),
			(failure: unknown) => ({ failure }),
		);
	if ('result' in outcome) return outcome.result;
	const { failure } = outcome;
	const said = explain(failure, vendor, { action, properties: hooks.form });
	throw nodeError(context.getNode(), failure, said);
}

/** @throws FormIssue when the form or the credential cannot work */
async function open(context: IHookFunctions, hooks: Subscriptions): Promise<Call> {
	const vendor = chosenVendor(hooks.vendor, (name) => valueOf(context, name));
	const client = await Client.open(context, vendor, { patienceMs: PATIENCE_MS });
	const url = context.getNodeWebhookUrl('default') ?? '';
	const parameters = formReader(context, hooks.form);
	return {
		hooks,
		client,
		url,
		parameters,
		stored: context.getWorkflowStaticData('node'),
		wanted: hooks.wanted(parameters),
		secret: hooks.chosenSecret?.(client.credential, addressOf(url)),
	};
}

/** @throws FormIssue when the vendor could not deliver here, or not what the form asks for */
function checkSetup({ hooks, client: { credential }, url, parameters }: Call): void {
	hooks.checkAddress?.(url, credential);
	hooks.checkForm?.(parameters, credential);
}

/**
 * Our subscriptions: the one that is remembered, and those that deliver to exactly our address (after
 * a rename of the node nothing is remembered). The remembered one first.
 */
async function findOwn(call: Call): Promise<IDataObject[]> {
	const { hooks, stored, url } = call;
	const remembered = await readRemembered(call);
	const listed = (await list(call)).filter((one) => hooks.urlOf(one) === url);
	const others = listed.filter((one) => hooks.idOf(one) !== stored.subscriptionId);
	return remembered ? [remembered, ...others] : others;
}

/**
 * The subscription that is remembered. A copy of a workflow can remember the original's: the path of
 * its address tells, which is the node's own, while the host may have moved.
 */
async function readRemembered(call: Call): Promise<IDataObject | undefined> {
	const { hooks, stored, url } = call;
	if (stored.subscriptionId === undefined) return;
	const found = await ifThere(call, send(call, hooks.get(stored.subscriptionId), 'read'));
	const own = found && hooks.record(found);
	if (own && pathOf(hooks.urlOf(own)) === pathOf(url)) return own;
	forget(call);
	return;
}

async function list({ hooks, client, wanted }: Call): Promise<IDataObject[]> {
	const { paging, rows } = hooks;
	const first = client.connection.finish(hooks.list(wanted));
	return await readList(client, { paging, rows, retry: 'read' }, first);
}

/** Takes a subscription on; false when it cannot serve and has to be made anew. */
async function adopt(call: Call, own: IDataObject): Promise<boolean> {
	const { hooks, stored, wanted, url, secret } = call;
	const id = hooks.idOf(own);
	const isSecretLost = hooks.issuedSecret && (stored.subscriptionId !== id || !stored.secret);
	const repairs = isSecretLost ? undefined : hooks.repair(own, wanted, url, secret);
	if (!repairs) return false;
	for (const request of repairs) await send(call, request, 'idempotent');
	stored.subscriptionId = id;
	return true;
}

async function create(call: Call): Promise<void> {
	const { hooks, stored, wanted, url, secret } = call;
	forget(call);
	const sent = send(call, hooks.create(wanted, url, secret), 'once');
	const reply = await sent.catch(async (failure: unknown) => {
		// Whatever goes wrong with tidying up, the user reads about the registration.
		const others = await list(call).catch(() => []);
		for (const one of others.filter((other) => hooks.urlOf(other) === url)) {
			await remove(call, hooks.idOf(one)).catch(() => undefined);
		}
		return advised(call, failure, others) ?? (await sent);
	});
	const made = hooks.record(reply) ?? {};
	stored.subscriptionId = hooks.idOf(made);
	const issued = hooks.issuedSecret?.(made);
	if (issued !== undefined) stored.secret = issued;
}

/** @throws Fault with the vendor adapter's own advice */
function advised({ hooks }: Call, failure: unknown, others: IDataObject[]): undefined {
	if (!(failure instanceof Fault)) return;
	const { details } = failure;
	const hint = hooks.advise?.(details, others);
	if (hint) throw new Fault({ ...details, words: { ...details.words, hint } });
}

async function remove(call: Call, id: string): Promise<void> {
	await ifThere(call, send(call, call.hooks.remove(id), 'idempotent'));
}

async function send(call: Call, request: ApiRequest, kind: RetryClass) {
	return await call.client.send(call.client.connection.finish(request), kind);
}

/** Undefined for what is not there (any more). */
async function ifThere<Reply>({ hooks }: Call, sent: Promise<Reply>): Promise<Reply | undefined> {
	return await sent.catch(async (failure: unknown) => {
		if (!(failure instanceof Fault)) return await sent;
		const { details } = failure;
		const isGone = details.status === 404 || hooks.isGone?.(details);
		return isGone ? undefined : await sent;
	});
}

function forget({ stored }: Call): void {
	delete stored.subscriptionId;
	delete stored.secret;
}

/**
 * What is the trigger's own in its URL, the same in tests and after a move: `<webhook ID>/webhook`.
 * A secret that we choose is made with it.
 */
export function addressOf(url: string): string {
	return url.split('/').slice(-2).join('/');
}

function pathOf(url: string): string {
	return url.replace(/^https?:\/\/[^/]*/i, '');
}
