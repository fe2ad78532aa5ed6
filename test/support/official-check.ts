import { UnexpectedError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { VENDORS, type RecordedRequest, type Vendor } from '../sandbox';
import { comparable } from './comparable';
import {
	isEndpoint,
	KNOWN_DIFFERENCES,
	nameOf,
	NOT_CHECKED,
	type Listed,
} from './known-differences';
import { openApi, type Contract } from './openapi';
import { noteCheck, noteUse } from './openapi-log';

const filesOf = (vendor: Vendor) =>
	VENDORS.find(({ name }) => name === vendor)?.officialFiles ?? [];

/** @returns none for a vendor without a file, or where the files are not on this machine */
export function contractsOf(vendor: Vendor): Contract[] {
	return filesOf(vendor).flatMap((file) => openApi(file) ?? []);
}

const checked = new WeakSet<RecordedRequest>();

/**
 * Holds every request that the sandbox accepted, and that was not looked at before, against the
 * official file. Does nothing where the files are not on this machine.
 * @param doer who sent them: an operation such as `<Vendor> incident/create`, or something else
 * @param mayAdd keys that the test itself added to a body; 'all' when nobody can tell which
 * @throws UnexpectedError for a difference that is not listed in `test/<Vendor>/differences.ts`
 */
export function checkRequests(
	vendor: Vendor,
	requests: RecordedRequest[],
	doer: string,
	mayAdd: Set<string> | 'all' = new Set(),
): void {
	const contracts = contractsOf(vendor);
	if (!contracts.length) return;
	const differing = requests
		.filter((request) => request.status >= 200 && request.status < 300 && !checked.has(request))
		.flatMap((request) => {
			checked.add(request);
			return check(contracts, request, doer, mayAdd);
		});
	if (!differing.length) return;
	throw new UnexpectedError(
		`${doer} sent what does not fit the official OpenAPI file:\n${[...new Set(differing)].join('\n')}\n` +
			'Correct the request; only where docs/facts says that the file is wrong, list it in test/<Vendor>/differences.ts',
	);
}

/** @returns the differences that nobody knows */
function check(
	contracts: Contract[],
	recorded: RecordedRequest,
	doer: string,
	mayAdd: Set<string> | 'all',
): string[] {
	if (NOT_CHECKED.some((one) => isAbout(one, recorded))) return [];
	const { endpoint, complaints } = complaintsAbout(contracts, recorded, mayAdd);
	const { differences, unknown } = sort(complaints, endpoint, recorded);
	noteCheck({ vendor: recorded.vendor, doer, endpoint, differences });
	return unknown;
}

/** True when what is listed under this endpoint is about the request, or the reply to it. */
export function isAbout(one: Listed, recorded: RecordedRequest) {
	const { vendor, endpoint, when } = one;
	return vendor === recorded.vendor && isEndpoint(endpoint, recorded) && when?.(recorded) !== false;
}

/** Tells the differences that are known, each with its reason, from those that are not. */
export function sort(
	complaints: string[],
	endpoint: string,
	recorded: RecordedRequest,
): { differences: string[]; unknown: string[] } {
	const listed = KNOWN_DIFFERENCES.filter((one) => isAbout(one, recorded));
	const differences: string[] = [];
	const unknown: string[] = [];
	for (const complaint of complaints) {
		const known = listed.find((one) => one.complaint.test(complaint));
		if (known) {
			noteUse(nameOf(known), KNOWN_DIFFERENCES.map(nameOf));
			differences.push(`${endpoint} ${complaint}: ${known.reason}`);
		} else unknown.push(`  ${endpoint}: ${complaint}`);
	}
	return { differences, unknown };
}

function complaintsAbout(
	contracts: Contract[],
	recorded: RecordedRequest,
	mayAdd: Set<string> | 'all',
): { endpoint: string; complaints: string[] } {
	const request = comparable(recorded);
	for (const contract of contracts) {
		const template = contract.templateOf(request);
		if (template === undefined) continue;
		const unknown = mayAdd === 'all' ? [] : contract.unknownKeys(template, request);
		const complaints = [
			...contract.issues(template, request),
			...unknown
				.filter((pointer) => !pointer.split('/').some((key) => (mayAdd as Set<string>).has(key)))
				.map((pointer) => `body ${pointer} is not documented`),
		];
		return { endpoint: `${request.method} ${template}`, complaints };
	}
	const shape = KNOWN_DIFFERENCES.find(
		(one) =>
			one.vendor === recorded.vendor && one.endpoint !== '*' && isEndpoint(one.endpoint, recorded),
	);
	const endpoint = shape?.endpoint ?? `${request.method} ${request.path}`;
	return { endpoint, complaints: ['is not in the official file'] };
}

/** The keys that a run's "Extra Fields (JSON)" add to its body. */
export function keysAdded(parameters: IDataObject): Set<string> | 'all' {
	const keys = new Set<string>();
	let isKnown = true;
	const collect = (value: unknown, inExtra: boolean) => {
		if (typeof value !== 'object' || value === null) return;
		for (const [key, inner] of Object.entries(value)) {
			if (inExtra) keys.add(key);
			if (key !== 'extraFields') {
				collect(inner, inExtra);
				continue;
			}
			const parsed = parse(inner);
			isKnown &&= parsed !== undefined;
			collect(parsed, true);
		}
	};
	collect(parameters, false);
	return isKnown ? keys : 'all';
}

function parse(text: unknown): unknown {
	if (typeof text !== 'string') return text;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
