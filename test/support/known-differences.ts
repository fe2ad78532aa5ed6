import type { RecordedRequest, Vendor } from '../sandbox';
import { loadThose } from './load';
import { VENDOR_FOLDERS } from './vendorFile';

/**
 * Where our requests, or the sandbox's replies, differ from the official file and are right to.
 * Anything else that differs fails the test that sent it, and what is no longer met fails the run.
 */
export interface KnownDifference {
	/** Method and path; a segment in braces is any, as is a star alone. */
	endpoint: string;
	/** Where it depends on the request. */
	when?: (request: RecordedRequest) => boolean;
	/** What the check says about the request, or about the reply: `reply 200 body …`. */
	complaint: RegExp;
	/** With the heading in docs/facts that says so. */
	reason: string;
}

/** What `test/<Vendor>/differences.ts` exports as `differences`. */
export interface VendorDifferences {
	vendor: Vendor;
	/** Of our requests. */
	requests?: KnownDifference[];
	/** Of the sandbox's replies. */
	replies?: KnownDifference[];
	/** Requests that no official file is about. */
	notChecked?: Array<Pick<KnownDifference, 'endpoint' | 'reason'>>;
}

const ALL = loadThose(VENDOR_FOLDERS.map((folder) => `test/${folder}/differences`)).map(
	({ differences }) => differences as VendorDifferences,
);

const of = <Kind extends object>(kindOf: (one: VendorDifferences) => Kind[] | undefined) =>
	ALL.flatMap((one) => (kindOf(one) ?? []).map((each) => ({ vendor: one.vendor, ...each })));

export const KNOWN_DIFFERENCES = [
	...of(({ replies }) => replies),
	...of(({ requests }) => requests),
];

export const NOT_CHECKED = of(({ notChecked }) => notChecked);

/** What decides whether an entry is about a request. */
export type Listed = Pick<KnownDifference, 'endpoint' | 'when'> & { vendor: Vendor };

/** By which the end of a run tells whether a difference was met. */
export function nameOf({
	vendor,
	endpoint,
	complaint,
}: KnownDifference & { vendor: Vendor }): string {
	return `${vendor} ${endpoint}: ${complaint.source}`;
}

/** True when the endpoint, with its braces, is the one of this request. */
export function isEndpoint(endpoint: string, { method, path }: { method: string; path: string }) {
	if (endpoint === '*') return true;
	const [wanted, template] = endpoint.split(' ');
	if (wanted !== method) return false;
	const given = path.split('/');
	const segments = template.split('/');
	return (
		given.length === segments.length &&
		segments.every((segment, index) => /^\{.*\}$/.test(segment) || segment === given[index])
	);
}
