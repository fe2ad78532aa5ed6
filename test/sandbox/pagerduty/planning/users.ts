import { queryList, queryValue } from '../../core/request';
import { get } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject, Query } from '../../core/types';
import type { PagerDutyContext } from '../auth';
import { invalidInput, notFound } from '../errors';
import { idOf } from '../named';
import { expand, links } from '../references';
import type { PagerDutyStore, User } from '../types';

const includable = ['contact_methods', 'notification_rules', 'teams', 'subdomains'];
const ofOne = [...includable, 'calendar_urls'];

/** How a user can be reached. */
export function contactMethods(user: User): JsonObject[] {
	const method = (type: string, more: JsonObject) => {
		const id = idOf(type, user.name);
		const { self } = links('user', user.id);
		const summary = String(more.label);
		return { id, type, summary, self: `${self}/contact_methods/${id}`, html_url: null, ...more };
	};
	const phone = { address: '15112345678', country_code: 49, blacklisted: false };
	return [
		method('email_contact_method', {
			...{ label: 'Default', address: user.email, send_short_email: false },
		}),
		method('phone_contact_method', { label: 'Mobile', ...phone, enabled: true }),
		method('sms_contact_method', { label: 'Mobile', ...phone, blacklisted: true, enabled: false }),
		method('push_notification_contact_method', {
			...{ label: 'Phone', address: 'f81d4fae', device_type: 'ios', sounds: [] },
			...{ created_at: '2026-01-01T10:00:00Z', blacklisted: false },
		}),
	];
}

function notificationRules(user: User, isWhole: boolean): JsonObject[] {
	const [email, phone, , push] = contactMethods(user);
	const rule = (urgency: string, start_delay_in_minutes: number, method: JsonObject) => {
		const id = idOf('rule', `${user.name} ${urgency} ${start_delay_in_minutes}`);
		const { self } = links('user', user.id);
		return {
			id,
			type: 'assignment_notification_rule',
			summary: `${start_delay_in_minutes} minutes: channel ${String(method.id)}`,
			self: `${self}/notification_rules/${id}`,
			html_url: null,
			start_delay_in_minutes,
			contact_method: isWhole ? method : referToMethod(method),
			urgency,
		};
	};
	return [rule('high', 0, push), rule('high', 5, phone), rule('low', 0, email)];
}

const referToMethod = ({ id, type, summary, self }: JsonObject): JsonObject => {
	return { id, type: `${String(type)}_reference`, summary, self, html_url: null };
};

/** A user as it is answered. */
export function shownUser(
	store: PagerDutyStore,
	user: User,
	query: Query,
	known = includable,
): JsonObject {
	const includes = queryList(query, 'include[]');
	if (includes.some((one) => !known.includes(one))) throw invalidInput('Unknown include.');
	const has = (name: string) => includes.includes(name);
	return {
		...user,
		teams: has('teams') ? user.teams.map((team) => expand(store, team)) : user.teams,
		...(has('contact_methods') ? { contact_methods: contactMethods(user) } : {}),
		...(has('notification_rules') ? { notification_rules: notificationRules(user, false) } : {}),
		...(has('calendar_urls')
			? { http_cal_url: `https://alpenrad.pagerduty.example/private/${user.id}/feed` }
			: {}),
	};
}

function findUser(store: PagerDutyStore, id: string): User {
	const user = store.users.get(id);
	if (!user) throw notFound();
	return user;
}

/** One user, and how they are notified. */
export const userRoutes: Array<Route<PagerDutyContext>> = [
	get('/users/me', ({ store, caller: { user } }, { query }) => {
		if (user) return { status: 200, body: { user: shownUser(store, user, query, ofOne) } };
		const error = 'This path has no answer for an account-level access token.';
		return { status: 400, body: { error } };
	}),
	get('/users/{id}', ({ store }, { query }, { id }) => {
		const user = shownUser(store, findUser(store, id), query, ofOne);
		return { status: 200, body: { user } };
	}),
	get('/users/{id}/contact_methods', ({ store }, _request, { id }) => {
		return { status: 200, body: { contact_methods: contactMethods(findUser(store, id)) } };
	}),
	get('/users/{id}/notification_rules', ({ store }, { query }, { id }) => {
		const includes = queryList(query, 'include[]');
		if (includes.some((one) => one !== 'contact_methods')) throw invalidInput('Unknown include.');
		const urgency = queryValue(query, 'urgency') ?? 'high';
		if (!['high', 'low', 'all'].includes(urgency)) throw invalidInput('Urgency is invalid');
		const rules = notificationRules(findUser(store, id), includes.length > 0);
		const notification_rules = rules.filter((one) => urgency === 'all' || one.urgency === urgency);
		return { status: 200, body: { notification_rules } };
	}),
];
