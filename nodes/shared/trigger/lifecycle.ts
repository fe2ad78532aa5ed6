import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { Fault, withHint } from '../ground/failures';
import { checkHost } from '../ground/host';
import { asText } from '../ground/values';
import { readList } from '../run/list';
import { Client } from '../wire/client';
import type { ApiRequest, RetryClass } from '../wire/request';
import { chosenVendor, isTestSystem } from '../wire/vendor';
import { addressOf, originOf, ownerOf } from './address';
import { deedOf, logWarning, setupError } from './failure';
import { formReader, valueOf } from './form';
import { checkReachable } from './reachable';
import type { Subscriptions } from './subscription';

/** n8n tries an activation five times itself, so that one try need not wait for long, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What is kept in the workflow between activation and deactivation. It is stored unencrypted. */
export interface Stored {
	subscriptionId?: string;
	/** Only where the vendor issues it. */
	secret?: string;
}

/** One call of n8n about a trigger's subscription. */
export interface Call {
	context: IHookFunctions;
	hooks: Subscriptions;
	client: Client;
	stored: Stored & IDataObject;
	/** Where the vendor is to deliver. */
	url: string;
}

/** A call that is about what the form asks for. */
interface Setup extends Call {
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
	return await during(context, hooks, async (call) => {
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
	return await during(context, hooks, async (call) => {
		let isKept = false;
		for (const own of await findOwn(call)) {
			if (!isKept && (await adopt(call, own))) isKept = true;
			else await remove(call, hooks.idOf(own));
		}
		if (!isKept) await create(call);
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
	task: (call: Setup) => Promise<Result>,
): Promise<Result> {
	checkHost(context.getNode());
	const vendor = chosenVendor(hooks.vendor, (name) => valueOf(context, name));
	const action = deedOf(context);
	const outcome = await prepare(context, hooks)
		.then(task)
		.then(
			(result) => ({ result }),
			(failure: unknown) => ({ failure }),
		);
	if ('result' in outcome) return outcome.result;
	throw setupError(context, outcome.failure, vendor, {
		action,
		properties: hooks.form,
		checkAfterUnknown: `When the trouble is over, '${action}' once more: what it has made is taken on or removed.`,
	});
}

/** @throws FormIssue when the credential cannot work */
export async function open(context: IHookFunctions, hooks: Subscriptions): Promise<Call> {
	const vendor = chosenVendor(hooks.vendor, (name) => valueOf(context, name));
	const client = await Client.open(context, vendor, { patienceMs: PATIENCE_MS });
	const url = context.getNodeWebhookUrl('default') ?? '';
	return { context, hooks, client, url, stored: context.getWorkflowStaticData('node') };
}

/** @throws FormIssue when the vendor could not deliver here, or not what the form asks for */
async function prepare(context: IHookFunctions, hooks: Subscriptions): Promise<Setup> {
	const call = await open(context, hooks);
	const { credential, connection, vendor } = call.client;
	const parameters = formReader(context, hooks.form);
	checkReachable(call.url, vendor.name, {
		...hooks.address,
		isPrivateFine: isPrivateFine(parameters),
		isTestSystem: isTestSystem(connection.baseUrl),
	});
	const wanted = hooks.wanted(parameters);
	hooks.checkForm?.(parameters, credential);
	return { ...call, wanted, secret: hooks.chosenSecret?.(credential, addressOf(call.url)) };
}

function isPrivateFine(parameters: Parameters): boolean {
	return parameters.group('options').boolean('allowPrivateAddress') ?? false;
}

/**
 * Our subscriptions: the one that is remembered, and those that deliver to our address (after a rename of the
 * node nothing is remembered). The remembered one first.
 */
async function findOwn(call: Setup): Promise<IDataObject[]> {
	const { hooks, url } = call;
	const remembered = await readRemembered(call);
	const listed = await list(call);
	const copies = listed.filter((one) => ownerOf(hooks.urlOf(one), url) === 'copy');
	for (const copy of copies) leave(call, copy);
	const others = ownAmong(call, listed).filter(
		(one) => !remembered || hooks.idOf(one) !== hooks.idOf(remembered),
	);
	return remembered ? [remembered, ...others] : others;
}

function ownAmong({ hooks, url }: Call, subscriptions: IDataObject[]): IDataObject[] {
	return subscriptions.filter((one) => ownerOf(hooks.urlOf(one), url) === 'ours');
}

/**
 * The subscription that is remembered, when it delivers to this trigger. A copied workflow remembers the
 * original's, and so does a copy of the whole database: that one is forgotten, and left alone.
 */
export async function readRemembered(call: Call): Promise<IDataObject | undefined> {
	const { hooks, stored, url } = call;
	if (stored.subscriptionId === undefined) return;
	const found = await ifThere(call, send(call, hooks.get(stored.subscriptionId), 'read'));
	const own = found && hooks.record(found);
	const owner = own && ownerOf(hooks.urlOf(own), url);
	if (owner === 'ours') return own;
	if (own && owner === 'copy') leave(call, own);
	forget(call);
	return;
}

/** Somebody else depends on it, or nobody does any more since n8n has moved: a person can tell. */
function leave({ context, hooks, client: { vendor } }: Call, copy: IDataObject): void {
	const text = `the webhook subscription ${hooks.idOf(copy)} of ${vendor.name} delivers to a copy of this workflow at ${originOf(hooks.urlOf(copy))}, and was left alone. If n8n was moved from there to here, delete it by hand at ${vendor.name}.`;
	logWarning(context, text);
}

async function list({ hooks, client, wanted }: Setup): Promise<IDataObject[]> {
	const { paging, rows } = hooks;
	const first = client.connection.finish(hooks.list(wanted));
	return await readList(client, { paging, rows, retry: 'read' }, first);
}

/** Takes a subscription on; false when it cannot serve and has to be made anew. */
async function adopt(call: Setup, own: IDataObject): Promise<boolean> {
	const { hooks, stored, wanted, secret } = call;
	const id = hooks.idOf(own);
	const isSecretLost = hooks.issuedSecret && (stored.subscriptionId !== id || !stored.secret);
	const repairs = isSecretLost ? undefined : hooks.repair(own, wanted, secret);
	if (!repairs) return false;
	for (const request of repairs) await send(call, request, 'idempotent');
	stored.subscriptionId = id;
	return true;
}

async function create(call: Setup): Promise<void> {
	const { hooks, stored, wanted, url, secret } = call;
	forget(call);
	const request = hooks.create(wanted, url, secret);
	const reply = await send(call, request, 'once').catch(async (failure: unknown) => {
		// Whatever goes wrong with tidying up, the user reads about the registration.
		const others = await list(call).catch(() => []);
		for (const one of ownAmong(call, others)) {
			await remove(call, hooks.idOf(one)).catch(() => undefined);
		}
		throw advised(call, failure, others);
	});
	const made = hooks.record(reply) ?? {};
	stored.subscriptionId = hooks.idOf(made);
	const issued = hooks.issuedSecret?.(made);
	if (issued !== undefined) stored.secret = issued;
}

/** The failure, with the vendor adapter's own advice where it has one. */
function advised({ hooks }: Call, failure: unknown, others: IDataObject[]): unknown {
	if (!(failure instanceof Fault)) return failure;
	return withHint(failure.details, hooks.advise?.(failure.details, others));
}

export async function remove(call: Call, id: string): Promise<void> {
	await ifThere(call, send(call, call.hooks.remove(id), 'idempotent'));
}

async function send(call: Call, request: ApiRequest, kind: RetryClass) {
	return await call.client.send(call.client.connection.finish(request), kind);
}

/** Undefined for what is not there (any more). */
async function ifThere<Reply>({ hooks }: Call, sent: Promise<Reply>): Promise<Reply | undefined> {
	return await sent.catch((failure: unknown) => {
		const isGone =
			failure instanceof Fault &&
			(failure.details.status === 404 || hooks.isGone?.(failure.details));
		if (!isGone) throw failure;
		return undefined;
	});
}

export function forget({ stored }: Call): void {
	delete stored.subscriptionId;
	delete stored.secret;
}
