import type { AddressBook, IdKind } from '../../shared/form/idKind';

/**
 * The long form (DON), or what people say: INC-12. Both parts are in one group, because the host
 * puts anchors around it. docs/facts/devrev.md#ids.
 */
export const ANY_ID = '(?:don:[^\\s,]+|[A-Z]+-\\d+)';
/** For the few places where DevRev takes nothing but the long form. */
const DON = 'don:[^\\s,]+';

/** What the app's pages are about stands in their addresses as people say it: /works/ISS-12. */
const page = (noun: string, prefixes: string) => ({
	noun,
	path: new RegExp(`/((?:${prefixes})-\\d+)(?![^/#?])`),
});

const addresses: AddressBook = {
	vendor: 'DevRev',
	domain: 'devrev',
	pages: [
		page('incident', 'INC'),
		page('part', 'PROD|CAPL|FEAT|ENH'),
		page('user', 'DEVU'),
		page('account', 'ACC'),
		page('article', 'ARTICLE'),
		page('tag', 'TAG'),
		page('object', 'ISS|TKT|OPP|TASK|INC|PROD|CAPL|FEAT|ENH'),
	],
};

/** Kinds of DevRev objects that a form refers to. docs/facts/devrev.md#searches-for-the-form. */
function kind(noun: string, search: string, example: string, regex = ANY_ID): IdKind {
	return { noun, search, id: { regex, example }, addresses };
}

export const INCIDENT = kind('incident', 'searchIncidents', 'INC-12');
export const PART = kind('part', 'searchParts', 'PROD-12');
export const USER = kind('user', 'searchUsers', 'DEVU-12');
/** Whoever can act: the list shows users, service accounts are named by ID. */
export const ACTOR = kind('actor', 'searchUsers', 'DEVU-12');
export const ACCOUNT = kind('account', 'searchAccounts', 'ACC-12');
export const ARTICLE = kind('article', 'searchArticles', 'ARTICLE-12');
export const TAG = kind('tag', 'searchTags', 'TAG-12');
export const STAGE = kind(
	'stage',
	'searchStages',
	'don:core:dvrv-us-1:devo/example:custom_stage/3',
	DON,
);
/** Comments have no short ID. */
export const COMMENT = kind(
	'comment',
	'searchComments',
	'don:core:dvrv-us-1:devo/example:incident/12:comment/abc123',
	DON,
);
/** The other end of a link: what the list offers depends on the form. */
export const LINK_TARGET = kind('object', 'searchLinkTargets', 'ISS-12');
export const CUSTOM_LINK_TYPE = kind(
	'custom link type',
	'searchCustomLinkTypes',
	'don:core:dvrv-us-1:devo/example:custom_link_type/4',
	DON,
);

/** How the IDs behind lists of options look; whatever else is given there is a name. */
const NUMBER = /^\d{1,15}$/;
export const OPTION_IDS = {
	getImpactCounts: NUMBER,
	getReporters: NUMBER,
	getSeverities: NUMBER,
	getSources: NUMBER,
	getSubtypes: /^[a-z][a-z0-9_]*$/,
};
