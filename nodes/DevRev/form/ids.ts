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
		page('issue', 'ISS'),
		page('ticket', 'TKT'),
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

export const ISSUE = kind('issue', 'searchIssues', 'ISS-12');
export const TICKET = kind('ticket', 'searchTickets', 'TKT-12');
export const ISSUE_STAGE = { ...STAGE, search: 'searchIssueStages' };
export const TICKET_STAGE = { ...STAGE, search: 'searchTicketStages' };
export const LINK = kind('link', 'searchLinks', 'don:core:dvrv-us-1:devo/example:link/4', DON);
export const GROUP = kind('group', 'searchGroups', 'GROUP-12');
/** Its short ID ends in letters. */
export const WORKSPACE = kind(
	'workspace',
	'searchWorkspaces',
	'REV-AbCdEfGh',
	'(?:don:[^\\s,]+|REV-\\w+)',
);
export const SPRINT = kind(
	'sprint',
	'searchSprints',
	'don:core:dvrv-us-1:devo/example:vista/2:vista_group_item/5',
	DON,
);

/** How the IDs behind lists of options look; whatever else is given there is a name. */
const NUMBER = /^\d{1,15}$/;
const SUBTYPE = /^[a-z][a-z0-9_]*$/;
export const OPTION_IDS = {
	getImpactCounts: NUMBER,
	getReporters: NUMBER,
	getSeverities: NUMBER,
	getSources: NUMBER,
	getSubtypes: SUBTYPE,
	getIssuePriorities: NUMBER,
	getIssueSubtypes: SUBTYPE,
	getTicketSentiments: NUMBER,
	getTicketSubtypes: SUBTYPE,
};
