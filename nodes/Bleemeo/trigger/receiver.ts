import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { isObject } from '../../shared/ground/values';
import { itemOf } from '../../shared/trigger/item';
import type { Receiver, Verdict } from '../../shared/trigger/receive';
import { deliveryIdOf, happeningOf } from '../api/happening';
import { eventFilter } from '../form/eventFilters';
import { form } from './form';
import { isGenuine, readToken } from './token';

/** Decides about a delivery: one event object, not wrapped. docs/facts/bleemeo.md#webhooks. */
export const receiver: Receiver = {
	form,
	judge: (delivery, parameters) => {
		const token = attempt(() => readToken(parameters));
		if (token === undefined) {
			return refused("the trigger has no usable 'Webhook Token': open it and publish it again");
		}
		if (!isGenuine(delivery, token)) return refused('the token is missing or wrong');
		const { body, raw } = delivery;
		if (!isObject(body)) return { kind: 'ignore', why: 'the body is no event' };
		const why = unwanted(body, parameters);
		if (why) return { kind: 'ignore', why };
		const id = deliveryIdOf(body, raw);
		return { kind: 'accept', id, items: [itemOf(happeningOf(body, id), parameters)] };
	},
};

const refused = (why: string): Verdict => ({ kind: 'refuse', status: 401, why });

/**
 * Why a genuine event does not start the workflow. Filters are checked when the workflow is published;
 * an expression in them that gives nonsense by now must not cost an event.
 */
function unwanted(event: IDataObject, parameters: Parameters): string | undefined {
	return attempt(() => eventFilter(parameters))?.(event);
}

/** Undefined where the form cannot be read: an answer of 500 would help nobody. */
function attempt<Result>(read: () => Result): Result | undefined {
	try {
		return read();
	} catch {
		return;
	}
}
