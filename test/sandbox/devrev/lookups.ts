import { list, object, oneOf, text } from '../core/shape';
import type { Members, Shape } from '../core/shape';
import type { Route } from '../core/router';
import type { JsonObject } from '../core/types';
import { read, readBody } from './body';
import { id } from './ids';
import { cutPage, pageMembers, sortMember, sortRecords } from './paging';
import type { PageRequest } from './paging';
import type {
	Account,
	Article,
	DevRevContext,
	DevRevStore,
	DevUser,
	Group,
	Part,
	RevOrg,
	Tag,
} from './types';

interface Filter<T> {
	shape: Shape;
	read(record: T): unknown[];
}

interface Lookup<T> {
	path: string;
	envelope: string;
	records(store: DevRevStore): Map<string, T>;
	filters: Record<string, Filter<T>>;
	isSorted?: boolean;
	hasTotal?: boolean;
}

/** A list with exact-value filters and cursor paging. */
function lookup<T extends JsonObject & { id: string }>(
	options: Lookup<T>,
): Array<Route<DevRevContext>> {
	const { filters } = options;
	const members: Members = { ...pageMembers, ...(options.isSorted === false ? {} : sortMember) };
	for (const [name, filter] of Object.entries(filters)) members[name] = list(filter.shape);
	const shape = object(members);
	return read(options.path, ({ store }, request) => {
		const wanted = readBody<PageRequest>(request, shape);
		const found = [...options.records(store).values()].filter((record) =>
			Object.entries(filters).every(([name, { read }]) => {
				const values = wanted[name];
				return !Array.isArray(values) || read(record).some((value) => values.includes(value));
			}),
		);
		const byText = (key: string) => (record: T) => String(record[key] ?? '');
		const keys = { name: byText('name'), display_name: byText('display_name'), id: byText('id') };
		const { records, next, previous } = cutPage(
			sortRecords(found, wanted.sort_by ?? [], keys),
			wanted,
		);
		return {
			status: 200,
			body: {
				[options.envelope]: records,
				next_cursor: next,
				prev_cursor: previous,
				...(options.hasTotal ? { total: found.length } : {}),
			},
		};
	});
}

const ownerIds = (record: { owned_by: Array<{ id: string; display_id: string }> }) =>
	record.owned_by.flatMap((owner) => [owner.id, owner.display_id]);

export const lookupRoutes: Array<Route<DevRevContext>> = [
	...lookup<Part>({
		path: '/parts.list',
		envelope: 'parts',
		records: ({ parts }) => parts,
		filters: {
			type: {
				shape: oneOf('capability', 'enhancement', 'feature', 'linkable', 'product', 'runnable'),
				read: ({ type }) => [type],
			},
			name: { shape: text, read: ({ name }) => [name] },
			owned_by: { shape: id, read: ownerIds },
		},
	}),
	...lookup<DevUser>({
		path: '/dev-users.list',
		envelope: 'dev_users',
		records: ({ devUsers }) => devUsers,
		filters: {
			state: {
				shape: oneOf('active', 'deactivated', 'deleted', 'locked', 'shadow', 'unassigned'),
				read: ({ state }) => [state],
			},
			email: { shape: text, read: ({ email }) => [email] },
		},
	}),
	...lookup<Tag>({
		path: '/tags.list',
		envelope: 'tags',
		records: ({ tags }) => tags,
		filters: { name: { shape: text, read: ({ name }) => [name] } },
	}),
	...lookup<Account>({
		path: '/accounts.list',
		envelope: 'accounts',
		records: ({ accounts }) => accounts,
		filters: {
			display_name: { shape: text, read: ({ display_name }) => [display_name] },
			domains: { shape: text, read: ({ domains }) => domains },
			owned_by: { shape: id, read: ownerIds },
		},
	}),
	...lookup<RevOrg>({
		path: '/rev-orgs.list',
		envelope: 'rev_orgs',
		records: ({ revOrgs }) => revOrgs,
		filters: {
			display_name: { shape: text, read: ({ display_name }) => [display_name] },
			account: { shape: id, read: ({ account }) => [account.id, account.display_id] },
		},
	}),
	...lookup<Article>({
		path: '/articles.list',
		envelope: 'articles',
		records: ({ articles }) => articles,
		filters: {
			article_type: {
				shape: oneOf('article', 'content_block', 'page'),
				read: ({ article_type }) => [article_type],
			},
			owned_by: { shape: id, read: ownerIds },
		},
		isSorted: false,
		hasTotal: true,
	}),
	...lookup<Group>({
		path: '/groups.list',
		envelope: 'groups',
		records: ({ groups }) => groups,
		filters: { name: { shape: text, read: ({ name }) => [name] } },
	}),
];
