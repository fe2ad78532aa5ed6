import { homepage, n8n, name, version } from '../../../package.json';

/** This package and its version: two of them may be in one n8n (memory.ts). */
export const PACKAGE = name;
export const VERSION = version;

/** What this package is for: packages with a type of credential in common serve the same vendor. */
export const SERVES: string[] = n8n.credentials;

/** Where its repository is. The name of its owner stands in package.json and nowhere else in code. */
export const REPOSITORY = homepage.replace(/#.*$/, '');
