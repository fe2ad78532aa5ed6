import { itemName } from '../ground/itemName';

/** What is to be said about items that succeed: each text once for a run, with the items that it is about. */
export class Remarks {
	private readonly items = new Map<string, Set<number>>();

	/** Takes down a text about an item. */
	add(text: string, itemIndex: number): void {
		const known = this.items.get(text);
		if (known) known.add(itemIndex);
		else this.items.set(text, new Set([itemIndex]));
	}

	/** The texts with their items, as n8n counts them. */
	get texts(): string[] {
		return [...this.items].map(([text, items]) => `${text} (${named([...items])})`);
	}
}

const MOST_NAMED = 20;

function named(items: number[]): string {
	const [first, ...others] = items;
	if (!others.length) return itemName(first);
	const more = items.length > MOST_NAMED ? ` and ${items.length - MOST_NAMED} more` : '';
	return `items ${items.slice(0, MOST_NAMED).join(', ')}${more}, counted from 0`;
}
