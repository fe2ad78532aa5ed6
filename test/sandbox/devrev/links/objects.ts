import { list, object, required, text } from '../../core/shape';
import type { Route } from '../../core/router';
import type { JsonObject } from '../../core/types';
import { read, readBody } from '../body';
import { notFound } from '../errors';
import { id } from '../ids';
import { cutPage, pageMembers, sortMember } from '../paging';
import type { PageRequest } from '../paging';
import { isBeta } from '../timeline/find';
import type { DevRevContext, DevRevStore } from '../types';

type Known = JsonObject & { id: string; display_id: string };

const BETA_WORKS = ['opportunity', 'task'];

/** Everything that a link can lead to, with its type. */
export function allObjects(store: DevRevStore): Array<Known & { type: string }> {
	const typed = (all: Map<string, Known>, type: string) =>
		[...all.values()].map((one) => ({ ...one, type }));
	return [
		...typed(store.incidents, 'incident'),
		...store.linking.works.values(),
		...store.parts.values(),
		...store.devUsers.values(),
		...typed(store.accounts, 'account'),
		...typed(store.articles, 'article'),
		...typed(store.revOrgs, 'rev_org'),
		...typed(store.linking.conversations, 'conversation'),
	];
}

const getShape = object({ id: required(id) });

/** `noun.get` by a DON or a display id. */
function reader(path: string, envelope: string, all: (store: DevRevStore) => Iterable<Known>) {
	return read(path, ({ store }, request) => {
		const wanted = readBody<{ id: string }>(request, getShape).id;
		const found = [...all(store)].find((one) => [one.id, one.display_id].includes(wanted));
		const isHidden = BETA_WORKS.includes(String(found?.type)) && !isBeta(request);
		if (!found || isHidden) throw notFound(`No such ${envelope}`);
		return { status: 200, body: { [envelope]: found } };
	});
}

/** What the look-up of a link's target reads. */
export const objectRoutes: Array<Route<DevRevContext>> = [
	...reader('/parts.get', 'part', ({ parts }) => parts.values()),
	...reader('/atoms.get', 'atom', allObjects),
	...read('/conversations.list', ({ store }, request) => {
		const wanted = readBody<PageRequest>(request, object({ ...pageMembers, ...sortMember }));
		const { records, next } = cutPage([...store.linking.conversations.values()], wanted);
		return { status: 200, body: { conversations: records, next_cursor: next } };
	}),
	...read('/link-types.custom.list', ({ store }, request) => {
		const shape = object({ name: list(text), ...pageMembers, ...sortMember });
		const wanted = readBody<PageRequest>(request, shape);
		const { records, next } = cutPage([...store.linking.customTypes.values()], wanted);
		return { status: 200, body: { result: records, next_cursor: next } };
	}),
];
