import type { INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../ground/failures';
import type { Choice } from './choices';
import { isBlank, unwrap } from './given';
import { isExpression, isForAgent, isNothing } from './nothing';

/** Where a person's answer arrives, for an operation that waits for one. */
export interface AnswerPlace {
	/** Items of the run. */
	items: number;
	/**
	 * A signed address that goes on with this execution.
	 * @throws FormIssue on an n8n that has none
	 */
	url: (query: { [name: string]: string }) => string;
	/** What an agent wants to run, where a person reviews that; the parameters as they came. */
	tool: () => { name: unknown; parameters: unknown } | undefined;
}

/** Where the values of one item come from. */
export interface ParameterSource {
	/** The resolved value of a parameter, undefined when it is not set. */
	get: (name: string) => unknown;
	/** The same as it is stored, before expressions are worked out; where it is not known, undefined. */
	stored?: (name: string) => unknown;
	/**
	 * What it means when a value is there and gives nothing. A filter would let everything through, so it is
	 * refused; what is free may be empty, for a page goes out all the same; a change may be, but is never half.
	 */
	role?: 'filter' | 'free' | 'change';
	/** How a person lets empty filters pass, where there is a way. */
	wayOut?: string;
	/** Where the fields stand, as it is said behind their labels: " in row 2 of 'Links'". */
	place?: string;
	/** Told what the user should know about an item that succeeds. */
	note?: (text: string) => void;
	/** The choices of a list that the vendor's organization defines, where they have been looked up. */
	choices?: (field: INodeProperties) => Choice[] | undefined;
	/** The declarations that these values belong to. */
	properties: INodeProperties[];
	/** IANA name of the workflow's time zone, in which a date without a zone is read. */
	timezone: string;
	/** What makes this item's run unique, the same when n8n runs the node again for a retry. */
	identity?: string;
	/** Where the run can be answered; left out where nothing waits. */
	answers?: AnswerPlace;
}

/** What to do about a value that an expression has given. */
export const LOOK_AT_EXPRESSION = 'Look at what the expression gives for this item';

/** One item's values with the declarations that they belong to, and what is said about wrong ones. */
export class Form {
	constructor(protected readonly source: ParameterSource) {}

	/** Where a person's answer to this run arrives; undefined outside a run. */
	get answers(): AnswerPlace | undefined {
		return this.source.answers;
	}

	/** True when the operation declares a parameter of this name. */
	declares(name: string): boolean {
		return this.source.properties.some((property) => property.name === name);
	}

	/** The field's name as people see it. */
	label(name: string): string {
		return this.definition(name).displayName;
	}

	/** Ends the reading with a complaint about this field. */
	refuse(name: string, complaint: string, hint: string): never {
		throw new FormIssue(`'${this.label(name)}'${this.source.place ?? ''} ${complaint}`, `${hint}.`);
	}

	/**
	 * A filter that was chosen and gives nothing: unset where that is allowed, and refused elsewhere.
	 * @throws FormIssue
	 */
	emptyFilter(name: string, complaint = 'is a filter without a value'): undefined {
		const { role, stored, wayOut = '' } = this.source;
		if (role !== 'filter' || isForAgent(stored?.(name))) return;
		const hint = `It would let everything through. ${LOOK_AT_EXPRESSION}, or remove the filter${wayOut}`;
		return this.refuse(name, complaint, hint);
	}

	/** Tells the user something about an item that succeeds. */
	note(text: string): void {
		this.source.note?.(text);
	}

	/** True when the item has a value there, or an expression that should have given one. */
	isMeant(name: string): boolean {
		const stored = this.source.stored?.(name);
		return !isNothing(this.source.get(name)) || (isExpression(stored) && !isForAgent(stored));
	}

	protected definition(name: string): INodeProperties {
		const found = this.source.properties.find((property) => property.name === name);
		if (!found) throw new Error(`The operation reads "${name}" without declaring it`);
		return found;
	}

	protected value(name: string): unknown {
		const definition = this.definition(name);
		const value = this.source.get(name);
		const isUnset = isBlank(unwrap(value)) || (Array.isArray(unwrap(value)) && isNothing(value));
		if (!isUnset) return value;
		// What an empty list of choices means, its operation or trigger says itself.
		if (definition.required && definition.type !== 'multiOptions') this.refuseEmpty(name);
		return isExpression(this.source.stored?.(name)) ? this.emptyFilter(name) : undefined;
	}

	protected refuseEmpty(name: string): never {
		return this.refuse(
			name,
			'is empty',
			'Fill it in; if an expression feeds it, look at what the expression gives for this item',
		);
	}
}
