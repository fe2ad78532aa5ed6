import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';
import type { Subscriptions } from '../../shared/trigger/subscription';
import { unpaged } from '../../shared/wire/paging';
import type { ApiRequest } from '../../shared/wire/request';
import { devRev, read, recordOf, rowsOf } from '../api/profile';
import { vendorEvent } from './events';
import { form } from './form';
import { secretFor } from './secret';
import { settingsOf } from './settings';

/** Webhooks of DevRev. docs/facts/devrev.md#keeping-a-webhook. */
export const subscriptions: Subscriptions = {
	vendor: devRev,
	form,
	wanted,
	list: () => read('/webhooks.list'),
	// A page size would be refused. docs/facts/devrev.md#pages-of-a-list.
	paging: unpaged,
	rows: rowsOf('webhooks'),
	get: (id) => read('/webhooks.get', { id }),
	record: (reply) => recordOf('webhook')(reply)?.[0],
	idOf: ({ id }) => String(id),
	urlOf: ({ url }) => asText(url) ?? '',
	create: (asked, url, secret) => write('create', { url, ...asked, secret }),
	repair,
	remove: (id) => write('delete', { id }),
	chosenSecret: secretFor,
	isGone: ({ status, words }) => status === 400 && words.code === 'invalid_id',
};

function write(verb: string, body: IDataObject): ApiRequest {
	return { method: 'POST', path: `/webhooks.${verb}`, body };
}

/** The events are DevRev's: those that the node derives come with the updates. */
function wanted(parameters: Parameters): IDataObject {
	const { events } = settingsOf(parameters);
	return { event_types: [...new Set(events.map(vendorEvent))].sort() };
}

/**
 * A webhook that nobody has verified is made anew, whatever its age: DevRev then sends the challenge at
 * once, while an old one may have used up its attempts. It delivers nothing meanwhile, so nothing is lost.
 * Another secret makes DevRev send the challenge again, too.
 */
function repair(
	subscription: IDataObject,
	asked: IDataObject,
	secret: string | undefined,
): ApiRequest[] | undefined {
	const { id, status, event_types: events } = subscription;
	if (status === 'unverified') return;
	const present = Array.isArray(events) ? [...events].sort() : [];
	const isSame = JSON.stringify(present) === JSON.stringify(asked.event_types);
	const change: IDataObject = {
		...(isSame ? {} : { event_types: { set: asked.event_types } }),
		...(isSameSecret(subscription.secret, secret) ? {} : { secret }),
	};
	return [
		...(Object.keys(change).length ? [write('update', { id, ...change })] : []),
		...(status === 'inactive' ? [write('update', { id, action: 'activate' })] : []),
	];
}

/** As bytes: base64 can be written in several ways, and to set it again would mean another challenge. */
function isSameSecret(one: unknown, other: unknown): boolean {
	const [a, b] = [one, other].map((secret) => Buffer.from(asText(secret) ?? '', 'base64'));
	return a.equals(b);
}
