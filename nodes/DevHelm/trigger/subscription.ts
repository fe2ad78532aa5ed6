import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { PACKAGE } from '../../shared/ground/package';
import { asObject, asText } from '../../shared/ground/values';
import type { Subscriptions } from '../../shared/trigger/subscription';
import type { ApiRequest } from '../../shared/wire/request';
import { devHelm, paging, rowsOf } from '../api/profile';
import { EVENT_OPTIONS, readableSubject } from './events';
import { form } from './form';
import { settingsOf } from './settings';

const PATH = '/api/v1/webhooks';
/** docs/facts/devhelm.md#keeping-a-platform-webhook. */
const LONGEST_URL = 2048;

const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

/**
 * Platform event webhooks. They have no secret of their own: the organization's signs for all of them,
 * and it is never rotated from here, since that would break every other receiver. docs/facts/devhelm.md#the-secret-of-the-organization.
 */
export const subscriptions: Subscriptions = {
	vendor: devHelm,
	form,
	wanted: (parameters) => ({ subscribedEvents: [...parameters.options<string>('events')].sort() }),
	list: () => ({ method: 'GET', path: PATH }),
	paging,
	rows: rowsOf,
	get: (id) => ({ method: 'GET', path: pathOf(id) }),
	record: ({ body }) => {
		const data = asObject(asObject(body).data);
		return data.id === undefined ? undefined : data;
	},
	idOf: ({ id }) => String(id),
	urlOf: ({ url }) => asText(url) ?? '',
	create: (wanted, url) => ({
		method: 'POST',
		path: PATH,
		body: { url, description: `n8n workflow (${PACKAGE})`, ...wanted },
	}),
	repair,
	remove: (id) => ({ method: 'DELETE', path: pathOf(id) }),
	address: { isHttpsOnly: true, longest: LONGEST_URL },
	checkForm,
};

/** DevHelm switches a webhook off after failures, so it may have to be switched on. docs/facts/devhelm.md#keeping-a-platform-webhook. */
function repair({ id, subscribedEvents, enabled }: IDataObject, wanted: IDataObject): ApiRequest[] {
	const events = Array.isArray(subscribedEvents) ? [...subscribedEvents].sort() : [];
	const isSame = JSON.stringify(events) === JSON.stringify(wanted.subscribedEvents);
	if (enabled !== false && isSame) return [];
	return [{ method: 'PUT', path: pathOf(String(id)), body: { ...wanted, enabled: true } }];
}

/**
 * Events that could only be refused are not subscribed to: DevHelm switches a webhook off when its
 * deliveries fail, and then the good ones would be lost with them.
 */
function checkForm(parameters: Parameters, credential: IDataObject): void {
	const { events, secret, isUnsignedAccepted } = settingsOf(parameters, credential);
	if (secret !== undefined || isUnsignedAccepted) return;
	const unchecked = EVENT_OPTIONS.filter(
		({ value }) => events.includes(String(value)) && !readableSubject(String(value)),
	).map(({ name }) => `'${name}'`);
	if (!unchecked.length) return;
	parameters.refuse(
		'events',
		`has what cannot be checked without a signature: ${unchecked.join(', ')}`,
		"Enter the 'Webhook Signing Secret' in the DevHelm API credential, take these events out, or switch on 'Accept Unsigned' under 'Options'",
	);
}
