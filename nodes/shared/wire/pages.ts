/** Where the pages for users are: in the repository, for they are not part of the package. */
const DOCS = 'https://github.com/incident-ops/n8n-nodes-incident-ops/blob/HEAD/docs';

/**
 * The address of a heading on a page for users.
 * @param page the file's name in `docs`, without its ending
 * @param heading as the address has it, in small letters with hyphens
 */
export const pageLink = (page: string, heading: string): string => `${DOCS}/${page}.md#${heading}`;
