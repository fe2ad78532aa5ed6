import { REPOSITORY } from '../ground/package';

/**
 * The address of a heading on a page for users. The pages are in the repository, for they are not part of the package.
 * @param page the file's name in `docs`, without its ending
 * @param heading as the address has it, in small letters with hyphens
 */
export const pageLink = (page: string, heading: string): string =>
	`${REPOSITORY}/blob/HEAD/docs/${page}.md#${heading}`;
