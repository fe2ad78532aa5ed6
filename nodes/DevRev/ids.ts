import type { IdKind } from '../shared/fields';

/**
 * The long form (DON), or what people say: INC-12. Both parts are in one group, because the host
 * puts anchors around it. Sheet devrev, section 4.
 */
export const ANY_ID = '(?:don:[^\\s,]+|[A-Z]+-\\d+)';
/** For the few places where DevRev takes nothing but the long form. */
const DON = 'don:[^\\s,]+';

/** Kinds of DevRev objects that a form refers to. Sheet devrev, section 11. */
function kind(noun: string, search: string, example: string, regex = ANY_ID): IdKind {
	return { noun, search, id: { regex, example } };
}

export const INCIDENT = kind('incident', 'searchIncidents', 'INC-12');
export const PART = kind('part', 'searchParts', 'PROD-12');
export const USER = kind('user', 'searchUsers', 'DEVU-12');
export const ACCOUNT = kind('account', 'searchAccounts', 'ACC-12');
export const ARTICLE = kind('article', 'searchArticles', 'ARTICLE-12');
export const TAG = kind('tag', 'searchTags', 'TAG-12');
export const STAGE = kind(
	'stage',
	'searchStages',
	'don:core:dvrv-us-1:devo/example:custom_stage/3',
	DON,
);
