import type { IDataObject } from 'n8n-workflow';

import { chosenId, refuseExpression } from '../../shared/form/dependent';
import { shown } from '../../shared/form/given';
import { searchFor, type ListSearch } from '../../shared/form/lookup';
import { FormIssue } from '../../shared/ground/failures';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { beta, devRev, paging, read, rowsOf } from '../api/profile';
import { INCIDENT } from './ids';

/** How to list one kind of object that an incident can be linked with. */
interface Target {
	name: string;
	value: string;
	path: string;
	envelope: string;
	filters?: IDataObject;
	/** Kinds that only the beta API knows. */
	isBeta?: boolean;
}

const WORKS = { path: '/works.list', envelope: 'works' };

/** docs/facts/devrev.md#searches-for-the-form. */
const TARGETS: Target[] = [
	{ name: 'Account', value: 'account', path: '/accounts.list', envelope: 'accounts' },
	{ name: 'Article', value: 'article', path: '/articles.list', envelope: 'articles' },
	{
		name: 'Conversation',
		value: 'conversation',
		path: '/conversations.list',
		envelope: 'conversations',
	},
	{
		name: 'Incident',
		value: 'incident',
		path: '/incidents.list',
		envelope: 'incidents',
		filters: { sort_by: ['created_date:desc'] },
	},
	{ name: 'Issue', value: 'issue', ...WORKS, filters: { type: ['issue'] } },
	{
		name: 'Opportunity',
		value: 'opportunity',
		...WORKS,
		filters: { type: ['opportunity'] },
		isBeta: true,
	},
	{ name: 'Part', value: 'part', path: '/parts.list', envelope: 'parts' },
	{ name: 'Task', value: 'task', ...WORKS, filters: { type: ['task'] }, isBeta: true },
	{ name: 'Ticket', value: 'ticket', ...WORKS, filters: { type: ['ticket'] } },
	{
		name: 'User',
		value: 'user',
		path: '/dev-users.list',
		envelope: 'dev_users',
		filters: { state: ['active'] },
	},
	{ name: 'Workspace', value: 'workspace', path: '/rev-orgs.list', envelope: 'rev_orgs' },
];

/** The options of "Target Type". */
export const TARGET_TYPES = TARGETS.map(({ name, value }) => ({ name, value }));

const searches = new Map<unknown, ListSearch>(
	TARGETS.map(({ name, value, path, envelope, filters, isBeta }) => [
		value,
		searchFor(devRev, {
			noun: `${name.toLowerCase()}s`,
			request: () => (isBeta ? beta(read(path, filters)) : read(path, filters)),
			rows: rowsOf(envelope),
			label: nameOf,
			paging,
			filterHere: true,
		}),
	]),
);

/** While an expression stands for the kind of object. */
const noTargets = searchFor(devRev, {
	noun: 'objects',
	request: (_, context) => {
		const given: unknown = context.getCurrentNodeParameter('targetType');
		refuseExpression(asText(given), 'Target Type');
		throw new FormIssue(
			`'Target Type' cannot be ${shown(given)}`,
			'Choose one of its options: the list shows objects of that type.',
		);
	},
	rows: () => [],
	label: nameOf,
});

/** "ISS-12 Gateway drops connections": what kind of name an object has differs. */
function nameOf({ display_id, title, name, full_name, display_name }: IDataObject): string {
	const called = [title, name, full_name, display_name].find((one) => asText(one) !== undefined);
	return [asText(display_id), asText(called)].filter(Boolean).join(' ');
}

/** "INC-3 is related to ISS-7 Gateway drops connections". */
function linkLabel({ source, target, link_type }: IDataObject): string {
	const type = asText(link_type)?.replace(/_/g, ' ');
	return [asText(asObject(source).display_id), type, nameOf(asObject(target))]
		.filter(Boolean)
		.join(' ');
}

export const linkListSearch: { [name: string]: ListSearch } = {
	searchCustomLinkTypes: searchFor(devRev, {
		noun: 'custom link types',
		request: () => read('/link-types.custom.list'),
		rows: ({ body }) => asRows(asObject(body).result),
		label: ({ name, forward_name }) => asText(name) ?? asText(forward_name),
		value: ({ id, is_deprecated }) => (is_deprecated === true ? undefined : asText(id)),
		paging,
		filterHere: true,
		emptyOn: [403, 404],
	}),
	/** Links of the incident that is chosen in the form. */
	searchLinks: searchFor(devRev, {
		noun: 'links',
		request: (_, context) => {
			const object = chosenId(context, { path: 'incidentId', label: 'Incident', kind: INCIDENT });
			if (object.startsWith('don:')) return read('/links.list', { object });
			throw new FormIssue(
				`'Incident' is given by its number ${object}, and links are listed by full IDs only`,
				'Choose the incident from its list, or paste its full ID, which starts with don:.',
			);
		},
		rows: rowsOf('links'),
		label: linkLabel,
		paging,
		filterHere: true,
	}),
	/** What the list offers follows "Target Type". */
	searchLinkTargets: async function (filter, paginationToken) {
		const search = searches.get(this.getCurrentNodeParameter('targetType')) ?? noTargets;
		return await search.call(this, filter, paginationToken);
	},
};
