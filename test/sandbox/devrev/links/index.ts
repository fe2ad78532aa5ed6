import { list, object, oneOf, required } from '../../core/shape';
import { post } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { read, readBody } from '../body';
import { invalidId, notFound, refuse } from '../errors';
import { don, id, resolve } from '../ids';
import { summary } from '../incidents/build';
import { cutPage, pageMembers } from '../paging';
import type { PageRequest } from '../paging';
import type { DevRevContext, DevRevStore } from '../types';
import { isBeta } from '../timeline/find';
import { allObjects, objectRoutes } from './objects';
import type { Link } from './types';

const TYPES = [
	'custom_link',
	'developed_with',
	'imports',
	'is_analyzed_by',
	'is_converted_to',
	'is_dependent_on',
	'is_duplicate_of',
	'is_follow_up_of',
	'is_merged_into',
	'is_parent_of',
	'is_part_of',
	'is_related_to',
	'serves',
];
const linkType = oneOf(...TYPES);

/** Which types go from an incident to what; other pairs are refused without a reason. */
const FROM_INCIDENT: Record<string, string[]> = {
	custom_link: ['issue', 'ticket', 'task', 'opportunity', 'account'],
	is_dependent_on: ['issue', 'ticket', 'task', 'incident'],
	is_duplicate_of: ['incident'],
	is_parent_of: ['issue', 'ticket', 'task', 'incident'],
	is_related_to: ['account', 'article', 'conversation', 'incident', 'issue', 'task', 'ticket'],
};

interface CreateRequest {
	source: string;
	target: string;
	link_type: string;
	custom_link_type?: string;
}

export const linkRoutes: Array<Route<DevRevContext>> = [
	...objectRoutes,
	post('/links.create', createLink),
	...read('/links.list', listLinks),
	post('/links.delete', deleteLink),
];

const createShape = object({
	source: required(id),
	target: required(id),
	link_type: required(linkType),
	custom_link_type: id,
});

const badRequest = () => refuse(400, 'bad_request', 'Bad Request');

function createLink({ store, user }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<CreateRequest>(request, createShape);
	const source = endOf(store, 'source', wanted.source);
	const target = endOf(store, 'target', wanted.target);
	const { link_type } = wanted;
	const type = String(target.type);
	if (source.type !== 'incident' || !FROM_INCIDENT[link_type]?.includes(type)) throw badRequest();
	if ((link_type === 'custom_link') !== (wanted.custom_link_type !== undefined)) throw badRequest();
	const custom =
		wanted.custom_link_type === undefined
			? undefined
			: resolve(
					'custom_link_type',
					new Map(
						[...store.linking.customTypes].map(([key, one]) => [key, { ...one, display_id: '' }]),
					),
					['custom_link_type'],
					wanted.custom_link_type,
				);
	const isThere = store.linking.links.some(
		(link) =>
			link.source.id === source.id &&
			link.target.id === target.id &&
			link.link_type === link_type &&
			link.custom_link_type?.id === custom?.id,
	);
	if (isThere) throw badRequest();
	const link: Link = {
		id: don('link', (store.linking.nextLink += 1)),
		created_by: user,
		created_date: new Date(store.clock.now()).toISOString(),
		link_type,
		...(custom ? { custom_link_type: { id: custom.id } } : {}),
		source,
		target,
	};
	store.linking.links.push(link);
	return { status: 201, body: { link } };
}

const shown = ['type', 'title', 'name', 'full_name', 'display_name', 'owned_by', 'members'];

/** Display ids are refused here, although most calls take them. */
function endOf(store: DevRevStore, field: string, wanted: string): JsonObject & { id: string } {
	const found = allObjects(store).find((one) => one.id === wanted);
	if (!found) throw invalidId(field);
	return { id: found.id, ...summary(found, ...shown) };
}

const STABLE_OBJECTS = [
	'article',
	'capability',
	'conversation',
	'dev_user',
	'enhancement',
	'feature',
	'issue',
	'product',
	'rev_org',
	'rev_user',
	'ticket',
];
const BETA_OBJECTS = [
	'account',
	'code_change',
	'custom_object',
	'incident',
	'linkable',
	'meeting',
	'opportunity',
	'runnable',
	'task',
	'widget',
];

const listShape = (withBeta: boolean) =>
	object({
		object: required(id),
		direction: oneOf('is_source', 'is_target'),
		link_type: list(linkType),
		object_types: list(oneOf(...STABLE_OBJECTS, ...(withBeta ? BETA_OBJECTS : []))),
		types: list(linkType),
		...pageMembers,
	});

function listLinks({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<
		PageRequest & {
			object: string;
			direction?: string;
			link_type?: string[];
			object_types?: string[];
		}
	>(request, listShape(isBeta(request)));
	const { object: end, direction, link_type, object_types } = wanted;
	// Display ids are refused here, as on a create.
	if (!end.startsWith('don:')) throw invalidId('object');
	const otherEnd = ({ source, target }: Link) => (source.id === end ? target : source);
	const found = store.linking.links.filter(
		(link) =>
			((direction !== 'is_target' && link.source.id === end) ||
				(direction !== 'is_source' && link.target.id === end)) &&
			(!link_type || link_type.includes(link.link_type)) &&
			(!object_types || object_types.includes(String(otherEnd(link).type))),
	);
	const { records, next, previous } = cutPage(found, wanted);
	return { status: 200, body: { links: records, next_cursor: next, prev_cursor: previous } };
}

function deleteLink({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<{ id: string }>(request, object({ id: required(id) }));
	const { links } = store.linking;
	const index = links.findIndex((link) => link.id === wanted.id);
	if (index < 0) throw notFound('No such link');
	links.splice(index, 1);
	return { status: 200, body: {} };
}
