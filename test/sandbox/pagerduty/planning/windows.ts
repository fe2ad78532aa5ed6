import { wholeSeconds } from '../../core/ids';
import { queryList, queryValue } from '../../core/request';
import { get, post, put } from '../../core/router';
import type { Route } from '../../core/router';
import { check, dateTime, formatted, list, oneOf, required, text } from '../../core/shape';
import type { Problem } from '../../core/shape';
import type { JsonObject, Query } from '../../core/types';
import { isObject } from '../../core/values';
import { requireActor, requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, missingAbility, notFound, refuse } from '../errors';
import { readBody } from '../incidents/find';
import { idOf } from '../named';
import { anyOf, classicPage, containsText } from '../query';
import { expand, links, referTo } from '../references';
import type { PagerDutyStore, Reference } from '../types';
import type { MaintenanceWindow } from './types';

const filters = ['past', 'future', 'ongoing', 'open', 'all'];
const includable = ['teams', 'services', 'users'];
const time = formatted(dateTime);

const reference = {
	kind: 'object' as const,
	members: { id: required(text), type: required(oneOf('service_reference')) },
};
/** Members that PagerDuty does not know it ignores without a word. */
const members = {
	type: required(oneOf('maintenance_window')),
	start_time: required(time),
	end_time: required(time),
	services: required(list(reference)),
	description: text,
};

type Content = Pick<MaintenanceWindow, 'description' | 'start_time' | 'end_time' | 'services'>;

/** Files a window. */
export function addWindow(
	{ planning, services }: PagerDutyStore,
	content: Content & Pick<MaintenanceWindow, 'created_by'>,
): MaintenanceWindow {
	const sequence_number = (planning.made += 1);
	const id = idOf('maintenance_window', String(sequence_number));
	const teams = content.services.flatMap((one) => services.get(one.id)?.teams ?? []);
	const window: MaintenanceWindow = {
		id,
		type: 'maintenance_window',
		summary: content.description || 'Maintenance',
		...links('maintenance_window', id),
		sequence_number,
		...content,
		teams: [...new Map(teams.map((team) => [team.id, team])).values()],
	};
	planning.windows.set(id, window);
	return window;
}

function sentence({ path, reason }: Problem): string {
	const name = path.join(' ').replace(/_/g, ' ');
	return reason === 'missing' ? `${name} cannot be empty` : `${name} is invalid`;
}

function readContent(store: PagerDutyStore, body: JsonObject): Content {
	const { maintenance_window: given } = body;
	if (!isObject(given)) throw invalidInput('Maintenance window cannot be empty.');
	const problems = check(given, { kind: 'object', members }).filter(
		({ reason }) => reason !== 'unknown',
	);
	if (problems.length) throw invalidInput(...problems.map(sentence));
	const wanted = given as unknown as Content;
	if (!wanted.services.length) throw invalidInput('Services cannot be empty');
	const services = wanted.services.map(({ id }) => {
		const service = store.services.get(id);
		if (!service) throw invalidInput('Services must exist');
		return referTo(service);
	});
	const { start_time, end_time, description = '' } = wanted;
	if (Date.parse(end_time) <= Date.parse(start_time)) {
		throw invalidInput('End time must be after start time');
	}
	return { start_time, end_time, description, services };
}

function requireFuture(store: PagerDutyStore, end: string): void {
	if (Date.parse(end) <= store.clock.now()) throw invalidInput('End time must be in the future');
}

function findWindow({ planning }: PagerDutyStore, id: string): MaintenanceWindow {
	const window = planning.windows.get(id);
	if (!window) throw notFound();
	return window;
}

function stateOf({ start_time, end_time }: MaintenanceWindow, now: number) {
	if (Date.parse(end_time) <= now) return 'past';
	return Date.parse(start_time) <= now ? 'ongoing' : 'future';
}

function isWanted(window: MaintenanceWindow, filter: string, now: number): boolean {
	const state = stateOf(window, now);
	return filter === 'all' || filter === state || (filter === 'open' && state !== 'past');
}

function render(store: PagerDutyStore, window: MaintenanceWindow, query: Query): JsonObject {
	const includes = queryList(query, 'include[]');
	if (includes.some((one) => !includable.includes(one))) throw invalidInput('Unknown include.');
	const whole = (one: Reference, name: string) =>
		includes.includes(name) ? expand(store, one) : one;
	return {
		...window,
		services: window.services.map((one) => whole(one, 'services')),
		teams: window.teams.map((one) => whole(one, 'teams')),
		...(window.created_by ? { created_by: whole(window.created_by, 'users') } : {}),
	};
}

/** Maintenance windows: in the order in which they were made. */
export const windowRoutes: Array<Route<PagerDutyContext>> = [
	get('/maintenance_windows', ({ store }, request) => {
		const { query } = request;
		const filter = queryValue(query, 'filter') ?? 'all';
		if (!filters.includes(filter)) throw invalidInput('Filter is invalid');
		if (queryList(query, 'team_ids[]').length > 0 && !store.abilities.has('teams')) {
			throw missingAbility('teams');
		}
		const ids = (references: Reference[]) => references.map(({ id }) => id);
		const found = [...store.planning.windows.values()].filter(
			(window) =>
				isWanted(window, filter, store.clock.now()) &&
				containsText(window.description, query) &&
				anyOf(query, 'service_ids[]', ids(window.services)) &&
				anyOf(query, 'team_ids[]', ids(window.teams)),
		);
		return classicPage(request, 'maintenance_windows', found, (one) => render(store, one, query));
	}),
	get('/maintenance_windows/{id}', ({ store }, { query }, { id }) => {
		const maintenance_window = render(store, findWindow(store, id), query);
		return { status: 200, body: { maintenance_window } };
	}),
	post('/maintenance_windows', (context, request) => {
		const { store } = context;
		const actor = requireActor(context, request);
		const content = readContent(store, readBody(request));
		requireFuture(store, content.end_time);
		const start = Math.max(Date.parse(content.start_time), store.clock.now());
		const maintenance_window = addWindow(store, {
			...content,
			start_time: wholeSeconds(start),
			...(actor ? { created_by: referTo(actor) } : {}),
		});
		return { status: 201, body: { maintenance_window } };
	}),
	put('/maintenance_windows/{id}', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const window = findWindow(store, id);
		const content = readContent(store, readBody(request));
		const now = store.clock.now();
		const hasBegun = stateOf(window, now) !== 'future';
		const problems = [
			...(hasBegun && Date.parse(content.start_time) !== Date.parse(window.start_time)
				? ['Start time cannot be modified for maintenance windows that have already started']
				: []),
			...(stateOf(window, now) === 'past'
				? ['End time already passed and can not be modified']
				: []),
		];
		if (problems.length) throw invalidInput(...problems);
		requireFuture(store, content.end_time);
		Object.assign(window, content, { summary: content.description || 'Maintenance' });
		return { status: 200, body: { maintenance_window: window } };
	}),
	{
		method: 'DELETE',
		path: '/maintenance_windows/{id}',
		handle: ({ store, caller }, _request, { id }) => {
			requireWriteAccess(caller);
			const window = findWindow(store, id);
			const now = store.clock.now();
			const state = stateOf(window, now);
			if (state === 'past') {
				throw refuse(405, 5003, 'Cannot cancel a maintenance window from the past');
			}
			if (state === 'ongoing') window.end_time = wholeSeconds(now);
			else store.planning.windows.delete(id);
			return { status: 204 };
		},
	},
];
