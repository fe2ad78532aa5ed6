import { UnexpectedError } from 'n8n-workflow';

import type { RecordedRequest, Vendor } from '../sandbox';
import { ownReplies } from '../sandbox/core/server';
import { contractsOf, isAbout, sort } from './official-check';
import { NOT_CHECKED } from './known-differences';
import type { Contract } from './openapi';
import { noteReply } from './openapi-log';

const checked = new WeakSet<RecordedRequest>();

/**
 * Holds every reply of the sandbox itself that was not looked at before against the official file:
 * what it accepted, and refusals where the file has a schema of them. What a fault answered is not
 * the sandbox's. Does nothing where the files are not on this machine.
 * @throws UnexpectedError for a difference that is not listed in `test/<Vendor>/differences.ts`
 */
export function checkReplies(vendor: Vendor, requests: RecordedRequest[]): void {
	const contracts = contractsOf(vendor);
	if (!contracts.length) return;
	const differing = requests
		.filter((request) => ownReplies.has(request) && !checked.has(request))
		.flatMap((request) => {
			checked.add(request);
			return check(contracts, request);
		});
	if (!differing.length) return;
	throw new UnexpectedError(
		`The sandbox answered what does not fit the official OpenAPI file:\n${[...new Set(differing)].join('\n')}\n` +
			'Correct the sandbox; only where the file is wrong, list it in test/<Vendor>/differences.ts',
	);
}

/** @returns the differences that nobody knows */
function check(contracts: Contract[], recorded: RecordedRequest): string[] {
	const { vendor, method, status } = recorded;
	if (NOT_CHECKED.some((one) => isAbout(one, recorded))) return [];
	const contract = contracts.find((one) => one.templateOf(recorded) !== undefined);
	const template = contract?.templateOf(recorded);
	// That the path is not in the file is a difference of the request.
	if (!contract || template === undefined) return [];
	const reply = { status, body: parsed(ownReplies.get(recorded)) };
	const issues = contract.replyIssues(template, method, reply);
	if (!issues) return [];
	const endpoint = `${method} ${template}`;
	const complaints = issues.map((issue) => `reply ${status} ${issue}`);
	const { differences, unknown } = sort(complaints, endpoint, recorded);
	const extras = contract.unknownReplyKeys(template, method, reply);
	noteReply({ vendor, endpoint, status, differences, extras });
	return unknown;
}

/** A text that is no JSON is the body itself: no schema is about one. */
function parsed(text = ''): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
