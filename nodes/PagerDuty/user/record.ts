import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { allNamedIn } from '../api/record';

/** What one looks at in a user. docs/facts/pagerduty.md#users. */
export function toUserRecord(user: IDataObject): IDataObject {
	return {
		provider: 'pagerduty',
		id: asText(user.id) ?? null,
		name: asText(user.name) ?? asText(user.summary) ?? null,
		email: asText(user.email) ?? null,
		role: asText(user.role) ?? null,
		jobTitle: asText(user.job_title) ?? null,
		description: asText(user.description) ?? null,
		timeZone: asText(user.time_zone) ?? null,
		teams: allNamedIn(user.teams),
		url: asText(user.html_url) ?? null,
	};
}

/** What hangs on a user does not say whose it is; the path does. */
function userIn({ path }: ApiRequest): string {
	const [, , id] = path.split('/').map(decodeURIComponent);
	return id;
}

/** `phone_contact_method` and its reference are a phone. */
const kindOf = (type: unknown) =>
	asText(type)?.replace(/_contact_method(?:_reference)?$/, '') ?? null;

const flagOf = (value: unknown) => (typeof value === 'boolean' ? value : null);

/** A way to reach a user. docs/facts/pagerduty.md#contact-methods. */
export function toContactRecord(method: IDataObject, request: ApiRequest): IDataObject {
	const address = asText(method.address);
	const code = asNumber(method.country_code);
	return {
		provider: 'pagerduty',
		id: asText(method.id) ?? null,
		userId: userIn(request),
		type: kindOf(method.type),
		label: asText(method.label) ?? null,
		address: address ?? null,
		countryCode: code ?? null,
		phoneNumber: address && code !== undefined ? `+${code}${address.replace(/\D/g, '')}` : null,
		isEnabled: flagOf(method.enabled),
		isBlocked: flagOf(method.blacklisted),
	};
}

/** When and how a user is notified. docs/facts/pagerduty.md#contact-methods. */
export function toRuleRecord(rule: IDataObject, request: ApiRequest): IDataObject {
	const method = asObject(rule.contact_method);
	return {
		provider: 'pagerduty',
		id: asText(rule.id) ?? null,
		userId: userIn(request),
		urgency: asText(rule.urgency) ?? null,
		delayMinutes: asNumber(rule.start_delay_in_minutes) ?? null,
		contactMethodId: asText(method.id) ?? null,
		contactMethodType: kindOf(method.type),
		contactMethod: asText(method.address) ?? asText(method.summary) ?? null,
	};
}
