import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { FormIssue } from '../../shared/ground/failures';
import { asText, compact } from '../../shared/ground/values';
import { LISTS, type Entry, type ListField } from './listFields';

interface Step {
	change: string;
	entries: Entry[];
}

/** What an item wants of the lists. */
export interface ListChanges {
	/** True when the incident has to be read first. */
	needsIncident: boolean;
	isEmpty: boolean;
	/**
	 * The lists as they have to be sent, by their names in the API. A list that would stay as it is
	 * is left out where the incident is known.
	 */
	bodies: (incident?: IDataObject) => { [api: string]: IDataObject };
}

/** For what DevRev would refuse to have taken off as a whole. */
function refuseNothing({ label, isNeverEmpty }: ListField, after: Entry[]): void {
	if (!isNeverEmpty || after.length) return;
	throw new FormIssue(
		`'${label}' would be left empty, and DevRev wants one at least`,
		'Nothing was changed. Add another one before you remove the last, or choose Replace.',
	);
}

/** Reads what the form says about the lists. Pure; throws FormIssue on bad input. */
export function listChanges(fields: Parameters, lists = LISTS): ListChanges {
	const wanted = lists
		.map((list) => ({ list, steps: stepsOf(list, fields) }))
		.filter(({ steps }) => steps.length > 0);
	return {
		isEmpty: wanted.length === 0,
		// What begins with a replacement does not depend on what was there.
		needsIncident: wanted.some(
			({ list, steps: [first] }) => !list.isNative && /add|remove/.test(first.change),
		),
		bodies: (incident) =>
			Object.fromEntries(
				wanted.flatMap(({ list, steps }) => {
					if (list.isNative) return [[list.api, nativeBody(list, steps)]];
					const known = incident && list.present?.(incident).map(entryOf);
					const after = steps.reduce(apply, known ?? []).map((entry) => match(known, entry));
					refuseNothing(list, after);
					const same = known && after.length === known.length && after.every(isAt(known));
					return same ? [] : [[list.api, { set: after.map(list.toApi ?? idOf) }]];
				}),
			),
	};
}

function stepsOf({ name, label, entries, read }: ListField, fields: Parameters): Step[] {
	return fields.rows(name).flatMap((row) => {
		const change = row.option<string>('change') ?? '';
		if (change === 'clear') return [{ change, entries: [] }];
		const given = read(row);
		if (given.length) return [{ change, entries: given }];
		if (change !== 'replace') return [];
		return row.refuse(
			entries.name,
			`is empty, and '${label}' cannot be replaced by nothing`,
			"Choose the change 'Clear' to take all entries off",
		);
	});
}

function entryOf({ id, display_id, value }: IDataObject): Entry {
	return { id: asText(id) ?? '', number: asText(display_id), value: asText(value) };
}

const isSame = (a: Entry, b: Entry) =>
	a.id === b.id || (a.number !== undefined && a.number === b.id) || a.id === b.number;

function apply(before: Entry[], { change, entries }: Step): Entry[] {
	if (change === 'clear') return [];
	if (change === 'replace') return entries;
	const isNamed = (one: Entry) => entries.some((entry) => isSame(one, entry));
	if (change === 'remove') return before.filter((one) => !isNamed(one));
	// A tag that is there already may get another value.
	const kept = before.map((one) => {
		const again = entries.find((entry) => isSame(one, entry));
		return again?.value === undefined ? one : { ...one, value: again.value };
	});
	return [...kept, ...entries.filter((entry) => !before.some((one) => isSame(one, entry)))];
}

/** The long ID of an entry that is there already: a number is the same one. */
function match(known: Entry[] | undefined, entry: Entry): Entry {
	const there = known?.find((one) => isSame(one, entry));
	return there ? { ...there, value: entry.value } : entry;
}

const isAt = (known: Entry[]) => (entry: Entry, index: number) =>
	entry.id === known[index].id && entry.value === known[index].value;

const idOf = ({ id }: Entry) => id;

/**
 * For a list that DevRev itself adds to and removes from. What begins with a replacement, or holds one, is the list
 * that comes out of it; of two changes to one entry the later counts.
 */
function nativeBody({ toApi = idOf }: ListField, steps: Step[]): IDataObject {
	const isWhole = ({ change }: Step) => change === 'replace' || change === 'clear';
	if (steps.some(isWhole)) return { set: steps.reduce(apply, []).map(toApi) };
	const changes = steps.flatMap(({ change, entries }) =>
		entries.map((entry) => ({ change, entry })),
	);
	const counting = changes.filter(
		({ entry }, index) => !changes.slice(index + 1).some((later) => isSame(later.entry, entry)),
	);
	const by = (change: string) =>
		counting.filter((one) => one.change === change).map(({ entry }) => entry);
	const removed = by('remove').map((entry) => ({ ...entry, value: undefined }));
	return compact({ add: by('add').map(toApi), remove: removed.map(toApi) });
}
