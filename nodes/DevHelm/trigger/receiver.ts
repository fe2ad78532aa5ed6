import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { Parameters } from '../../shared/parameters';
import { itemOf } from '../../shared/trigger/item';
import { lookUp } from '../../shared/trigger/lookUp';
import type { Delivery, Receiver, Verdict } from '../../shared/trigger/receive';
import { asObject, asText } from '../../shared/values';
import { devHelm } from '../api';
import { filteredOut, notChosen } from './filters';
import { form } from './form';
import { lookBackFor } from './lookBack';
import { toTriggerRecord, writtenIn } from './record';
import { settingsOf, type Settings } from './settings';
import { checkSignature } from './signature';
import { camelCased } from './subject';

/**
 * How it is known that an event is genuine: which signed text matched, by what DevHelm answered about
 * it (and what it answered), or not at all.
 */
type Proof =
	| { signature: 'colon' | 'dot' | 'none' }
	| { signature: 'fetched'; fetched: IDataObject };

/** Decides about a delivery of the platform webhooks. Sheet devhelm, sections 11.3 and 11.4. */
export const receiver: Receiver = {
	form,
	judge: async (delivery, parameters, context) => {
		const settings = await readSettings(parameters, context);
		if (!settings) return refused(503, 'the form or the credential of the trigger cannot be read');
		const { secret, windowMs } = settings;
		if (secret === undefined) {
			return await judgeUnsigned(delivery, parameters, settings, context);
		}
		const check = checkSignature(delivery, secret, { now: Date.now(), windowMs });
		if ('why' in check) return refused(401, check.why);
		const why = notChosen(typeOf(delivery), settings);
		if (why) return { kind: 'ignore', why };
		return accepted(delivery, parameters, settings, { signature: check.variant });
	},
};

const refused = (status: 401 | 503, why: string): Verdict => ({ kind: 'refuse', status, why });

/** Undefined where something went wrong with them after the publication: the vendor may try again. */
async function readSettings(
	parameters: Parameters,
	context: IWebhookFunctions,
): Promise<Settings | undefined> {
	try {
		const credential = await context.getCredentials<IDataObject>(devHelm.credential.type);
		return settingsOf(parameters, credential);
	} catch {
		return;
	}
}

/** Without a secret the vendor is asked, and only what it answers itself reaches the workflow. */
async function judgeUnsigned(
	delivery: Delivery,
	parameters: Parameters,
	settings: Settings,
	context: IWebhookFunctions,
): Promise<Verdict> {
	const type = typeOf(delivery);
	// Before anything is asked: whoever knows the address must not use up the vendor's limit so easily.
	const why = notChosen(type, settings);
	if (why) return { kind: 'ignore', why };
	const lookBack = lookBackFor(type, asObject(delivery.body).data);
	if (!lookBack) {
		if (settings.isUnsignedAccepted) {
			return accepted(delivery, parameters, settings, { signature: 'none' });
		}
		return refused(
			401,
			"this event cannot be checked without the 'Webhook Signing Secret' in the credential",
		);
	}
	const fetched = await lookUp(context, devHelm, lookBack.request, lookBack.record);
	if (fetched === 'unknown') {
		return refused(503, 'DevHelm could not be asked whether this event is genuine: try again');
	}
	if (fetched === 'absent' || !lookBack.agrees(fetched)) {
		return refused(401, 'DevHelm does not know of this event');
	}
	return accepted(delivery, parameters, settings, { signature: 'fetched', fetched });
}

/** An event of unknown shape is passed on as it is: nothing that is genuine may be lost. */
function accepted(
	delivery: Delivery,
	parameters: Parameters,
	settings: Settings,
	proof: Proof,
): Verdict {
	const { headers } = delivery;
	const body = asObject(delivery.body);
	const type = typeOf(delivery);
	const isFetched = proof.signature === 'fetched';
	const data: unknown = isFetched ? proof.fetched : body.data;
	const why = filteredOut(type, data, settings);
	if (why) return { kind: 'ignore', why };
	// The event's ID stays the same on every repeat, the delivery's does not: sheet section 11.3.
	const deliveryId = asText(body.id) ?? headers['x-devhelm-delivery'];
	const happening = {
		record: toTriggerRecord(type, data),
		text: writtenIn(data),
		eventType: type,
		eventTime: asText(camelCased(body).createdAt),
		deliveryId,
		event: isFetched ? { ...body, data: proof.fetched } : body,
		more: { signature: proof.signature },
	};
	return { kind: 'accept', id: deliveryId, items: [itemOf(happening, parameters)] };
}

function typeOf({ headers, body }: Delivery): string | undefined {
	return asText(asObject(body).type) ?? asText(headers['x-devhelm-event']);
}
