import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Stored } from './targets';

/** What a node said about its items, held against what the vendor has. */
export interface Tally {
	items: number;
	/** Objects that the vendor has for these items. */
	stored: number;
	/** Items that came out as created. */
	created: number;
	/** Items reported with an unknown outcome, and how many of those were in fact created. */
	unknown: number;
	unknownCreated: number;
	/** Items reported as not done. */
	failed: number;
	/** Objects beyond one for each item. */
	doubled: number;
	/** Items without any output, or said to be created by an object that is not there. */
	lost: number;
	/** Items reported as not done that were done. */
	denied: number;
	/** IDs that came out for more than one item. */
	idsTwice: number;
}

/** What is known about all items of one title: identical items cannot be told apart. */
interface Group {
	items: number;
	stored: Set<string>;
	claimed: Set<string>;
	created: number;
	unknown: number;
	failed: number;
}

/** Compares the output of a run with the objects at the vendor, title by title (or by the numbers in them). */
export function tally(
	items: Array<{ title: string }>,
	output: INodeExecutionData[],
	stored: Iterable<Stored>,
): Tally {
	const groups = groupsOf(items);
	for (const { id, title } of stored) groups.get(nameOf(title ?? ''))?.stored.add(id);
	const claims: string[] = [];
	output.forEach(({ json, pairedItem }) => {
		const group = groups.get(nameOf(items[indexOf(pairedItem)]?.title ?? ''));
		if (!group) return;
		if (json.error !== undefined) {
			group[isUnknown(json) ? 'unknown' : 'failed'] += 1;
			return;
		}
		group.created += 1;
		group.claimed.add(String(json.id));
		claims.push(String(json.id));
	});
	const all = [...groups.values()];
	const sum = (read: (group: Group) => number) =>
		all.reduce((total, group) => total + read(group), 0);
	return {
		items: items.length,
		stored: sum((group) => group.stored.size),
		created: sum(({ created }) => created),
		unknown: sum(({ unknown }) => unknown),
		unknownCreated: sum((group) => Math.min(group.unknown, unclaimed(group))),
		failed: sum(({ failed }) => failed),
		doubled: sum((group) => Math.max(0, group.stored.size - group.items)),
		lost: sum(lostOf),
		denied: sum((group) => Math.min(group.failed, Math.max(0, unclaimed(group) - group.unknown))),
		idsTwice: claims.length - new Set(claims).size,
	};
}

function groupsOf(items: Array<{ title: string }>): Map<string, Group> {
	const groups = new Map<string, Group>();
	for (const { title } of items) {
		const name = nameOf(title);
		const known = groups.get(name);
		if (known) known.items += 1;
		else {
			groups.set(name, {
				items: 1,
				stored: new Set(),
				claimed: new Set(),
				created: 0,
				unknown: 0,
				failed: 0,
			});
		}
	}
	return groups;
}

/** A number in the title names an item also where the vendor stores the title otherwise. */
function nameOf(title: string): string {
	return /#\d+/.exec(title)?.[0] ?? title;
}

/** Objects that no item came out with. */
function unclaimed({ stored, claimed }: Group): number {
	return [...stored].filter((id) => !claimed.has(id)).length;
}

function lostOf({ items, stored, claimed, created, unknown, failed }: Group): number {
	const silent = items - created - unknown - failed;
	const real = [...claimed].filter((id) => stored.has(id)).length;
	return Math.max(0, silent) + created - real;
}

function isUnknown({ details }: IDataObject): boolean {
	return (details as IDataObject | undefined)?.outcome === 'unknown';
}

function indexOf(pairedItem: INodeExecutionData['pairedItem']): number {
	if (typeof pairedItem === 'number') return pairedItem;
	const first = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return first?.item ?? -1;
}
