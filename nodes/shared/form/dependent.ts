import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { FormIssue } from '../ground/failures';
import { asText } from '../ground/values';
import { shown, unwrap } from './given';
import { idIn, type IdKind } from './idKind';

/** A field of the form that decides what a list offers. */
export interface Chooser {
	/** Where its value is in the form, such as `filters.agentId`. */
	path: string;
	label: string;
	kind: IdKind;
}

/**
 * The ID that is chosen in another field of the form, the address of its page included. While nothing is
 * chosen there, an empty list would look as if there were nothing.
 * @throws FormIssue when there is none, or none that is known before the workflow runs
 */
export function chosenId(context: ILoadOptionsFunctions, chooser: Chooser): string {
	const { path, label, kind } = chooser;
	const given = asText(unwrap(context.getCurrentNodeParameter(path)))?.trim() ?? '';
	if (given === '') {
		const demand = path.startsWith('filters.') ? 'Add the filter' : 'Choose the';
		throw new FormIssue(
			`${demand} '${label}' first`,
			`This list shows what belongs to the ${kind.noun} in '${label}'.`,
		);
	}
	refuseExpression(given, label);
	// A row of a list may hold several: what belongs to the first is shown.
	const [text] = given.split(/\s*,/);
	const id = idIn(text, kind);
	if (id !== undefined) return id;
	throw new FormIssue(
		`'${label}' is no ID: ${shown(text)}`,
		`This list shows what belongs to the ${kind.noun} there. An ID looks like ${kind.id.example}.`,
	);
}

/** What an operation wants of an incident, by the operation's value. */
export interface Wants {
	[operation: string]: 'open' | 'resolved';
}

/**
 * What the operation that is chosen in the form wants of an incident: a list that offers others leads to a
 * failure. Undefined when it takes any.
 */
export function wantedState(
	context: ILoadOptionsFunctions,
	wants: Wants,
): Wants[string] | undefined {
	return wants[asText(context.getCurrentNodeParameter('operation')) ?? ''];
}

/** Keeps what the operation can act on, by the status in the common record; an unknown one is kept. */
export function keepActable(wants: Wants, toRecord: (row: IDataObject) => IDataObject) {
	return (row: IDataObject, context: ILoadOptionsFunctions): boolean => {
		const wanted = wantedState(context, wants);
		const { status } = wanted ? toRecord(row) : {};
		return !status || (status === 'resolved') === (wanted === 'resolved');
	};
}

/**
 * What an expression will give is not known before the workflow runs.
 * @throws FormIssue when the text is one
 */
export function refuseExpression(text: string | undefined, label: string): void {
	if (!text?.startsWith('=')) return;
	throw new FormIssue(
		`'${label}' is an expression, so this list cannot be shown`,
		`Its value is known when the workflow runs. Choose a value in '${label}' for as long as you fill in this field, or give an ID here.`,
	);
}
