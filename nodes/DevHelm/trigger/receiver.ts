import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asObject } from '../../shared/ground/values';
import { tooLong, type Delivery, type Receiver, type Verdict } from '../../shared/trigger/receive';
import { fingerprint } from '../../shared/trigger/signature';
import { devHelm } from '../api/profile';
import { filteredOut, notChosen } from './filters';
import { form } from './form';
import { dataOf, deliveryIdOf, toItem, typeOf, type Proof } from './item';
import { lookBackFor, readBack, type Fetched } from './lookBack';
import { secretOf, settingsOf, type Settings } from './settings';
import { checkSignature } from './signature';

/** An unsigned event is read for its ID only, and everybody can send one; in bytes. */
const MOST_UNSIGNED_BYTES = 128_000;

/** Decides about a delivery of the platform webhooks. docs/facts/devhelm.md#body-of-a-delivery and docs/facts/devhelm.md#signature-of-a-platform-webhook. */
export const receiver: Receiver = {
	form,
	judge: async (delivery, parameters, context) => {
		const credential = await credentialOf(context);
		if (!credential) return UNREADABLE;
		const secret = secretOf(credential);
		const unfit = secret === undefined ? sizeOf(delivery) : forged(delivery, secret);
		if (unfit) return unfit;
		// The form only now: n8n copies the body for an expression in it.
		const settings = settingsOrNone(parameters, credential);
		if (!settings) return UNREADABLE;
		const proof = await proofFor(delivery, settings, context);
		if ('kind' in proof) return proof;
		const why = filteredOut(typeOf(delivery), dataOf(delivery, proof), settings);
		if (why) return { kind: 'ignore', why };
		// An event of unknown shape is passed on as it is: nothing that is genuine may be lost.
		const item = toItem(delivery, proof, parameters, settings);
		return { kind: 'accept', id: deliveryIdOf(delivery), items: [item] };
	},
};

const refused = (status: 400 | 401 | 503, why: string): Verdict => ({
	kind: 'refuse',
	status,
	why,
});

/** Something went wrong with them after the publication: the vendor may try again. */
const UNREADABLE = refused(503, 'the form or the credential of the trigger cannot be read');

async function credentialOf(context: IWebhookFunctions): Promise<IDataObject | undefined> {
	try {
		return await context.getCredentials<IDataObject>(devHelm.credential.type);
	} catch {
		return;
	}
}

function settingsOrNone(parameters: Parameters, credential: IDataObject): Settings | undefined {
	try {
		return settingsOf(parameters, credential);
	} catch {
		return;
	}
}

function sizeOf({ raw }: Delivery): Verdict | undefined {
	return raw.length > MOST_UNSIGNED_BYTES ? tooLong(MOST_UNSIGNED_BYTES) : undefined;
}

/** Its age is looked at later, for the form says what it may be. */
function forged(delivery: Delivery, secret: string): Verdict | undefined {
	const check = checkSignature(delivery, secret, { now: 0, maximumAgeMs: Infinity });
	return 'why' in check ? refused(401, check.why) : undefined;
}

async function proofFor(
	delivery: Delivery,
	settings: Settings,
	context: IWebhookFunctions,
): Promise<Proof | Verdict> {
	const { secret, maximumAgeMs } = settings;
	if (secret === undefined) return await confirmed(delivery, settings, context);
	const check = checkSignature(delivery, secret, { now: Date.now(), maximumAgeMs });
	if ('why' in check) return refused(401, check.why);
	const why = notChosen(typeOf(delivery), settings);
	if (why) return { kind: 'ignore', why };
	const fetched = settings.isFetching ? await fetchIncident(delivery, context) : undefined;
	return { signature: check.variant, fetched };
}

/** Without a secret the vendor is asked, and only what it answers itself reaches the workflow. */
async function confirmed(
	delivery: Delivery,
	settings: Settings,
	context: IWebhookFunctions,
): Promise<Proof | Verdict> {
	if (delivery.body === undefined) return refused(400, 'the body is no JSON object');
	const type = typeOf(delivery);
	// Before anything is asked: whoever knows the address must not use up the vendor's limit so easily.
	const why = notChosen(type, settings);
	if (why) return { kind: 'ignore', why };
	const lookBack = lookBackFor(type, asObject(delivery.body).data);
	if (!lookBack) {
		return settings.isUnsignedAccepted
			? { signature: 'none' }
			: refused(
					401,
					"this event cannot be checked without the 'Webhook Signing Secret' in the credential",
				);
	}
	const fetched = await readBack(context, lookBack, fingerprint(delivery.raw));
	if (fetched.record && lookBack.agrees(fetched.record)) return { signature: 'fetched', fetched };
	return fetched.record || fetched.status === 404
		? refused(401, 'DevHelm does not know of this event')
		: refused(503, 'DevHelm could not be asked whether this event is genuine: try again');
}

/** For what is signed the answer is an addition: the event is passed on without it, too. */
async function fetchIncident(
	delivery: Delivery,
	context: IWebhookFunctions,
): Promise<Fetched | undefined> {
	const type = typeOf(delivery);
	const isIncident = type?.startsWith('incident.') ?? false;
	const lookBack = isIncident && lookBackFor(type, asObject(delivery.body).data);
	return lookBack ? await readBack(context, lookBack) : undefined;
}
