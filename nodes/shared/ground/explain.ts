import { ExpressionError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { advice, help, MOST_NAMED, unknownOutcome, type Asked, type Deed } from './advice';
import { Fault, FormIssue, type FaultDetails } from './failures';
import { itemName } from './itemName';

export type { Asked, Deed } from './advice';

/** What a user reads, and what a workflow finds on the error branch. */
export interface Explanation {
	/** What happened, in one line. */
	message: string;
	/** What to do next, with the facts a support desk asks for. */
	description: string;
	details: IDataObject;
	/** Set when the vendor answered. */
	httpCode?: string;
}

/**
 * Puts a failure into words for the person on call. Pure.
 * @param itemIndex index of the input item, from 0 as n8n counts; undefined for a trigger, which has none
 * @param part which of the things that the item asks for, where it asks for several
 */
export function explain(
	failure: unknown,
	vendor: Asked,
	operation: Deed,
	itemIndex?: number,
	part?: string,
): Explanation {
	const item = nameOf(itemIndex, part);
	if (failure instanceof FormIssue) {
		return {
			message: `${failure.message}${item}`,
			description: failure.hint,
			details: { itemIndex, kind: 'input', sent: false },
		};
	}
	if (failure instanceof Fault) {
		const { details, action } = failure;
		const deed = action === undefined ? operation : { action, properties: [] };
		return explainFault(details, vendor, deed, itemIndex, part);
	}
	const text = failure instanceof Error ? failure.message : String(failure);
	if (failure instanceof ExpressionError) {
		return {
			message: `An expression could not be worked out${item}: ${text}`,
			description: 'Open the node, look for the field marked red, and correct its expression.',
			details: { itemIndex, kind: 'input', sent: false },
		};
	}
	// n8n's own words; a defect may mention a credential as well, and then nobody knows what was sent.
	if (failure instanceof NodeOperationError && /\bcredentials?\b/i.test(text)) {
		return {
			message: `n8n could not give '${operation.action}' its credential${item}: ${text}`,
			description: chooseCredential(vendor),
			details: { itemIndex, kind: 'input', sent: false },
		};
	}
	return {
		message: `${operation.action} stopped unexpectedly${item}: ${text}`,
		description: 'This is a defect of the node. Please report it with this text.',
		details: { itemIndex, kind: 'defect' },
	};
}

/** The same for what goes wrong before anything is asked for: the credential cannot work, or cannot be read. Pure. */
export function explainOpen(failure: unknown, vendor: Asked): Explanation {
	if (failure instanceof Fault || failure instanceof FormIssue) {
		return explain(failure, vendor, { action: 'Read the credential', properties: [] });
	}
	// n8n's own words for a credential that is gone, say.
	const message = failure instanceof Error ? failure.message : String(failure);
	return { message, description: chooseCredential(vendor), details: {} };
}

function nameOf(itemIndex: number | undefined, part: string | undefined): string {
	if (itemIndex === undefined) return '';
	return ` (${[itemName(itemIndex), part].filter(Boolean).join(', ')})`;
}

function chooseCredential({ credential: { label } }: Asked): string {
	return `Nothing was sent. Open the node and choose a credential of the kind '${label}'; where one is chosen already, open it and save it once more.`;
}

/** The message with the advice behind it. */
export function inOneText(said: Explanation): Explanation {
	if (!said.description) return said;
	return { ...said, message: `${said.message.replace(/[.:]$/, '')}. ${said.description}` };
}

function explainFault(
	fault: FaultDetails,
	vendor: Asked,
	operation: Deed,
	itemIndex: number | undefined,
	part: string | undefined,
): Explanation {
	const item = nameOf(itemIndex, part);
	const { kind, words, status, attempts, outcomeUnknown } = fault;
	const what = headline(fault, vendor, operation);
	// Who was stopped need not be told so twice.
	const text = words.text && kind !== 'cancelled' ? `: ${words.text}` : '';
	return {
		message: `${what}${item}${text}`,
		description: [
			outcomeUnknown ? unknownOutcome(fault, vendor, operation) : '',
			advice(fault, vendor, operation, itemIndex),
			operation.orElse ?? '',
			help(fault, vendor),
			facts(fault),
		]
			.filter(Boolean)
			.join(' '),
		details: {
			...(itemIndex === undefined ? {} : { itemIndex }),
			kind,
			...(status ? { status } : {}),
			...(words.code ? { code: words.code } : {}),
			...(words.requestId ? { requestId: words.requestId } : {}),
			...(words.text ? { vendorMessage: words.text } : {}),
			request: fault.request,
			attempts,
			outcome: outcomeUnknown ? 'unknown' : 'not done',
			...(fault.mayBe?.length ? { mayBe: fault.mayBe.slice(0, MOST_NAMED) } : {}),
		},
		...(status ? { httpCode: String(status) } : {}),
	};
}

function headline(fault: FaultDetails, { name }: Asked, { action }: Deed): string {
	const wanted = `'${action}'`;
	switch (fault.kind) {
		case 'refused':
			return `${fault.words.speaker ?? name} refused ${wanted}`;
		case 'limited':
			return fault.outcomeUnknown
				? `${name} is limiting requests, and nobody can tell whether it did ${wanted} before`
				: `${name} is limiting requests and did not do ${wanted}`;
		case 'failed':
			return `${name} could not do ${wanted} at its end`;
		case 'unreachable':
			return `${name} could not be reached for ${wanted}`;
		case 'noReply':
			return `${name} gave no whole answer to ${wanted}`;
		case 'unreadable':
			return `Something other than the ${name} API answered ${wanted}`;
		case 'signIn':
			return `${name} did not accept the sign-in`;
		case 'blocked':
			return `This n8n did not let ${wanted} through to ${name}`;
		case 'redirected':
			return `${name} sent ${wanted} on to another address`;
		case 'host':
			return `n8n's own database did not answer before ${wanted}`;
		case 'cancelled':
			return `${wanted} was stopped`;
	}
}

function facts({ status, words, request, attempts }: FaultDetails): string {
	const parts = [
		request,
		status && `status ${status}`,
		words.code && `code ${words.code}`,
		words.requestId && `request ID ${words.requestId}`,
		attempts > 1 && `${attempts} attempts`,
	];
	return `[${parts.filter(Boolean).join(', ')}]`;
}
