import { uuidOf, wholeSeconds } from '../core/ids';
import { queryValue } from '../core/request';
import { get, post } from '../core/router';
import type { Route } from '../core/router';
import {
	check,
	dateTime,
	flag,
	formatted,
	nullable,
	object,
	required,
	uuid,
	whole,
} from '../core/shape';
import type { Members, Problem, Shape } from '../core/shape';
import { isObject } from '../core/values';
import type { JsonObject, Query, Reply, SandboxRequest } from '../core/types';
import { invalid, notFound, refuse, ruleBroken } from './errors';
import type { FieldErrors } from './errors';
import { checkUuid, equals, listPage, selectFields } from './listing';
import type { BleemeoContext, BleemeoStore, Event } from './types';

export const eventRoutes: Array<Route<BleemeoContext>> = [
	post('/v1/event/', createEvent),
	get('/v1/event/', listEvents),
	get('/v1/event/{id}/', ({ store, accountId }, request, { id }) => {
		const event = store.events.get(id.toLowerCase());
		if (event?.account !== accountId) throw notFound();
		return { status: 200, body: selectFields(event, request.query) };
	}),
];

const statuses = [0, 1, 2, 3, 10];
const time: Shape = formatted(dateTime);
const id: Shape = formatted(uuid);

const members: Members = {
	agent: nullable(id),
	metric: nullable(id),
	status: required(whole),
	title: required({ kind: 'string', min: 1 }),
	text: { kind: 'string' },
	happened_at: time,
	status_changed_at: nullable(time),
	previous_status_changed_at: nullable(time),
	number_status_change_last_hour: { kind: 'number', isWhole: true, min: 0 },
	has_been_notified: flag,
	repeatable: flag,
	thread_id: nullable(id),
};

const eventShape = object(members);

/** A field's complaint in the manner of the framework. */
function complaint({ reason, value, shape, actual }: Problem): string {
	if (reason === 'missing') return 'This field is required.';
	if (actual === 'null') return 'This field may not be null.';
	if (shape?.kind === 'boolean') return 'Must be a valid boolean.';
	if (shape?.kind === 'number') return 'A valid integer is required.';
	if (shape?.kind === 'string' && shape.format?.name === 'uuid') return 'Must be a valid UUID.';
	if (shape?.kind === 'string' && shape.format) return 'Datetime has wrong format.';
	return value === '' ? 'This field may not be blank.' : 'Not a valid string.';
}

function readEvent(context: BleemeoContext, request: SandboxRequest): JsonObject {
	const { content } = request;
	if (content.kind === 'form' || content.kind === 'other') {
		throw refuse(415, 'Unsupported media type in request.');
	}
	if (content.kind === 'invalid') throw refuse(400, 'JSON parse error');
	const body = content.kind === 'json' ? content.value : {};
	if (!isObject(body)) throw invalid({ non_field_errors: ['Invalid data. Expected an object.'] });
	// Read-only and unknown fields are skipped.
	const known = Object.fromEntries(Object.entries(body).filter(([name]) => name in members));
	const errors: FieldErrors = {};
	for (const problem of check(known, eventShape)) {
		errors[String(problem.path[0])] = [complaint(problem)];
	}
	if (typeof known.status === 'number' && !errors.status && !statuses.includes(known.status)) {
		errors.status = [`"${known.status}" is not a valid choice.`];
	}
	checkRelation(context, known, 'agent', context.store.agents, errors);
	checkRelation(context, known, 'metric', context.store.metrics, errors);
	if (Object.keys(errors).length > 0) throw invalid(errors);
	const metric = context.store.metrics.get(lower(known.metric));
	if (metric && known.agent && metric.agent !== lower(known.agent)) {
		throw invalid({ non_field_errors: ['The metric does not belong to the agent.'] });
	}
	return known;
}

function lower(value: unknown): string {
	return typeof value === 'string' ? value.toLowerCase() : '';
}

function checkRelation(
	{ accountId }: BleemeoContext,
	body: JsonObject,
	name: string,
	records: Map<string, { account: string }>,
	errors: FieldErrors,
): void {
	const value = body[name];
	if (errors[name] || typeof value !== 'string') return;
	if (records.get(lower(value))?.account === accountId) return;
	errors[name] = [`Invalid pk "${value}" - object does not exist.`];
}

function createEvent(context: BleemeoContext, request: SandboxRequest): Reply {
	const { store, user, accountId } = context;
	if (!user.isManager) throw refuse(403, 'You do not have permission to perform this action.');
	const wanted = readEvent(context, request);
	const mine = store.eventQuota === null ? 0 : eventsOf(store, accountId).length;
	if (store.eventQuota !== null && mine >= store.eventQuota) {
		throw ruleBroken('The plan of the account allows no more events.');
	}
	const event = addEvent(store, accountId, wanted);
	return { status: 201, body: selectFields(event, request.query) };
}

/** Microseconds, as the vendor has them; distinct for events of one millisecond. */
function microseconds(at: number, number: number): string {
	const tail = String(number % 1000).padStart(3, '0');
	return new Date(at).toISOString().replace('Z', `${tail}Z`);
}

/** Times come back in UTC, with microseconds or whole seconds, however they were sent. */
function inUtc(text: string | null): string | null {
	if (text === null) return null;
	const fraction = /\.(\d+)/.exec(text)?.[1].padEnd(6, '0').slice(0, 6) ?? '000000';
	const seconds = wholeSeconds(Date.parse(text));
	return fraction === '000000' ? seconds : seconds.replace('Z', `.${fraction}Z`);
}

export function addEvent(
	store: BleemeoStore,
	account: string,
	wanted: JsonObject,
	at = store.clock.now(),
): Event {
	const number = store.nextEvent;
	store.nextEvent += 1;
	const created_at = microseconds(at, number);
	const event: Event = {
		id: uuidOf(`event ${number}`),
		account,
		agent: null,
		metric: null,
		status: 0,
		title: '',
		text: '',
		happened_at: created_at,
		status_changed_at: null,
		previous_status_changed_at: null,
		number_status_change_last_hour: 0,
		has_been_notified: false,
		repeatable: false,
		thread_id: null,
		...wanted,
		created_at,
		modified_at: created_at,
		created_by: null,
		modified_by: null,
	};
	for (const name of ['agent', 'metric', 'thread_id'] as const) {
		event[name] = event[name]?.toLowerCase() ?? null;
	}
	event.happened_at = inUtc(event.happened_at) ?? created_at;
	event.status_changed_at = inUtc(event.status_changed_at);
	event.previous_status_changed_at = inUtc(event.previous_status_changed_at);
	store.events.set(event.id, event);
	return event;
}

function eventsOf(store: BleemeoStore, accountId: string): Event[] {
	return [...store.events.values()].filter(({ account }) => account === accountId);
}

function listEvents({ store, accountId }: BleemeoContext, request: SandboxRequest): Reply {
	const { query } = request;
	const obeyed = ['agent', 'metric', 'status', 'thread_id'].filter(
		(name) => store.eventFilters.has(name) && query[name] !== undefined,
	);
	for (const name of obeyed) if (name !== 'status') checkUuid(query, name);
	const tests = obeyed.map((name) => equals(query, name, (record) => record[name]));
	const order = orderOf(store, query);
	const sorted = order === 'asc' ? store.events.oldestFirst() : store.events.newestFirst();
	const found = [...sorted].filter(
		(event) => event.account === accountId && tests.every((test) => test(event)),
	);
	if (order === 'mixed') found.sort((one, other) => (one.id < other.id ? -1 : 1));
	return listPage(request, found);
}

/** `ordering` counts only while it is among the `eventFilters`. */
function orderOf(store: BleemeoStore, query: Query): BleemeoStore['eventOrder'] {
	const wanted = store.eventFilters.has('ordering') ? queryValue(query, 'ordering') : undefined;
	if (wanted === 'created_at') return 'asc';
	return wanted === '-created_at' ? 'desc' : store.eventOrder;
}
