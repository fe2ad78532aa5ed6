import { UnexpectedError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { RecordedRequest, Vendor } from '../sandbox';
import { comparable } from './comparable';
import { isEndpoint, KNOWN_DIFFERENCES, NOT_CHECKED } from './known-differences';
import { openApi, type Contract } from './openapi';
import { noteCheck } from './openapi-log';

/** The official files by vendor; Bleemeo publishes none. */
const FILES: Partial<Record<Vendor, string[]>> = {
	devHelm: ['devhelm.json'],
	devRev: ['devrev-beta.yaml'],
	pagerDuty: ['pagerduty-rest.json', 'pagerduty-events-v2.json'],
};

const checked = new WeakSet<RecordedRequest>();

/**
 * Holds every request that the sandbox accepted, and that was not looked at before, against the
 * official file. Does nothing where the files are not on this machine.
 * @param doer who sent them: an operation such as `PagerDuty incident/create`, or something else
 * @param mayAdd keys that the test itself added to a body; 'all' when nobody can tell which
 * @throws UnexpectedError for a difference that is not listed in known-differences.ts
 */
export function checkRequests(
	vendor: Vendor,
	requests: RecordedRequest[],
	doer: string,
	mayAdd: Set<string> | 'all' = new Set(),
): void {
	const contracts = (FILES[vendor] ?? []).flatMap((file) => openApi(file) ?? []);
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
			'Correct the request; only where the sheet says that the file is wrong, list it in test/support/known-differences.ts',
	);
}

/** @returns the differences that nobody knows */
function check(
	contracts: Contract[],
	recorded: RecordedRequest,
	doer: string,
	mayAdd: Set<string> | 'all',
): string[] {
	const { vendor } = recorded;
	const isAbout = (one: { vendor: Vendor; endpoint: string }) =>
		one.vendor === vendor && isEndpoint(one.endpoint, recorded);
	if (NOT_CHECKED.some(isAbout)) return [];
	const { endpoint, complaints } = complaintsAbout(contracts, recorded, mayAdd);
	const known = KNOWN_DIFFERENCES.filter(isAbout);
	const used = complaints.map((complaint) => known.find((one) => one.complaint.test(complaint)));
	noteCheck({
		vendor,
		doer,
		endpoint,
		differences: complaints.flatMap((complaint, index) => {
			const reason = used[index]?.reason;
			return reason ? [`${endpoint} ${complaint}: ${reason}`] : [];
		}),
	});
	return complaints
		.filter((_, index) => !used[index])
		.map((complaint) => `  ${endpoint}: ${complaint}`);
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
