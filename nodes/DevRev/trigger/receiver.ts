import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';
import { readWithin } from '../../shared/trigger/readWithin';
import type { Receiver, Verdict } from '../../shared/trigger/receive';
import { fingerprint } from '../../shared/trigger/signature';
import { devRev, read, recordOf } from '../api/profile';
import { readEvent, type DevRevEvent } from './event';
import { form } from './form';
import { toItem, type Fetched } from './item';
import { secretFor, variantOf } from './secret';
import { settingsOf, type Settings } from './settings';
import { incidentFilteredOut, unwanted } from './wanted';

/** DevRev waits for 3 seconds (docs/facts/devrev.md#delivery-and-repeats), and n8n needs some of them. */
const FETCH_MS = 2_000;

/** Decides about a delivery. docs/facts/devrev.md#body-of-a-delivery and docs/facts/devrev.md#verify-handshake and docs/facts/devrev.md#signature-of-a-delivery. */
export const receiver: Receiver = {
	form,
	judge: async (delivery, parameters, context) => {
		const secret = await secretOf(context, delivery.address);
		if (secret === undefined) {
			return refused(503, 'the DevRev API credential cannot be read: choose one in the node');
		}
		const signature = variantOf(delivery, secret);
		if (!signature) {
			return refused(
				401,
				'the signature is not right: publish the workflow again if the token in the DevRev API credential was changed',
			);
		}
		const body = asObject(delivery.body);
		if (body.type === 'verify') return challengeOf(body);
		const settings = settingsOf(parameters);
		const event = readEvent(body);
		event.id ??= fingerprint(delivery.raw);
		const late = lateness(event, settings);
		if (late) return refused(401, late);
		const why = unwanted(event, settings);
		if (why) return ignored(why);
		const fetched = settings.isFetching ? await fetchIncident(context, event) : undefined;
		// A comment does not say what its incident is like: here it is known after all.
		const isOut =
			!event.incident && fetched?.incident && incidentFilteredOut(fetched.incident, settings);
		if (isOut) return ignored(isOut);
		const item = toItem(event, { signature, body, fetched }, parameters);
		return { kind: 'accept', id: event.id, items: [item] };
	},
};

const ignored = (why: string): Verdict => ({ kind: 'ignore', why });

const refused = (status: 400 | 401 | 503, why: string): Verdict => ({
	kind: 'refuse',
	status,
	why,
});

/** Undefined when there is no credential, or no token in it: then nothing can be checked. */
async function secretOf(context: IWebhookFunctions, address: string) {
	try {
		const { type } = devRev.credential;
		return secretFor(await context.getCredentials<IDataObject>(type), address);
	} catch {
		return;
	}
}

/**
 * The handshake: the text goes back untouched. Documented below `verify`, while DevRev's own example
 * reads it from the top. Its age does not matter: answering an old one again tells nobody anything.
 */
function challengeOf({ verify, challenge }: IDataObject): Verdict {
	const text = asObject(verify).challenge ?? challenge;
	if (typeof text !== 'string') return refused(400, 'the challenge is missing');
	return { kind: 'reply', body: { challenge: text } };
}

/**
 * Whoever has caught a delivery could send it again. The time stands in the signed text, so that it
 * cannot be taken out: an event that never had one passes.
 */
function lateness({ time }: DevRevEvent, { maximumAgeMs }: Settings): string | undefined {
	const isReadable = time !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(time);
	const off = Math.abs(Date.now() - Date.parse(isReadable ? time : ''));
	if (Number.isNaN(off) || off <= maximumAgeMs) return;
	return `its time is ${Math.round(off / 60_000)} minutes off: check the clock of this machine, or raise 'Maximum Age (Minutes)'`;
}

/** The event is passed on without it when DevRev is slow or refuses. */
async function fetchIncident(
	context: IWebhookFunctions,
	{ type, incidentId }: DevRevEvent,
): Promise<Fetched> {
	if (type === 'incident_deleted') return { failure: 'The incident is deleted' };
	if (incidentId === undefined) return { failure: 'The event names no incident' };
	const { reply, failure } = await readWithin(context, {
		vendor: devRev,
		action: 'Fetch the incident',
		request: read('/incidents.get', { id: incidentId }),
		isWhole: (answer) => asText(recordOf('incident')(answer)?.[0]?.id) !== undefined,
		milliseconds: FETCH_MS,
	});
	return reply ? { incident: recordOf('incident')(reply)?.[0] } : { failure };
}
