import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { PACKAGE } from '../../shared/ground/package';
import { asObject, asText, compact } from '../../shared/ground/values';
import { originOf } from '../../shared/trigger/address';
import { chosenEvents } from '../../shared/trigger/events';
import type { Subscriptions } from '../../shared/trigger/subscription';
import { paging, recordOf, rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { form } from './form';
import { filtersOf } from './receiver';

const PATH = '/webhook_subscriptions';

/** Webhook subscriptions v3. docs/facts/pagerduty.md#webhook-subscriptions. */
export const subscriptions: Subscriptions = {
	vendor: pagerDutyWays,
	form,
	wanted,
	// A mistake in the filters is met when the workflow is published, and not with the first event.
	checkForm: (parameters) => void filtersOf(parameters),
	list: ({ filter }) => {
		const { type, id } = asObject(filter);
		return {
			method: 'GET',
			path: PATH,
			query: { filter_type: String(type).replace('_reference', ''), filter_id: asText(id) },
		};
	},
	paging,
	rows: rowsOf('webhook_subscriptions'),
	get: (id) => ({ method: 'GET', path: `${PATH}/${encodeURIComponent(id)}` }),
	record: (reply) => recordOf('webhook_subscription')(reply)?.[0],
	idOf: ({ id }) => String(id),
	urlOf: ({ delivery_method }) => asText(asObject(delivery_method).url) ?? '',
	create: (asked, url) => ({
		method: 'POST',
		path: PATH,
		body: {
			webhook_subscription: {
				type: 'webhook_subscription',
				active: true,
				description: `n8n workflow (${PACKAGE})`,
				...asked,
				delivery_method: { type: 'http_delivery_method', url },
			},
		},
	}),
	repair,
	remove: (id) => ({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}` }),
	issuedSecret: ({ delivery_method }) => asText(asObject(delivery_method).secret),
	advise: ({ words }, others) => {
		if (!/subscription limit/i.test(words.text ?? '')) return;
		const found = others.map((one) => {
			const { url } = asObject(one.delivery_method);
			return `${String(one.id)} (${asText(one.description) ?? 'no description'}, ${originOf(asText(url) ?? '')})`;
		});
		return `PagerDuty keeps 10 webhook subscriptions for each scope. Delete one that is not needed any more (Integrations > Generic Webhooks), or choose another 'Scope'. There are: ${found.join('; ')}.`;
	},
};

function wanted(parameters: Parameters): IDataObject {
	const events = [...chosenEvents(parameters)].sort();
	const scope = parameters.option<string>('scope') ?? 'account';
	const id =
		scope === 'service'
			? parameters.id('serviceId')
			: scope === 'team'
				? parameters.id('teamId')
				: undefined;
	return { events, filter: compact({ type: `${scope}_reference`, id }) };
}

/** What is switched off for a day has an endpoint of its own. */
function repair(
	subscription: IDataObject,
	asked: IDataObject,
): ReturnType<Subscriptions['repair']> {
	const { delivery_method, active, events, filter, id } = subscription;
	const { temporarily_disabled } = asObject(delivery_method);
	const path = `${PATH}/${encodeURIComponent(String(id))}`;
	const { type, id: about } = asObject(filter);
	const now = {
		events: Array.isArray(events) ? [...events].sort() : [],
		filter: compact({ type, id: about }),
	};
	const isRight = active !== false && JSON.stringify(now) === JSON.stringify(asked);
	return [
		...(isRight
			? []
			: [
					{
						method: 'PUT' as const,
						path,
						body: { webhook_subscription: { ...asked, active: true } },
					},
				]),
		...(temporarily_disabled === true ? [{ method: 'POST' as const, path: `${path}/enable` }] : []),
	];
}
