import { optionOf } from '../incident/syncFields';

/** Kinds of objects that only the beta filters by. docs/facts/devrev.md#links. */
export const BETA_TYPES = [
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

const STABLE_TYPES = [
	'article',
	'capability',
	'conversation',
	'dev_user',
	'enhancement',
	'feature',
	'issue',
	'product',
	'rev_user',
	'ticket',
];

/** What can be at the other end of a link. */
export const OBJECT_TYPES = [
	...[...STABLE_TYPES, ...BETA_TYPES].map(optionOf),
	{ name: 'Workspace', value: 'rev_org' },
].sort((a, b) => (a.name < b.name ? -1 : 1));
