import type { IExecuteFunctions, ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';

import { formOf } from './assemble';
import { namesIn, type Choice } from '../form/choices';
import { Fault, FormIssue } from '../ground/failures';
import type { LoadOptions } from '../form/lookup';
import type { Task } from './task';
import { asObject, asText } from '../ground/values';

/** The lists of options that a vendor's organization defines. */
export interface Names {
	/** As the editor loads them. */
	load: { [method: string]: LoadOptions };
	/** What the IDs of each look like: whatever else is given is a name, and the list is looked up. */
	ids: { [method: string]: RegExp };
}

/**
 * Looks up the lists of options in which items name an entry by its name: each list once for a run, and none for
 * IDs alone. A list that cannot be read is the failure of the items that need it.
 */
export async function lookUpNames(
	context: IExecuteFunctions,
	{ load, ids }: Names,
	tasks: Task[],
): Promise<void> {
	const lists = new Map<string, Promise<Choice[]>>();
	for (const task of tasks) {
		try {
			for (const { field, method, value } of namedFields(task)) {
				if (!ids[method] || !namesIn(value, ids[method]).length) continue;
				const dependsOn = (field.typeOptions?.loadOptionsDependsOn ?? []).map(task.read);
				const key = JSON.stringify([method, ...dependsOn]);
				const list = lists.get(key) ?? load[method].call(asEditor(context, task));
				lists.set(key, list);
				task.names.set(field, await list);
			}
		} catch (failure) {
			task.failure = lookUpFailure(failure);
		}
	}
}

/** The fields with lists to load, at the top of the form and in its collections. */
function namedFields({ operation, read }: Task) {
	const listed = (fields: INodeProperties[], get: (name: string) => unknown) =>
		fields.flatMap((field) => {
			const method = field.typeOptions?.loadOptionsMethod;
			return method ? [{ field, method, value: get(field.name) }] : [];
		});
	return formOf(operation).flatMap((field) => {
		if (field.type !== 'collection') return listed([field], read);
		const inner = (field.options ?? []) as INodeProperties[];
		return inner.some(({ typeOptions }) => typeOptions?.loadOptionsMethod)
			? listed(inner, (name) => asObject(read(field.name))[name])
			: [];
	});
}

/** A run in the place of the editor, which loads the same lists with the values of its form. */
function asEditor(context: IExecuteFunctions, { read }: Task): ILoadOptionsFunctions {
	const getCurrentNodeParameter = (path: string) => {
		const [name, ...parts] = path.split('.');
		return parts.reduce<unknown>((value, part) => asObject(value)[part], read(name));
	};
	return Object.create(context, {
		getCurrentNodeParameter: { value: getCurrentNodeParameter },
	}) as ILoadOptionsFunctions;
}

/** The vendor's answer, where there is one; else what the list itself said, as it stands. */
function lookUpFailure(failure: unknown): Fault | FormIssue {
	const cause = failure instanceof Error ? failure.cause : undefined;
	if (cause instanceof Fault || cause instanceof FormIssue) return cause;
	const { message, description } = failure as { message?: unknown; description?: unknown };
	const hint = asText(description) ?? 'Choose the entry from the list instead.';
	return new FormIssue(asText(message) ?? String(failure), hint);
}
