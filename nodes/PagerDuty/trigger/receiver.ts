import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asObject, asText, isObject } from '../../shared/ground/values';
import { itemOf } from '../../shared/trigger/item';
import { storedSecret } from '../../shared/trigger/lifecycle';
import type { Delivery, Receiver, Verdict } from '../../shared/trigger/receive';
import { fingerprint, isSigned } from '../../shared/trigger/signature';
import { isKnownEvent } from './events';
import { factsOf } from './facts';
import { form } from './form';
import { serviceIn, toTriggerRecord } from './record';

/** Decides about a delivery of webhooks v3. docs/facts/pagerduty.md#webhook-bodies. */
export const receiver: Receiver = {
	form,
	judge: (delivery, parameters, context) => {
		const secret = storedSecret(context);
		if (!secret) return refused('the signing secret is lost: publish the workflow again');
		if (!isGenuine(delivery, secret)) return refused('the signature is not right');
		const event = asObject(asObject(delivery.body).event);
		const type = asText(event.event_type);
		if (type === 'pagey.ping') return { kind: 'ignore', why: 'a ping' };
		const why = type === undefined ? undefined : unwanted(type, event, parameters);
		if (why) return { kind: 'ignore', why };
		return accepted(delivery, event, parameters);
	},
};

const refused = (why: string): Verdict => ({ kind: 'refuse', status: 401, why });

/** `v1=<hex>`, several with commas between them while the secret changes. docs/facts/pagerduty.md#webhook-signatures. */
export function isGenuine({ headers, raw }: Pick<Delivery, 'headers' | 'raw'>, secret: string) {
	const given = (headers['x-pagerduty-signature'] ?? '')
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one.startsWith('v1='))
		.map((one) => one.slice('v1='.length));
	return isSigned({ key: secret, parts: [raw], encoding: 'hex' }, given);
}

/** Why a genuine event does not start the workflow; undefined when it does. */
function unwanted(type: string, event: IDataObject, parameters: Parameters): string | undefined {
	const events = parameters.options<string>('events');
	if (isKnownEvent(type) && !events.includes(type)) return `'${type}' is not chosen`;
	const filters = filtersOf(parameters);
	const actor = asText(asObject(event.agent).id);
	if (actor && filters.ignored.includes(actor)) return 'its actor is ignored';
	const data = asObject(event.data);
	const tests: Array<[string, string[], unknown]> = [
		['urgency', filters.urgencies, data.urgency],
		['priority', filters.priorities, priorityIn(data, filters.priorities)],
		['service', filters.services, serviceIn(data).id],
	];
	const failing = tests.find(([name, allowed, value]) => {
		// An incident without a priority has none of the chosen ones; a note does not say.
		const isSaid = value !== undefined || (name === 'priority' && data.priority === null);
		return allowed.length > 0 && isSaid && !allowed.includes(String(value));
	});
	return failing && `its ${failing[0]} is filtered out`;
}

/**
 * What the form filters by.
 * @throws FormIssue on bad input
 */
export function filtersOf(parameters: Parameters) {
	const filters = parameters.group('filters');
	return {
		ignored: filters.ids('ignoredActorIds'),
		urgencies: filters.options<string>('urgencies'),
		priorities: filters.options<string>('priorityIds'),
		services: filters.ids('serviceIds'),
	};
}

/** The priority's ID, or its name where somebody has chosen it by that, in any case of letters. */
function priorityIn({ priority }: IDataObject, chosen: string[]): unknown {
	const { id, summary } = asObject(priority);
	const name = asText(summary)?.toLowerCase();
	return chosen.find((one) => one.toLowerCase() === name) ?? id;
}

/** An event of unknown shape is passed on as it is: nothing that is genuine may be lost. */
function accepted({ raw, body }: Delivery, event: IDataObject, parameters: Parameters): Verdict {
	// Not the ID in the header, which nobody has signed.
	const deliveryId = asText(event.id) ?? fingerprint(raw);
	const data = asObject(event.data);
	const happening = {
		record: toTriggerRecord(event),
		facts: factsOf(event),
		text: asText(data.content) ?? asText(data.message),
		eventType: asText(event.event_type),
		eventTime: asText(event.occurred_at),
		deliveryId,
		event: isObject(body) ? (isObject(body.event) ? body.event : body) : {},
	};
	return { kind: 'accept', id: deliveryId, items: [itemOf(happening, parameters)] };
}
