import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection } from '../form/fields';
import type { Parameters } from '../form/parameters';
import { FormIssue } from '../ground/failures';
import { asText } from '../ground/values';
import {
	isSteps,
	type CreateOperation,
	type Operation,
	type Steps,
	type StepsOperation,
	type StepsPlan,
} from '../run/operation';
import { formOf } from '../run/assemble';
import { wantsPreview } from '../run/preview';
import type { ApiRequest } from '../wire/request';
import {
	continueWhen,
	ownTitle,
	questionFields,
	readAsking,
	waitOptions,
	type Asking,
} from './form';
import { TIMED_OUT, type Question, type ReviewedTool } from './question';
import { readable, textOf, titleFrom } from './text';

/** Another operation of the vendor, and what its form says. */
export interface Deed {
	operation: Operation;
	values: IDataObject;
}

/** What a vendor says of a page that waits for an answer. */
export interface WaitSpec {
	/** Makes what goes out. It has a `title`, and its text among the additional fields. */
	create: CreateOperation | StepsOperation;
	/** The additional field that takes the text. */
	text: string;
	/** Additional fields of the create that a question does not have, such as a key: who has it would not hold the link. */
	without?: string[];
	/** Values that the create's form is given beside the user's. */
	fixed?: (additionalFields: Parameters) => IDataObject;
	/** Throws FormIssue for what a question cannot go out with. Pure. */
	check?: (parameters: Parameters) => void;
	/** The vendor's own options, which are kept for what is sent later. */
	options?: INodeProperties[];
	canBeAcknowledged: boolean;
	/** The incident in the common shape as it was made. */
	recordOf: (made: IDataObject) => IDataObject;
	/** The incident in the common shape as it stands now. */
	standing: (steps: Steps, id: string) => Promise<IDataObject>;
	/** What closes the incident of this ID, and what writes a note on it. */
	close: (id: string, options: IDataObject) => Deed;
	note: (id: string, text: string, options: IDataObject) => Deed;
	/** What one has to look at when nobody can tell whether it went out. */
	checkAfterUnknown: string;
	description: string;
}

/** An operation that pages and then waits for an answer. */
export interface WaitOperation extends StepsOperation {
	wait: WaitSpec;
}

/** True for an operation that waits for an answer. */
export function waits(operation: Operation | undefined): operation is WaitOperation {
	return operation !== undefined && 'wait' in operation;
}

/**
 * "Page and Wait for Answer": creates as the vendor's own create does, with a link to the page where it is answered. Its
 * one record is what n8n passes on when nobody answers. docs/design.md#waiting-for-an-answer.
 */
export function pageAndWait(wait: WaitSpec): WaitOperation {
	const { create, options: own = [] } = wait;
	return {
		value: 'sendAndWait',
		name: 'Page and Wait for Answer',
		action: 'Page and wait for answer',
		description: wait.description,
		retry: create.retry,
		checkAfterUnknown: wait.checkAfterUnknown,
		properties: [
			...questionFields,
			continueWhen(wait.canBeAcknowledged),
			...fieldsOf(wait),
			collection('Options', 'options', [...waitOptions, ...own]),
		],
		plan: (parameters) => plan(parameters, wait),
		wait,
	};
}

/** The fields of the create, but for those that the question itself fills. */
function fieldsOf({ create, text, without = [] }: WaitSpec): INodeProperties[] {
	const left = [text, ...without];
	return create.properties
		.filter(({ name }) => !['title', 'simplify', 'options', ...without].includes(name))
		.map((field) => {
			if (field.name !== 'additionalFields') return field;
			const optional = (field.options ?? []) as INodeProperties[];
			return collection('Additional Fields', 'additionalFields', [
				...optional.filter(({ name }) => !left.includes(name)),
				ownTitle,
			]);
		});
}

/** Everything that can be refused is refused here, before anybody is paged. */
function plan(parameters: Parameters, wait: WaitSpec): StepsPlan {
	const { answers } = parameters;
	if (!answers) throw new Error('The run has no place for an answer');
	if (answers.items > 1) throw tooMany(answers.items);
	wait.check?.(parameters);
	const asking = readAsking(parameters, wait.options ?? []);
	const question = questionOf(parameters, asking, reviewed(answers.tool()));
	// A preview shows where the link would stand, and none that somebody could follow.
	const link = answers.url({ key: question.key });
	const shownLink = wantsPreview(parameters) ? LINK_PLACE : link;
	const { request, run } = creating(parameters, wait, {
		title: parameters.group('additionalFields').text('title') ?? titleFrom(question.message),
		text: textOf(question, shownLink),
	});
	if (!JSON.stringify(request.body).includes(shownLink)) throw LINK_LOST;
	return {
		request,
		run: async (steps) => {
			const [made = {}] = await run(steps);
			return [{ data: TIMED_OUT, incident: wait.recordOf(made), question }];
		},
	};
}

const LINK_PLACE = '[hidden] (the link to the page where it is answered)';

const LINK_LOST = new FormIssue(
	"'Extra Fields (JSON)' replaces the text in which the link for the answer stands",
	'Nothing was sent. Take the text out of the extra fields.',
);

function tooMany(items: number): FormIssue {
	return new FormIssue(
		`'Page and Wait for Answer' asks one question at a time, and ${items} items came in`,
		"Nothing was sent. Put a 'Loop Over Items' node with a batch size of 1 before this one, or switch on 'Execute Once' in the node's settings.",
	);
}

function questionOf(
	parameters: Parameters,
	{ limitMs, message, ...asking }: Asking,
	tool: ReviewedTool | null,
): Question {
	const now = Date.now();
	return {
		// The same when n8n runs the node again for a retry, for it meets the incident of the first try.
		key: parameters.derivedKey() ?? randomUUID(),
		...asking,
		message: readable(message, tool?.parameters),
		tool,
		askedAt: new Date(now).toISOString(),
		until: limitMs === undefined ? null : new Date(now + limitMs).toISOString(),
	};
}

function reviewed(tool: { name: unknown; parameters: unknown } | undefined): ReviewedTool | null {
	if (!tool) return null;
	return {
		name: asText(tool.name) ?? 'a tool',
		parameters: JSON.stringify(tool.parameters ?? {}, null, 2),
	};
}

/** The vendor's own create, with a title and a text from here and the rest from the user. */
function creating(
	parameters: Parameters,
	{ create, text: field, fixed }: WaitSpec,
	{ title, text }: { title: string; text: string },
): { request: ApiRequest; run: (steps: Steps) => Promise<IDataObject[]> } {
	const chosen = parameters.group('additionalFields');
	const view = parameters.as(formOf(create), {
		title,
		additionalFields: { ...fixed?.(chosen), [field]: text },
	});
	if (isSteps(create)) return create.plan(view);
	const { complete } = create;
	const run = async (steps: Steps) => {
		const made = await steps.perform(create, view);
		return (await complete?.(steps, made)) ?? made;
	};
	return { request: create.request(view), run };
}
