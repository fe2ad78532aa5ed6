import { queryList, queryValue } from '../../core/request';
import { get, post, put } from '../../core/router';
import type { Route } from '../../core/router';
import {
	dateTime,
	flag,
	formatted,
	list,
	nullable,
	object,
	oneOf,
	required,
	text,
	whole,
} from '../../core/shape';
import type { Member, Shape } from '../../core/shape';
import type { JsonObject, SandboxRequest } from '../../core/types';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { newId } from '../details/seed';
import { invalidInput, notFound } from '../errors';
import { anyOf, classicPage } from '../query';
import { wrapped } from '../shapes';
import type { PagerDutyStore } from '../types';
import { selfOf } from './seed';
import type { Level, Link, Page, Post, PostType, PostUpdate } from './types';

const link = (type: string): Shape => object({ id: required(text), type: oneOf(type) });
const time: Member = { shape: formatted(dateTime), isRequired: true, isNullable: true };
const title: Shape = { kind: 'string', min: 1, max: 128 };

/** The post of a first update has no ID yet, so that a new one goes without. */
const updateShape = object({
	type: required(text),
	message: required({ kind: 'string', min: 1 }),
	status: required(link('status_page_status')),
	severity: required(link('status_page_severity')),
	impacted_services: required(
		list(
			object({
				service: required(link('status_page_service')),
				impact: required(link('status_page_impact')),
			}),
		),
	),
	update_frequency_ms: { shape: whole, isRequired: true, isNullable: true },
	notify_subscribers: required(flag),
	reported_at: nullable(formatted(dateTime)),
	post: link('status_page_post'),
});
const postMembers = {
	type: required(oneOf('status_page_post')),
	title: required(title),
	post_type: required(oneOf('incident', 'maintenance')),
	starts_at: time,
	ends_at: time,
	status_page: required(link('status_page')),
};
const changeShape = object(postMembers);
const createShape = object({
	...postMembers,
	updates: required({ kind: 'list', items: updateShape, min: 1 }),
});
const postmortemShape = object({
	type: required(oneOf('status_page_post_postmortem')),
	post: required(link('status_page_post')),
	message: required({ kind: 'string', min: 1, max: 10_000 }),
	notify_subscribers: required(flag),
});

const LEVELS = ['statuses', 'severities', 'impacts'] as const;

/** Status pages and their posts. No From is needed. */
export const statusPageRoutes: Array<Route<PagerDutyContext>> = [
	get('/status_pages', ({ store }, request) => {
		const type = queryValue(request.query, 'status_page_type');
		const found = [...store.statusPages.values()]
			.map(({ page }) => page)
			.filter((page) => type === undefined || page.status_page_type === type);
		return classicPage(request, 'status_pages', found);
	}),
	...LEVELS.map((kind) =>
		get<PagerDutyContext>(`/status_pages/{id}/${kind}`, ({ store }, request, { id }) => {
			const type = typeIn(request);
			const found = pageOf(store, id)[kind].filter(
				({ post_type }) => type === undefined || post_type === type,
			);
			return classicPage(request, kind, found);
		}),
	),
	get('/status_pages/{id}/services', ({ store }, request, { id }) =>
		classicPage(request, 'services', pageOf(store, id).services),
	),
	get('/status_pages/{id}/posts', ({ store }, request, { id }) => {
		const { query } = request;
		const type = typeIn(request);
		const review = reviewIn(request);
		const found = [...pageOf(store, id).posts.values()].filter((one) => {
			const last = one.updates[one.updates.length - 1];
			return (
				(type === undefined || one.post_type === type) &&
				(review === undefined || last.reviewed_status === review) &&
				anyOf(query, 'status[]', [last.status.id])
			);
		});
		return classicPage(
			request,
			'posts',
			found.map((one) => shown(one)),
		);
	}),
	post('/status_pages/{id}/posts', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const page = pageOf(store, id);
		const wanted = wrapped(request, 'post', createShape);
		checkTimes(wanted);
		const made: Post = {
			id: newId(store.details, 'status page post'),
			pageId: id,
			...kept(wanted),
			updates: [],
		};
		for (const one of wanted.updates as JsonObject[]) addUpdate(store, page, made, one);
		page.posts.set(made.id, made);
		return { status: 201, body: { post: shown(made) } };
	}),
	get('/status_pages/{id}/posts/{post_id}', ({ store }, request, { id, post_id }) => {
		const includes = queryList(request.query, 'include[]');
		if (includes.some((one) => one !== 'status_page_post_update')) {
			throw invalidInput('Unknown include.');
		}
		const found = postOf(store, id, post_id);
		return { status: 200, body: { post: shown(found, includes.length > 0) } };
	}),
	put('/status_pages/{id}/posts/{post_id}', ({ store, caller }, request, { id, post_id }) => {
		requireWriteAccess(caller);
		const found = postOf(store, id, post_id);
		const wanted = wrapped(request, 'post', changeShape);
		checkTimes(wanted);
		Object.assign(found, kept(wanted));
		return { status: 200, body: { post: shown(found) } };
	}),
	{
		method: 'DELETE',
		path: '/status_pages/{id}/posts/{post_id}',
		handle: ({ store, caller }, _request, { id, post_id }) => {
			requireWriteAccess(caller);
			pageOf(store, id).posts.delete(postOf(store, id, post_id).id);
			return { status: 204 };
		},
	},
	get('/status_pages/{id}/posts/{post_id}/post_updates', ({ store }, request, { id, post_id }) => {
		const review = reviewIn(request);
		const found = postOf(store, id, post_id).updates.filter(
			({ reviewed_status }) => review === undefined || reviewed_status === review,
		);
		return classicPage(request, 'post_updates', found);
	}),
	post('/status_pages/{id}/posts/{post_id}/post_updates', (context, request, { id, post_id }) => {
		const { store } = context;
		requireWriteAccess(context.caller);
		const found = postOf(store, id, post_id);
		const wanted = wrapped(request, 'post_update', updateShape);
		if ((wanted.post as Link | undefined)?.id !== post_id) throw invalidInput('Post is missing.');
		const post_update = addUpdate(store, pageOf(store, id), found, wanted);
		return { status: 201, body: { post_update } };
	}),
	get('/status_pages/{id}/posts/{post_id}/postmortem', ({ store }, _request, { id, post_id }) => {
		const { postmortem } = postOf(store, id, post_id);
		if (!postmortem) throw notFound();
		return { status: 200, body: { postmortem } };
	}),
	put('/status_pages/{id}/posts/{post_id}/postmortem', (context, request, { id, post_id }) => {
		const { store } = context;
		requireWriteAccess(context.caller);
		const found = postOf(store, id, post_id);
		const wanted = wrapped(request, 'postmortem', postmortemShape);
		const status = found.postmortem ? 200 : 201;
		found.postmortem = {
			id: found.postmortem?.id ?? newId(store.details, 'postmortem'),
			self: selfOf(id, 'posts', post_id, 'postmortem'),
			type: 'status_page_post_postmortem',
			post: { id: post_id, type: 'status_page_post' },
			message: wanted.message as string,
			notify_subscribers: wanted.notify_subscribers as boolean,
			reported_at: new Date(store.clock.now()).toISOString(),
		};
		if (wanted.notify_subscribers) pageOf(store, id).notified += 1;
		return { status, body: { postmortem: found.postmortem } };
	}),
];

function pageOf({ statusPages }: PagerDutyStore, id: string): Page {
	const page = statusPages.get(id);
	if (!page) throw notFound();
	return page;
}

function postOf(store: PagerDutyStore, id: string, postId: string): Post {
	const found = pageOf(store, id).posts.get(postId);
	if (!found) throw notFound();
	return found;
}

function typeIn({ query }: SandboxRequest): string | undefined {
	const type = queryValue(query, 'post_type');
	if (type === undefined || type === 'incident' || type === 'maintenance') return type;
	throw invalidInput('post_type must be incident or maintenance.');
}

function reviewIn({ query }: SandboxRequest): string | undefined {
	const review = queryValue(query, 'reviewed_status');
	if (review === undefined || review === 'approved' || review === 'not_reviewed') return review;
	throw invalidInput('reviewed_status must be approved or not_reviewed.');
}

/** Times belong to a maintenance. */
function checkTimes({ post_type, starts_at, ends_at }: JsonObject): void {
	if (post_type === 'incident') return;
	if (!starts_at || !ends_at) throw invalidInput('A maintenance needs starts_at and ends_at.');
	if (String(ends_at) <= String(starts_at)) throw invalidInput('ends_at must be after starts_at.');
}

const kept = (wanted: JsonObject) => ({
	title: wanted.title as string,
	post_type: wanted.post_type as PostType,
	starts_at: wanted.starts_at as string | null,
	ends_at: wanted.ends_at as string | null,
});

function addUpdate(store: PagerDutyStore, page: Page, to: Post, wanted: JsonObject): PostUpdate {
	const known = (levels: Level[], one: unknown, what: string): Link => {
		const level = levels.find(({ id }) => id === (one as Link).id);
		if (level?.post_type !== to.post_type) throw invalidInput(`${what} is not of this page.`);
		return { id: level.id, type: level.type };
	};
	const components = wanted.impacted_services as Array<{ service: Link; impact: Link }>;
	const id = newId(store.details, 'post update');
	const update: PostUpdate = {
		id,
		self: selfOf(to.pageId, 'posts', to.id, 'post_updates', id),
		type: 'status_page_post_update',
		post: { id: to.id, type: 'status_page_post' },
		message: wanted.message as string,
		reviewed_status: 'approved',
		status: known(page.statuses, wanted.status, 'Status'),
		severity: known(page.severities, wanted.severity, 'Severity'),
		impacted_services: components.map(({ service, impact }) => {
			if (!page.services.some((one) => one.id === service.id)) {
				throw invalidInput('Service is not of this page.');
			}
			return {
				service: { id: service.id, type: 'status_page_service' },
				impact: known(page.impacts, impact, 'Impact'),
			};
		}),
		update_frequency_ms: wanted.update_frequency_ms as number | null,
		notify_subscribers: wanted.notify_subscribers as boolean,
		reported_at:
			(wanted.reported_at as string | undefined) ?? new Date(store.clock.now()).toISOString(),
	};
	to.updates.push(update);
	if (update.notify_subscribers) page.notified += 1;
	return update;
}

/** A post as it is answered: its updates are references unless they are asked for. */
function shown({ pageId, updates, postmortem, ...own }: Post, isWhole = false): JsonObject {
	return {
		...own,
		type: 'status_page_post',
		self: selfOf(pageId, 'posts', own.id),
		status_page: { id: pageId, type: 'status_page' },
		...(postmortem ? { postmortem: { id: postmortem.id, type: 'status_page_postmortem' } } : {}),
		updates: isWhole ? updates : updates.map(({ id, self, type }) => ({ id, self, type })),
	};
}
